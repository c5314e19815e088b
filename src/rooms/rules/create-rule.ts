import type { Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { rules, ruleVersions } from '../../tables/rules.ts'
import type { NewRule, Rule } from './contract.ts'
import { findRuleOwner } from './queries.ts'
import { nextReview } from './review-day.ts'
import { toRule } from './rule-row.ts'

/**
 * Makes a rule, with its first text. Throws `already-exists` when its code is taken, and `unprocessable` for an owner who
 * does not work here or a day of review that is not to come.
 */
export async function createRule(work: Work, given: NewRule): Promise<Rule> {
  const { code, title, text, kind } = given
  const review = await nextReview(work, kind, given.reviewOn)
  const { id: ownerId, name: ownerName } = await findRuleOwner(work, given.ownerId)
  const now = toWire(work.now)
  const row = {
    id: newId(),
    code,
    title,
    textNumber: 1,
    kind,
    ownerId,
    ...review,
    burdened: given.shareOfHonestPeopleBurdened ?? null,
    reviews: 0,
    dueToldAt: null,
    abolishedAt: null,
    createdAt: now,
    changedAt: now,
    version: 1,
  }

  work.tx.insert(rules, row)
  work.tx.insert(ruleVersions, { id: newId(), ruleId: row.id, number: 1, text, at: now })
  record(work, { type: 'rule.created', data: { ruleId: row.id, code, kind } })
  const noReview = {
    decision: null,
    reason: null,
    reviewedAt: null,
    reviewedById: null,
    reviewedByName: null,
  }
  return toRule({ ...row, ...noReview, text, ownerName }, now)
}
