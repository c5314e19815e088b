import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, moments, version } from './columns.ts'

/** An import: lines that somebody sent, and what has become of them so far. */
export const imports = pgTable(
  'imports',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').$type<'customers'>().notNull(),
    state: text('state').$type<'running' | 'done' | 'failed'>().notNull(),
    /** Nothing is written of it but what would have become of each line. */
    dryRun: boolean('dry_run').notNull(),
    read: integer('read').notNull(),
    made: integer('made').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    unchanged: integer('unchanged').notNull().default(0),
    refused: integer('refused').notNull().default(0),
    /** Lines that name a customer again were found. */
    prepared: boolean('prepared').notNull().default(false),
    /** The last line of which it is settled what became. */
    afterLine: integer('after_line').notNull().default(0),
    startedByKind: text('started_by_kind').$type<'employee' | 'system'>().notNull(),
    startedById: uuid('started_by_id').notNull(),
    onBehalfOf: uuid('on_behalf_of'),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    failedBecause: text('failed_because'),
    version: version(),
  },
  (t) => [
    moments('imports_moments_are_real', t),
    check('imports_started_by_is_known', sql`${t.startedByKind} in ('employee', 'system')`),
    check('imports_kind_is_known', sql`${t.kind} in ('customers')`),
    check('imports_state_is_known', sql`${t.state} in ('running', 'done', 'failed')`),
    check('imports_end_once', sql`(${t.state} = 'running') = (${t.endedAt} is null)`),
    check('imports_failed_for_a_reason', sql`(${t.state} = 'failed') = (${t.failedBecause} is not null)`),
    check(
      'imports_count_every_line',
      sql`least(${t.made}, ${t.changed}, ${t.unchanged}, ${t.refused}) >= 0
        and ${t.made} + ${t.changed} + ${t.unchanged} + ${t.refused} <= ${t.read}
        and (${t.state} <> 'done' or ${t.made} + ${t.changed} + ${t.unchanged} + ${t.refused} = ${t.read})`,
    ),
  ],
)

/**
 * Lines that wait for their turn, read as the service reads a customer; gone once it is settled what became of them. They
 * are there before their import, which begins when all of them have arrived.
 */
export const importLines = pgTable(
  'import_lines',
  {
    importId: uuid('import_id').notNull(),
    line: integer('line').notNull(),
    /** The fields that it says something of. */
    given: text('given').array().notNull(),
    name: text('name'),
    kind: text('kind'),
    phone: text('phone'),
    email: text('email'),
    language: text('language'),
    segment: text('segment'),
    system: text('system'),
    externalId: text('external_id'),
    /** The ids of the customer who would be made, and of the event that tells of it. */
    customerId: uuid('customer_id').notNull(),
    eventId: uuid('event_id').notNull(),
    /** What is wrong with it, and where; null: nothing so far. */
    pointer: text('pointer'),
    message: text('message'),
    /** What was sent, of a line with which something is wrong. */
    original: jsonb('original').$type<Readonly<Record<string, unknown>>>(),
  },
  (t) => [primaryKey({ name: 'import_lines_are_numbered', columns: [t.importId, t.line] })],
)

/** Lines that were refused, as they were sent, and why: to mend and send again. */
export const importRefusals = pgTable(
  'import_refusals',
  {
    importId: uuid('import_id').notNull(),
    line: integer('line').notNull(),
    pointer: text('pointer').notNull(),
    message: text('message').notNull(),
    original: jsonb('original').$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'import_refusals_are_numbered', columns: [t.importId, t.line] }),
    foreignKey({
      name: 'import_refusals_import_exists',
      columns: [t.importId],
      foreignColumns: [imports.id],
    }),
  ],
)
