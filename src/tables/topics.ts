import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, moments, version } from './columns.ts'

/** What a question is about; employees are competent in topics. */
export const topics = pgTable(
  'topics',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull().unique('topics_code_is_taken'),
    name: text('name').notNull(),
    description: text('description'),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  (t) => [moments('topics_moments_are_real', t), index('topics_by_name').on(t.name)],
)
