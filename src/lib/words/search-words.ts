/**
 * What someone typed, as a `tsquery` to cast to (`::tsquery`): every word must begin a word of what is found. A word
 * counts as it stands, for addresses and numbers, and as its pieces, for names with hyphens and apostrophes.
 * Nothing in it can be an operator; without a word in it, it finds nothing.
 */
export const searchWords = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .map(wordQuery)
    .filter((word) => word !== '')
    .join(' & ')

function wordQuery(word: string): string {
  const pieces = word.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const inPieces = pieces.map(beginning).join(' & ')
  return pieces.length === 0 || pieces[0] === word ? inPieces : `(${beginning(word)} | ${inPieces})`
}

/** Matches what begins with the text, to the letter; of a word without end, with as much as PostgreSQL takes. */
const beginning = (text: string): string =>
  `'${text.replaceAll(/['\\]/g, '').slice(0, longest).toWellFormed()}':*`

/** PostgreSQL takes words of 2046 bytes, which is 682 letters of any script. */
const longest = 500
