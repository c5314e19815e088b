import { beforeAll, expect, test } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { callbackRow, contactRow, insert } from '../script.ts'
import { tell } from '../tell.ts'
import { tryAll } from './attack.ts'

/** The number of a row, by which somebody says what they have seen: behind the largest nobody could change it any more. */
const service = useService()
const largest = 2147483647
let [kase, customer, sanne, team]: Answer['body'][] = []
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ customer, sanne, team } = scene)
  kase = await scene.take()
  await service.do('PATCH', `/v1/customers/${customer.id}`, {
    ...{ headers: { 'if-match': '*' }, body: { language: 'nl' } },
  })
  await letTimeBe(service.sql)
})

const rows = {
  callbacks: () => kase.callback.id,
  customers: () => customer.id,
  employees: () => sanne.id,
  teams: () => team.id,
}
const refused = 'versions_count_up'
const another = '0199a3ee-5b20-7c66-8a1f-3d9e7b5c2f14'
const contact = '0199a3ee-5b20-7c66-8a1f-3d9e7b5c2f15'

tryAll(service, [
  ...Object.entries(rows).flatMap(([table, id]) =>
    [String(largest), '-1', 'version + 2'].map((to) => ({
      name: `gives a row of ${table} ${to} as its version`,
      steps: () => [`update ${table} set version = ${to} where id = '${id()}'`],
      refused,
    })),
  ),
  {
    name: 'gives a customer the version of before, that somebody saw',
    steps: () => [`update customers set version = version - 1 where id = '${customer.id}'`],
    refused,
  },
  {
    name: 'puts a promise in the place of another that nobody can ever keep',
    steps: () => [
      'set constraints all deferred',
      contactRow(kase, { id: contact }),
      `update callbacks set state = 'rescheduled', closed_at = now(), contact_id = '${contact}', contact_moment = 'owner-reached',
        replaced_by = '${another}', reason = 'Later.' where id = '${kase.callback.id}'`,
      callbackRow(kase, { id: another, version: String(largest) }),
      tell,
      `update cases set callback_id = '${another}' where id = '${kase.id}'`,
    ],
    refused,
  },
  {
    name: 'makes a customer whom nobody can erase',
    steps: () => [
      insert('customers', {
        ...{ id: another, name: 'A', kind: 'person', other_contact_points: '[]', team_id: team.id },
        ...{ created_at: 'now()', version: String(largest) },
      }),
    ],
    refused,
  },
  {
    name: 'stands in the way of the next version',
    steps: () =>
      Object.entries(rows).map(
        ([table, id]) => `update ${table} set version = version + 1 where id = '${id()}'`,
      ),
    refused: /^nothing$/,
  },
])

test('each table whose rows have a version counts it', async () => {
  const { rows } = await service.sql.query(`
    select c.table_name as table, array_agg(distinct case when tgtype & 4 = 4 then 'begins' else 'counts' end) as told
    from information_schema.columns c left join pg_trigger on tgrelid = format('public.%I', c.table_name)::regclass
      and encode(tgargs, 'escape') = 'versions_count_up\\000'
    where c.table_schema = 'public' and c.column_name = 'version' and c.table_name not in ('cases', 'presences') group by 1`)
  expect(rows.length).toBeGreaterThan(20)
  for (const { table, told } of rows) expect({ table, told }).toEqual({ table, told: ['begins', 'counts'] })
})
