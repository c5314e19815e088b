import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { rules } from '../../tables/rules.ts'
import type { Rule, RuleChange } from './contract.ts'
import { findRuleOwner, lockRule } from './queries.ts'
import { type RuleRow, toRule } from './rule-row.ts'
import { assertInForce } from './rules.ts'

/**
 * Changes what is said about a rule; what the rule says changes by a review alone. Throws `rule-is-abolished`, and
 * `unprocessable` for an owner who does not work here.
 */
export async function changeRule(work: Work, id: string, change: RuleChange): Promise<Rule> {
  const rule = await lockRule(work, id)
  assertExpected(work, rule.version)
  const now = toWire(work.now)
  assertInForce(rule, now)
  const { ownerId = rule.ownerId, title = rule.title } = change
  const changed: RuleRow = {
    ...rule,
    title,
    ownerId,
    ownerName: ownerId === rule.ownerId ? rule.ownerName : (await findRuleOwner(work, ownerId)).name,
    burdened: change.shareOfHonestPeopleBurdened ?? rule.burdened,
    changedAt: now,
    version: rule.version + 1,
  }

  const { burdened, changedAt, version } = changed
  work.tx.update(rules, { id }, { title, ownerId, burdened, changedAt, version })
  record(work, { type: 'rule.changed', data: { ruleId: id, fields: Object.keys(change) } })
  return toRule(changed, now)
}
