import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Scene, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let scene: Scene
let script: pg.Client
beforeAll(async () => {
  scene = await setScene(service)
  script = new pg.Client({ connectionString: service.databaseUrl })
  await script.connect()
})
afterAll(() => script.end())

const find = async (q: string): Promise<string[]> => {
  const { data } = await service.do('GET', `/v1/cases?${new URLSearchParams({ q })}`, { as: scene.sanne.id })
  return data.map(({ id }: { id: string }) => id)
}

/** Runs the second beside the first, which is committed when the second waits for it. */
async function oneBehindTheOther(
  first: string,
  values: unknown[],
  second: () => Promise<unknown>,
): Promise<void> {
  await script.query('begin')
  await script.query(first, values)
  const answer = second()
  await expect
    .poll(async () => {
      const { rows } = await service.sql.query(
        'select count(*)::int as waiting from pg_stat_activity where wait_event_type = $1 and datname = current_database()',
        ['Lock'],
      )
      return rows[0].waiting
    })
    .toBeGreaterThan(0)
  await script.query('commit')
  await answer
}

/** A note by a script, with its event: the statement, and its values. */
const note = (caseId: string, text: string) => ({
  write: `with noted as (insert into notes (id, case_id, text, author_kind, author_id, at)
      values ($1::uuid, $2, $3, 'employee', $4, now())),
    told as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
      select gen_random_uuid(), 'note.added', now(), id, version + 1, 'system', jsonb_build_object('noteId', $1::uuid)
      from cases where id = $2)
    update cases set version = version + 1 where id = $2`,
  values: [randomUUID(), caseId, text, scene.sanne.id],
})

test('a case that is opened while its customer gets another name is found by that name', async () => {
  const customer = await service.customer({ name: 'Truus Eerder', teamId: scene.team.id })
  let kase: { id: string } | undefined
  await oneBehindTheOther(
    `update customers set name = 'Truus Voortaan' where id = $1`,
    [customer.id],
    async () => {
      kase = await scene.take({ customerId: customer.id, question: 'Ondertussen' })
    },
  )
  expect(await find('voortaan ondertussen')).toEqual([kase?.id])
})

test('a word that is written while the customer gets another name is not lost', async () => {
  const customer = await service.customer({ name: 'Wim Vooraf', teamId: scene.team.id })
  const kase = await scene.take({ customerId: customer.id, question: 'Tegelijkertijd' })
  const { write, values } = note(kase.id, 'Zonnebloem')
  await oneBehindTheOther(write, values, () =>
    service.do('PATCH', `/v1/customers/${customer.id}`, {
      body: { name: 'Wim Achteraf' },
      headers: { 'if-match': '"1"' },
    }),
  )
  expect(await find('zonnebloem achteraf')).toEqual([kase.id])
})

test('what a script writes is found as well', async () => {
  const kase = await scene.take({ question: 'Zomaar' })
  const { write, values } = note(kase.id, 'Kurkentrekkers')
  await service.sql.query(write, values)
  expect(await find('kurkentrekker')).toEqual([kase.id])
  await service.sql.query(
    `insert into customer_references (system, external_id, customer_id) values ('x', 'AB/77', $1)`,
    [scene.customer.id],
  )
  expect(await find('ab77 zomaar')).toEqual([kase.id])
  await service.sql.query(`delete from customer_references where external_id = 'AB/77'`)
  expect(await find('ab77 zomaar')).toEqual([])
})
