import { sql } from 'drizzle-orm'
import { orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { employees } from '../../tables/people.ts'
import { ruleReviews, rules, ruleVersions } from '../../tables/rules.ts'
import type { Rule } from './contract.ts'

/** A rule with all that its answer shows, as one row. */
export const ruleRow = {
  ...pick(rules, 'r', 'id', 'code', 'title'),
  ...pick(ruleVersions, 'v', 'text'),
  ...pick(rules, 'r', 'textNumber', 'kind', 'ownerId'),
  ...renamed(employees, 'e', { ownerName: 'name' }),
  ...pick(rules, 'r', 'reviewOn', 'reviewFrom', 'reviewUntil', 'burdened', 'reviews', 'dueToldAt'),
  ...orNull(
    renamed(ruleReviews, 'w', {
      decision: 'decision',
      reason: 'reason',
      reviewedAt: 'at',
      reviewedById: 'reviewedById',
    }),
  ),
  ...orNull(renamed(employees, 'h', { reviewedByName: 'name' })),
  ...pick(rules, 'r', 'abolishedAt', 'createdAt', 'changedAt', 'version'),
}

export type RuleRow = RowOf<typeof ruleRow>

/** The rules `r` with what their rows are put together from, up to where the conditions begin. */
export const fromRules = sql`
  from ${rules} r join ${ruleVersions} v on v.rule_id = r.id and v.number = r.text_number
  join ${employees} e on e.id = r.owner_id
  left join ${ruleReviews} w on w.rule_id = r.id and w.number = r.reviews
  left join ${employees} h on h.id = w.reviewed_by_id`

/** What a rule is at a moment in wire form: a house rule lapses by time, and nothing has to run for it. */
export function stateOf(
  { kind, abolishedAt, reviewUntil }: Pick<RuleRow, 'kind' | 'abolishedAt' | 'reviewUntil'>,
  now: string,
): Rule['state'] {
  if (abolishedAt !== null) return 'abolished'
  return kind === 'house' && reviewUntil !== null && reviewUntil <= now ? 'lapsed' : 'active'
}

/** From this share on, a rule against the few meets mostly the many. */
const half = 0.5

/** Whether a house rule burdens more than half of the honest people whom it meets. */
const burdensMost = ({ kind, burdened }: Pick<RuleRow, 'kind' | 'burdened'>): boolean =>
  kind === 'house' && burdened !== null && burdened > half

/** The rule as it is answered. `now` is in wire form. */
export function toRule(row: RuleRow, now: string): Rule {
  const { id, code, title, text, textNumber, kind, reviewOn, burdened, createdAt, version } = row
  return {
    id,
    code,
    title,
    text,
    textNumber,
    kind,
    ownerId: row.ownerId,
    owner: { id: row.ownerId, name: row.ownerName },
    reviewOn,
    shareOfHonestPeopleBurdened: burdened,
    burden: burdensMost(row) ? 'This rule burdens more than half of the honest people whom it meets.' : null,
    state: stateOf(row, now),
    reviewDueSince: row.dueToldAt,
    lastReview: reviewOf(row),
    createdAt,
    version,
  }
}

function reviewOf({ decision, reason, reviewedById, reviewedByName, reviewedAt }: RuleRow) {
  if (decision === null || reason === null || reviewedById === null) return null
  if (reviewedByName === null || reviewedAt === null) return null
  return { decision, reason, by: { id: reviewedById, name: reviewedByName }, at: reviewedAt }
}
