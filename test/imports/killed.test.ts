import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { createDatabase } from '../support/database.ts'
import { type Started, startProcess } from '../support/start-process.ts'
import { useService } from '../support/use-service.ts'

const service = useService({ deadlines: true })
let running: Started | undefined
afterAll(() => running?.kill())

/** Lines that make, change, leave and refuse, in an order in which each chunk has some of all. */
const file = `system,externalId,name,phone,email\n${Array.from({ length: 3000 }, (_, n) =>
  n % 97 === 0 ? `crm,K-${n},Wrong ${n},12,` : `crm,K-${n},Customer ${n},06 1${String(n).padStart(7, '0')},`,
).join('\n')}\n`
const earlier = `system,externalId,name\n${Array.from({ length: 300 }, (_, n) => `crm,K-${n * 10},Customer ${n * 10}`).join('\n')}\n`

type Send = (method: string, path: string, body?: string) => Promise<{ id: string; state: string }>

async function importFiles(send: Send, meanwhile: (id: string) => Promise<void>): Promise<void> {
  for (const text of [earlier, file]) {
    const { id } = await send('POST', '/v1/imports/customers', text)
    if (text === file) await meanwhile(id)
    await expect
      .poll(async () => (await send('GET', `/v1/imports/${id}`).catch(() => null))?.state, {
        timeout: 40_000,
      })
      .toBe('done')
  }
}

/** All that imports leave, but for ids and moments. */
async function left(sql: pg.Client): Promise<unknown> {
  const { rows } = await sql.query(`select
    (select json_agg(x) from (select r.external_id, c.name, c.phone, c.email, c.version, c.kind,
      (select string_agg(e.type || (e.data ->> 'fields'), ' ' order by e.id) from events e where e.customer_id = c.id)
      from customers c join customer_references r on r.customer_id = c.id order by 1) x) as customers,
    (select count(*) from customers) as n,
    (select json_agg(x) from (select line, pointer, message, original from import_refusals order by 1) x) as refusals,
    (select json_agg(x) from (select read, made, changed, unchanged, refused from imports order by started_at) x) as imports,
    (select count(*) from import_lines) as waiting,
    (select count(*) from events where type like 'import.%') as told`)
  return rows[0]
}

test('an import that is killed five times ends as an undisturbed one does, row by row', async () => {
  await service.team({ name: 'Noord' })
  await importFiles(
    async (method, url, body) =>
      (
        await service.call(method as 'GET', url, {
          ...(body && { body, headers: { 'content-type': 'text/csv' } }),
        })
      ).body,
    async () => undefined,
  )

  const database = await createDatabase()
  const sql = new pg.Client({ connectionString: database.url })
  await sql.connect()
  const key = 'a-key-of-thirty-two-signs-or-more-0'
  const begin = async () => {
    running = startProcess({ DATABASE_URL: database.url, PORT: '0', BOOTSTRAP_API_KEY: key })
    const [, url = ''] = await running.until(/ready at (http:\S+?)"/)
    // The key of the first start is made when the service listens already.
    const headers = { authorization: `Bearer ${key}` }
    await expect.poll(async () => (await fetch(`${url}/v1/organisation`, { headers })).status).toBe(200)
    return url
  }
  let url = await begin()
  const send: Send = async (method, path, body) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body && { 'content-type': path.includes('imports') ? 'text/csv' : 'application/json' }),
      },
      ...(body && { body }),
    })
    expect(answer.status, `${method} ${path}`).toBeLessThan(300)
    return (await answer.json()) as { id: string; state: string }
  }
  await send('POST', '/v1/teams', JSON.stringify({ name: 'Noord' }))
  let killed = 0
  await importFiles(send, async (id) => {
    const settledLines = async (): Promise<number> =>
      (await sql.query('select after_line as n, state from imports where id = $1', [id])).rows[0].n
    for (; killed < 5; killed++) {
      // In the middle of a step, and not behind its end.
      await new Promise((resolve) => setTimeout(resolve, 60 + 70 * killed))
      running?.kill()
      await running?.ended
      expect(await settledLines()).toBeLessThan(3001)
      url = await begin()
    }
  })
  expect(killed).toBe(5)
  expect(await left(sql)).toEqual(await left(service.sql))
  running?.kill()
  await running?.ended
  await sql.end()
  await database.drop()
}, 240_000)
