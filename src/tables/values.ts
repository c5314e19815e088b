import { sql } from 'drizzle-orm'
import { check, jsonb, pgTable, smallint } from 'drizzle-orm/pg-core'
import { version } from './columns.ts'

/** One of the values that an organisation shares, in its own words. */
export interface SharedValue {
  readonly code: string
  readonly name: string
  readonly meaning: string
}

/** What the organisation stands for: one row, which a migration makes. What was done for a value names its code. */
export const sharedValues = pgTable(
  'shared_values',
  {
    id: smallint('id').primaryKey().default(1),
    values: jsonb('list').$type<readonly SharedValue[]>().notNull().default([]),
    version: version(),
  },
  (t) => [check('shared_values_are_one_list', sql`${t.id} = 1`)],
)
