/**
 * For a check of an object as a whole: it is made even when fields of the object are wrong, so that all is told at once. A
 * check that says so meets fields of any form.
 */
export const evenSo = {
  when: ({ value }: { readonly value: unknown }): boolean =>
    typeof value === 'object' && value !== null && !Array.isArray(value),
}

/** For a check of a list as a whole: it is made even when entries are wrong, and meets entries of any form. */
export const evenSoInLists = {
  when: ({ value }: { readonly value: unknown }): boolean => Array.isArray(value),
}
