import { type SQL, sql } from 'drizzle-orm'
import { equals, listing } from '../../db/lists/listing.ts'
import { now } from '../../db/moment.ts'
import { pick, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import { isActive } from '../../facts/provisioned.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound, Unprocessable } from '../../lib/problems.ts'
import { employees } from '../../tables/people.ts'
import { rules } from '../../tables/rules.ts'
import type { Rule, RuleQuery } from './contract.ts'
import { fromRules, type RuleRow, ruleRow, toRule } from './rule-row.ts'

const withId = sql`${fromRules} where r.id = ${sql.placeholder('id')}`
const byId = selecting(ruleRow)<{ id: string }>(withId)
// The rule alone: beside a text that came while it waited, the lock would find no row at all.
const lockById = selecting(pick(rules, 'r', 'id'))<{ id: string }>(
  sql`from ${rules} r where r.id = ${sql.placeholder('id')} for no key update`,
)

/** Throws `not-found`. */
export async function showRule({ db, now }: Reader, id: string): Promise<Rule> {
  const row = await db.row(byId, { id })
  if (!row) throw NotFound.because('There is no such rule.')
  return toRule(row, toWire(now))
}

/** Locks a rule and reads it: of many who bend it at once, one is the tenth. Undefined where there is none. */
export async function lockRuleIfThere(work: Work, id: string): Promise<RuleRow | undefined> {
  if (!(await work.tx.lock(lockById, { id }))) return undefined
  // Whoever has waited for the lock looks again, with eyes that saw the winner commit.
  const row = await work.tx.row(byId, { id })
  if (row) work.notBefore(row.changedAt)
  return row
}

/** The same. Throws `not-found`. */
export async function lockRule(work: Work, id: string): Promise<RuleRow> {
  const row = await lockRuleIfThere(work, id)
  if (!row) throw NotFound.because('There is no such rule.')
  return row
}

const state: SQL<string> = sql`(case when r.abolished_at is not null then 'abolished'
  when r.kind = 'house' and r.review_until <= ${now} then 'lapsed' else 'active' end)`

const list = listing({
  select: select(ruleRow, fromRules),
  filters: {
    code: equals(sql`r.code`, 'text'),
    kind: equals(sql`r.kind`, 'text'),
    state: equals(state, 'text'),
    ownerId: equals(sql`r.owner_id`, 'uuid'),
    reviewDue: (value) => sql`(r.due_told_at is not null) = ${value}`,
  },
  order: [{ column: sql`r.id`, key: 'id', type: 'uuid' }],
  descending: false,
})

/** Rules in the order in which they were made. */
export async function listRules(reader: Reader, query: RuleQuery): Promise<Page<Rule>> {
  const at = toWire(reader.now)
  const { data, nextCursor } = await list(reader, query, { now: at })
  return { data: data.map((row) => toRule(row as RuleRow, at)), nextCursor }
}

const named = sql`${sql.placeholder('id')}::uuid`
const owner = selecting(pick(employees, 'e', 'id', 'name'))<{ id: string | null }>(
  sql`from ${employees} e where (${named} is null or e.id = ${named}) and ${isActive}
    order by array_position('{admin,coach}', e.role), e.created_at, e.id limit 1 for share`,
)

/**
 * The employee who is to answer for a rule: of whom nobody is named, whoever asks, and for a system the longest here of the
 * admins, else of the coaches, else of all. Throws `unprocessable` for nobody who works here.
 */
export async function findRuleOwner(
  work: Work,
  id: string | undefined,
): Promise<{ readonly id: string; readonly name: string }> {
  const found = await work.tx.lock(owner, { id: id ?? work.actor.employee?.id ?? null })
  if (!found) throw Unprocessable.at('/ownerId', 'is nobody who works here')
  return found
}
