import { foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { cases } from './cases.ts'
import { searchVector } from './columns.ts'

/**
 * All the words of a case in one place, to be searched: what was asked, noted and said about it, whose it is and its
 * numbers. Kept by triggers, whoever writes the words.
 */
export const caseWords = pgTable(
  'case_words',
  { caseId: uuid('case_id').primaryKey(), words: searchVector('words').notNull() },
  (t) => [
    foreignKey({ name: 'case_words_case_exists', columns: [t.caseId], foreignColumns: [cases.id] }),
    index('case_words_search').using('gin', t.words).with({ gin_pending_list_limit: 512 }),
  ],
)

/** The words that customers' names are made of, without case and accents: what a name that was typed wrong is held against. */
export const nameWords = pgTable('name_words', { word: text('word').primaryKey() }, (t) => [
  index('name_words_alike').using('gin', t.word.op('gin_trgm_ops')),
])
