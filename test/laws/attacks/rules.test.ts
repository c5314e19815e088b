import { beforeAll } from 'vitest'
import { houseRule } from '../../requests/objects.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { insert } from '../script.ts'
import { tryAll } from './attack.ts'

const service = useService()

let kase: Answer['body']
let law: Answer['body']
let rule: Answer['body']
let bent: Answer['body']
let piet: { readonly id: string }
beforeAll(async () => {
  const scene = await setScene(service)
  const make = (fields: object = {}) =>
    service.do('POST', '/v1/rules', { body: { ...houseRule(scene.sanne.id), ...fields } })
  ;[kase, law, rule, piet] = [await scene.take(), await make({ kind: 'statutory' }), await make(), scene.piet]
  bent = await service.do('POST', `/v1/cases/${kase.id}/deviations`, {
    as: scene.sanne.id,
    body: { ruleId: rule.id, benefit: 'Gets it back.', reason: 'Ours.' },
  })
})

const bend = (of: Answer['body'], row: Readonly<Record<string, string>> = {}) =>
  insert('deviations', {
    id: 'gen_random_uuid()',
    case_id: kase.id,
    rule_id: of.id,
    rule_kind: of.kind,
    text_number: '1',
    benefit: 'Gets it back.',
    reason: 'Ours.',
    employee_id: kase.owner.id,
    at: 'now()',
    ...row,
  })

/** The same row by MERGE. */
const merged = (statement: string): string =>
  statement.replace(
    /^insert into deviations \((.*)\) values \((.*)\)$/s,
    (_, names, values) =>
      `merge into deviations d using (select 1) s on false when not matched then insert (${names}) values (${values})`,
  )
const review = (set: string) =>
  `update rules set ${set}, reviews = reviews + 1, changed_at = now(), version = version + 1 where id = '${rule.id}'`

tryAll(service, [
  {
    name: 'bends the law',
    steps: () => [bend(law)],
    refused: 'deviations_leave_the_law_alone',
  },
  {
    name: 'bends the law by MERGE, under another name',
    steps: () => [merged(bend(law, { rule_kind: 'house' }))],
    refused: 'deviations_rule_is_of_that_kind',
  },
  {
    name: 'makes the law a rule of the house',
    steps: () => [`update rules set kind = 'house' where id = '${law.id}'`],
    refused: 'rules_are_history',
  },
  {
    name: 'bends a rule that it has just abolished',
    steps: () => [review('abolished_at = now()'), bend(rule)],
    refused: 'deviations_bend_what_is_in_force',
  },
  {
    name: 'brings back what it has abolished',
    steps: () => [review('abolished_at = now()'), review('abolished_at = null')],
    refused: 'rules_end_for_good',
  },
  {
    name: 'puts off a review without one',
    steps: () => [`update rules set review_on = '2095-01-01' where id = '${rule.id}'`],
    refused: 'rules_are_renewed_by_a_review',
  },
  {
    name: 'bends for somebody who does not own the case',
    steps: () => [bend(rule, { employee_id: piet.id })],
    refused: 'deviations_are_the_owners',
  },
  {
    name: 'rewrites by MERGE why a rule was bent',
    steps: () => [
      `merge into deviations d using (select '${bent.id}'::uuid as id) s on d.id = s.id
        when matched then update set reason = 'For a friend.'`,
    ],
    refused: 'deviations_are_history',
  },
  {
    name: 'takes back that a rule was bent',
    steps: () => [`delete from deviations where id = '${bent.id}'`],
    refused: 'deviations_are_history',
  },
  {
    name: 'sweeps away what was bent',
    steps: () => ['truncate deviations'],
    refused: 'deviations_are_history',
  },
])
