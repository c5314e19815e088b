import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { insert } from '../script.ts'
import { outcomeOf, tryAll } from './attack.ts'

/** Halves: customers who are parted and leave their cases behind, a case that goes to somebody by a merge of long ago, a departure that is complete and nobody left, a team without agreements. */
const service = useService()
let [moved, alone, gone, stays, parted, other, sanne, piet, team]: Answer['body'][] = []
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ sanne, piet, team } = scene)
  const known = () => service.customer({ teamId: team.id })
  ;[gone, stays, parted, other] = [await known(), await known(), await known(), await known()]
  ;[moved, alone] = [await scene.take({ customerId: gone.id }), await scene.take({ customerId: parted.id })]
  const headers = { 'if-match': '*' }
  const merge = (from: Answer['body'], into: Answer['body']) =>
    service.do('POST', `/v1/customers/${from.id}/merge-into`, { headers, body: { customerId: into.id } })
  await merge(parted, other)
  await service.do('POST', `/v1/customers/${parted.id}/unmerge`, { headers })
  await merge(gone, stays)
  await letTimeBe(service.sql)
})

const mergeOf = (customer: Answer['body']) =>
  `(select id from customer_merges where customer_id = '${customer.id}')`
const part = () => [
  `update customer_merges set reversed_at = now() where customer_id = '${gone.id}'`,
  `update customers set merge_id = null where id = '${gone.id}'`,
]
/** Gives a case to another customer as by a merge, with its history. */
const by = (merge: string, kase: Answer['body'], from: Answer['body'], to: Answer['body']) => {
  const id = randomUUID()
  return [
    'set constraints all deferred',
    `insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
      select gen_random_uuid(), 'case.customer-corrected', now(), id, version + 1, 'system', '{"correctionId": "${id}"}'
      from cases where id = '${kase.id}'`,
    `insert into case_corrections (id, case_id, from_customer_id, to_customer_id, merge_id, corrected_by_kind, corrected_by_id, at)
      values ('${id}', '${kase.id}', '${from.id}', '${to.id}', ${merge}, 'employee', '${sanne.id}', now())`,
    `update cases set customer_id = '${to.id}', correction_id = '${id}', version = version + 1 where id = '${kase.id}'`,
  ]
}
const left = (row = {}) =>
  insert('departures', { employee_id: piet.id, started_at: 'now()', completed_at: 'now()', ...row })
const anew = randomUUID()

tryAll(service, [
  {
    name: 'parts two customers, and leaves the cases of one with the other',
    steps: part,
    refused: 'customer_merges_are_reversed_whole',
  },
  {
    name: 'gives a case to somebody else by a merge that was reversed',
    steps: () => by(mergeOf(parted), alone, parted, other),
    refused: 'cases_customer_is_corrected',
  },
  {
    name: 'gives a case back by a merge that still stands',
    steps: () => by(mergeOf(gone), moved, stays, gone),
    refused: 'cases_customer_is_corrected',
  },
  {
    name: 'gives a case on by a merge, against its direction, which is only written once more',
    steps: () => [
      `update customer_merges set merged_at = merged_at where customer_id = '${gone.id}'`,
      ...by(mergeOf(gone), moved, stays, gone),
    ],
    refused: 'cases_customer_is_corrected',
  },
  {
    name: 'gives a case to somebody else by a merge that is reversed as it is made',
    steps: () => [
      `insert into customer_merges (id, customer_id, into_id, moved, merged_by_kind, merged_by_id, merged_at, reversed_at)
        select '${anew}', customer_id, into_id, moved, 'system', merged_by_id, now(), now() from customer_merges
        where customer_id = '${parted.id}'`,
      ...by(`'${anew}'`, alone, parted, other),
    ],
    refused: 'customer_merges_are_history',
  },
  {
    name: 'gives a case to somebody else by a merge that is made and reversed at once, and never moved it',
    steps: () => [
      'set constraints all deferred',
      `insert into customer_merges (id, customer_id, into_id, moved, merged_by_kind, merged_by_id, merged_at)
        select '${anew}', into_id, customer_id, moved, 'system', merged_by_id, now() from customer_merges
        where customer_id = '${parted.id}'`,
      `update customers set merge_id = '${anew}' where id = '${other.id}'`,
      `update customers set merge_id = null where id = '${other.id}'`,
      `update customer_merges set reversed_at = now() where id = '${anew}'`,
      ...by(`'${anew}'`, alone, parted, other),
    ],
    refused: 'cases_customer_is_corrected',
  },
  {
    name: 'stands in the way of parting them with all of their cases',
    steps: () => [...by(mergeOf(gone), moved, stays, gone), ...part()],
    refused: /^nothing$/,
  },
  {
    name: 'completes a departure of somebody who is here',
    steps: () => [left()],
    refused: 'departures_complete_as_they_leave',
  },
  {
    name: 'completes a departure that has begun, of somebody who is here',
    steps: () => [
      left({ completed_at: null }),
      `update departures set completed_at = now() where employee_id = '${piet.id}'`,
    ],
    refused: 'departures_complete_as_they_leave',
  },
  {
    name: 'stands in the way of who leaves',
    steps: () => [left(), `update employees set departed_at = now() where id = '${piet.id}'`],
    refused: /^nothing$/,
  },
  {
    name: 'makes a team that agreed on nothing, by which no question could be taken',
    steps: () => [
      insert('teams', { id: anew, name: 'A to Z', created_at: 'now()' }),
      `update employees set team_id = '${anew}' where id = '${piet.id}'`,
    ],
    refused: 'teams_have_agreements',
  },
  {
    name: 'says of somebody that they will change in a year to come, so that others own what they take',
    steps: () => [`update employees set changed_at = '2199-01-01Z' where id = '${piet.id}'`],
    refused: 'employees_are_of_now',
  },
  {
    name: 'hires somebody who changes in a year to come',
    steps: () => [
      `insert into employees (id, name, team_id, discipline, role, contract_hours, created_at, changed_at)
        values (gen_random_uuid(), 'Kim', '${team.id}', 'front', 'member', 36, now(), '2199-01-01Z')`,
    ],
    refused: 'employees_are_of_now',
  },
])

test('what has gone on since stays where it is, when they are parted', async () => {
  const onwards = by(mergeOf(gone), moved, stays, other).map((step) => step.replace(mergeOf(gone), 'null'))
  expect(await outcomeOf(service, 'read committed', [...onwards, ...part()])).toBe('nothing')
})
