/** Without what was left out: a key without a value is no key. */
export const present = <T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

/** What was, with what is given in its place: `undefined` leaves, `null` clears. */
export const patched = <T extends object>(
  was: T,
  change: { readonly [K in keyof T]?: T[K] | undefined },
): T => ({ ...was, ...present(change) })
