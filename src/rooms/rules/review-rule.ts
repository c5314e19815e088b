import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { ruleReviews, rules, ruleVersions } from '../../tables/rules.ts'
import type { Rule } from './contract.ts'
import { lockRule } from './queries.ts'
import type { RuleReviewing } from './review-contract.ts'
import { nextReview } from './review-day.ts'
import { type RuleRow, toRule } from './rule-row.ts'
import { assertInForce, assertMayReview } from './rules.ts'
import { presentBill } from './show-bill.ts'

/**
 * The rule's owner, or a coach, keeps a rule until its next review, changes what it says, or abolishes it; each with a
 * reason. Throws `forbidden`, `rule-is-abolished` for a rule that has ended, and `unprocessable` for a day that does not go.
 */
export async function reviewRule(
  work: Work,
  id: string,
  { decision, reason, reviewOn, text }: RuleReviewing,
): Promise<Rule> {
  const rule = await lockRule(work, id)
  assertMayReview(work.actor, rule)
  assertExpected(work, rule.version)
  const at = toWire(work.now)
  assertInForce(rule, at)
  const { employee } = work.actor
  if (!employee) throw new Error('who reviews is an employee')
  const renewed: Partial<RuleRow> =
    decision === 'abolish' ? { abolishedAt: at } : await nextReview(work, rule.kind, reviewOn)
  const bill = await presentBill(work, id)
  const textNumber = rule.textNumber + (text === undefined ? 0 : 1)
  const reviews = rule.reviews + 1
  const set = { ...renewed, textNumber, reviews, dueToldAt: null, changedAt: at, version: rule.version + 1 }

  work.tx.update(rules, { id }, set)
  if (text !== undefined)
    work.tx.insert(ruleVersions, { id: newId(), ruleId: id, number: textNumber, text, at })
  const reviewedById = employee.id
  const review = { id: newId(), ruleId: id, number: reviews, decision, reason, reviewedById, at }
  work.tx.insert(ruleReviews, review)
  record(work, {
    type: 'rule.reviewed',
    data: { ruleId: id, reviewId: review.id, review: reviews, decision, reviewOn: reviewOn ?? null, bill },
  })
  const by = { decision, reason, reviewedById, reviewedByName: employee.name, reviewedAt: at }
  return toRule({ ...rule, ...set, ...by, text: text ?? rule.text }, at)
}
