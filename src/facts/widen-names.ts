import { sql } from 'drizzle-orm'
import { selecting } from '../db/statement.ts'
import type { Reader } from '../db/work.ts'
import { typedWord } from '../lib/words/typed-words.ts'
import { nameWords } from '../tables/search.ts'

/** Words, each with the names that are like it, and whether it begins a name itself. */
const namesLike = selecting({
  word: sql<string>`typed.word`,
  /** The names that it may have been meant to be, the likeliest first. */
  names: sql<string[]>`array(select n.word from names_like(l.word) n)`,
  /** Those of them one mistake away; `ij` and `y` are one letter. */
  near: sql<string[]>`array(select n.word from names_like(l.word) n
    where levenshtein(replace(n.word, 'ij', 'y'), replace(l.word, 'ij', 'y')) <= 1)`,
  isName: sql<boolean>`exists (select from ${nameWords} n
    where n.word ~>=~ l.word and n.word ~<=~ (l.word || chr(1114109)))`,
})<{ words: readonly string[] }>(sql`
  from unnest(${sql.placeholder('words')}::text[]) typed (word)
  cross join lateral (select tsvector_to_array(to_tsvector('plain_words', words_apart(typed.word))) as words) p
  cross join lateral (select p.words[1] as word where cardinality(p.words) = 1) l`)

/** More words than that are a sentence, in which a name that was typed wrong is the least of it. */
const mostWords = 8

/**
 * What was typed and found nothing, with other names in it: first with those put right that nobody bears, as `Dijksta` for
 * Dijkstra, then with those that are one mistake away. The query as a whole decides: `schmidt otto` means Schmitt Otto
 * where no Otto is called Schmidt, whoever else is. Numbers stay, and words that anything has are right at first.
 */
export async function* widenNames(
  { db }: Reader,
  typed: string,
  isKnown: (word: string) => Promise<boolean>,
): AsyncGenerator<string, void> {
  const words = typed.split(/[\s'’-]+/u).filter((word) => word !== '')
  const names = words.filter((word) => /^\p{L}[\p{L}\p{M}]{2,49}$/u.test(word))
  if (names.length === 0 || words.length > mostWords) return
  const alike = (await db.rows(namesLike, { words: names })).filter((each) => each.names.length > 0)
  const reworded = (
    meant: readonly { readonly word: string; readonly names: readonly string[] }[],
  ): string => {
    const others = new Map(meant.map((each) => [each.word, each.names]))
    return words.map((word) => typedWord(word, others.get(word) ?? [])).join(' ')
  }

  const strange = alike.filter(({ isName }) => !isName)
  const known = await Promise.all(strange.map(({ word }) => isKnown(word)))
  const mistakes = strange.filter((_, index) => !known[index])
  if (mistakes.length > 0) yield reworded(mistakes)
  // The one word of a query is right where somebody bears it. Of several, each may be the wrong one.
  if (words.length === 1) return
  const more = alike.map((each) => (each.isName ? { ...each, names: each.near } : each))
  if (more.some(({ word, names, isName }) => isName && names.some((name) => name !== word)))
    yield reworded(more)
}
