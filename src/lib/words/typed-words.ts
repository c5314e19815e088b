/*
 * What was typed, as the SQL function `search_query` takes it: words between blanks, and behind bars what would do as
 * well. Nothing that was typed can be taken for a bar.
 */

/** Words, all of which have to be found. */
export const typedWords = (typed: string): string =>
  typed.normalize('NFKC').replaceAll('|', ' ').trim().toLowerCase()

/** One word, however many blanks it was typed with, or any of the others: to the letter, or as a beginning. */
export const typedWord = (
  typed: string,
  others: readonly string[],
  beginnings: readonly string[] = [],
): string =>
  [typedWords(typed).replaceAll(/\s+/gu, '-'), ...others, ...beginnings.map((each) => `${each}*`)].join('|')
