import { sql } from 'drizzle-orm'
import { moment } from '../../db/moment.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { timesBent } from '../../facts/rule-figures.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { organisation } from '../../tables/organisation.ts'
import { rules } from '../../tables/rules.ts'
import type { RuleRow } from './rule-row.ts'

/** A rule that is bent `reviewAfter` times within so many days asks to be reviewed. */
const withinDays = 90

/**
 * After that moment: what was bent in the very moment of a review was before it. Without an end: those that wait for one another
 * at the rule come in another order than their moments, and each must count those before it.
 */
const lately = { from: sql`${moment('since')} + interval '1 millisecond'`, until: sql`'infinity'` }
const bent = selecting({
  times: timesBent(sql`${sql.placeholder('id')}::uuid`, lately),
  ...pick(organisation, 'o', 'reviewAfter'),
})<{ id: string; since: string }>(sql`from ${organisation} o`)

/**
 * What follows for a locked rule from one deviation more: when it is the last of `reviewAfter` (10) in 90 days since the last
 * review, one is due, and that is told in the same transaction; of fifty at once by one of them. For a complaint it does not count, as
 * it does not on the bill: by the difference of the two its subject could find out that there is one.
 */
export async function bendRule(
  work: Work,
  rule: RuleRow,
  { aboutEmployeeId }: { readonly aboutEmployeeId: string | null },
): Promise<void> {
  if (rule.dueToldAt !== null || aboutEmployeeId !== null) return
  const since = toWire(work.now.subtract({ hours: 24 * withinDays }))
  const counted = rule.reviewedAt !== null && rule.reviewedAt > since ? rule.reviewedAt : since
  const before = await work.tx.row(bent, { id: rule.id, since: counted })
  if (!before) throw new Error('there is one organisation')
  const times = before.times + 1
  if (times < before.reviewAfter) return

  work.tx.update(rules, { id: rule.id }, { dueToldAt: toWire(work.now), version: rule.version + 1 })
  record(work, {
    type: 'rule.review-due',
    data: { ruleId: rule.id, review: rule.reviews + 1, because: 'bent', deviations: times },
  })
}
