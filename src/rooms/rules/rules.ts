import type { Actor } from '../../db/work.ts'
import { Forbidden } from '../../lib/problems.ts'
import { RuleIsAbolished, RuleIsStatutory } from './problems.ts'
import { type RuleRow, stateOf } from './rule-row.ts'

/** The rule's owner reviews it, or a coach or an admin. Throws `forbidden`. */
export function assertMayReview({ employee }: Actor, { ownerId, ownerName }: RuleRow): void {
  if (employee?.role === 'member' && employee.id !== ownerId)
    throw Forbidden.because(`${ownerName} answers for this rule, and reviews it; or a coach does.`, {
      required: 'coach',
    })
}

/** Law 14: throws `rule-is-abolished` for a rule that has ended. `now` is in wire form. */
export function assertInForce(rule: RuleRow, now: string): void {
  const state = stateOf(rule, now)
  if (state === 'abolished') throw RuleIsAbolished.because(`The rule was abolished: “${rule.title}”.`)
  if (state === 'lapsed') throw RuleIsAbolished.because(`The rule lapsed: “${rule.title}”.`)
}

/** Law 14: throws `rule-is-statutory` for the law, and `rule-is-abolished` for a rule that has ended. */
export function assertMayBend(rule: RuleRow, now: string): void {
  if (rule.kind === 'statutory')
    throw RuleIsStatutory.at('/ruleId', `is the law, which nobody bends: “${rule.title}”`)
  assertInForce(rule, now)
}
