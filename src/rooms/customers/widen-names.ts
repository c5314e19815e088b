import { sql } from 'drizzle-orm'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { typedWord } from '../../lib/typed-words.ts'
import { nameWords } from '../../tables/search.ts'

/** Words that begin no name, each with the names that are like it. */
const namesLike = selecting({
  word: sql<string>`typed.word`,
  /** The names that it may have been meant to be, the likeliest first. */
  names: sql<string[]>`array(select n.word from names_like(l.word) n)`,
})<{ words: readonly string[] }>(sql`
  from unnest(${sql.placeholder('words')}::text[]) typed (word)
  cross join lateral (select tsvector_to_array(to_tsvector('plain_words', words_apart(typed.word))) as words) p
  cross join lateral (select p.words[1] as word where cardinality(p.words) = 1) l
  where not exists (select from ${nameWords} n where n.word ~>=~ l.word and n.word ~<=~ (l.word || chr(1114109)))`)

/** More words than that are a sentence, in which a name that was typed wrong is the least of it. */
const mostWords = 8

/**
 * The words with the names in them that were typed wrong put right: `Dijksta` finds Dijkstra. Only what nobody has typed
 * right is a mistake, so a word that anything has is left as it is, and so is a number. Undefined: there is no mistake.
 */
export async function widenNames(
  { db }: Reader,
  typed: string,
  isKnown: (word: string) => Promise<boolean>,
): Promise<string | undefined> {
  const words = typed.split(/[\s'’-]+/u).filter((word) => word !== '')
  const names = words.filter((word) => /^\p{L}[\p{L}\p{M}]{2,49}$/u.test(word))
  if (names.length === 0 || words.length > mostWords) return undefined
  const alike = (await db.rows(namesLike, { words: names })).filter((each) => each.names.length > 0)
  const known = await Promise.all(alike.map(({ word }) => isKnown(word)))
  const mistakes = alike.filter((_, index) => !known[index])
  if (mistakes.length === 0) return undefined
  const meant = new Map(mistakes.map((each) => [each.word, each.names]))
  return words.map((word) => typedWord(word, meant.get(word) ?? [])).join(' ')
}
