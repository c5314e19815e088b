import { recordOnCase, save } from '../../case-file/change.ts'
import { lockCaseFirmly } from '../../case-file/lock-case.ts'
import { assertOpen, assertOwner } from '../../case-file/rules.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { deviations } from '../../tables/deviations.ts'
import { bendRule } from '../rules/bend-rule.ts'
import { lockRuleIfThere } from '../rules/queries.ts'
import { assertMayBend } from '../rules/rules.ts'
import { assertValuesExist } from '../values/queries.ts'
import type { Deviation, NewDeviation } from './contract.ts'

/**
 * The owner of an open case, or who stands in for them, bends a rule for its customer, at once and with nobody's leave
 * (law 14). Throws `only-the-owner`, `case-is-resolved`, `rule-is-statutory`, `rule-is-abolished`, and `unprocessable`
 * where there is no such rule or value.
 */
export async function recordDeviation(
  work: Work,
  caseId: string,
  { ruleId, benefit, reason, values = [] }: NewDeviation,
): Promise<Deviation> {
  const kase = await lockCaseFirmly(work, caseId)
  assertOwner(work.actor, kase)
  assertOpen(kase)
  assertExpected(work, kase.version)
  const { employee } = work.actor
  if (!employee) throw new Error('an owner is an employee')
  const rule = await lockRuleIfThere(work, ruleId)
  if (!rule) throw Unprocessable.at('/ruleId', 'is no rule')
  await assertValuesExist(work, values, '/values')
  const at = toWire(work.now)
  assertMayBend(rule, at)
  const { textNumber } = rule
  const id = newId()

  work.tx.insert(deviations, {
    id,
    caseId,
    ruleId,
    ruleKind: rule.kind,
    textNumber,
    benefit,
    reason,
    values: [...values],
    employeeId: employee.id,
    at,
  })
  await bendRule(work, rule, kase)
  save(
    work,
    recordOnCase(work, kase, 'deviation.recorded', {
      deviationId: id,
      ruleId,
      employeeId: employee.id,
      values,
    }),
  )
  return {
    id,
    caseId,
    reference: kase.reference,
    ruleId,
    rule: { id: ruleId, code: rule.code, title: rule.title, kind: rule.kind },
    textNumber,
    benefit,
    reason,
    values: [...values],
    by: { id: employee.id, name: employee.name },
    at,
  }
}
