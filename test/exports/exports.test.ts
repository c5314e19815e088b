import { type IncomingMessage, request } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { hideCase } from '../support/hidden-case.ts'
import { outbound } from '../support/scene.ts'
import { listen } from '../support/talk.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const auth = () => ({ authorization: `Bearer ${service.adminKey}` })
const get = (address: string, headers = {}) =>
  service.app.inject({ method: 'GET', url: `/v1/exports/${address}`, headers: { ...auth(), ...headers } })

type Line = Readonly<Record<string, unknown>>

/** The rows of an export and its end. */
async function lines(address: string): Promise<{ rows: readonly Line[]; end: Line & { cursor: string } }> {
  const answer = await get(address)
  expect(answer.statusCode).toBe(200)
  const all: Line[] = answer.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const end = all.pop() as Line & { cursor: string }
  expect(end).toMatchObject({ end: true, rows: all.length })
  return { rows: all, end }
}

const team = async () => {
  const { id: teamId } = await service.team()
  return { teamId, owner: await service.employee({ teamId }) }
}

test('an export tells all, and after it only what has changed, each row as it is now', async () => {
  const { teamId, owner } = await team()
  const customer = await service.customer({ teamId })
  const open = (subject: string) =>
    service.do('POST', '/v1/cases', {
      as: owner.id,
      body: { customerId: customer.id, subject, question: 'Why?' },
    })
  const first = await open('First')
  const second = await open('Second')
  const all = await lines('cases')
  const mine = (rows: readonly Line[]) => rows.filter(({ teamId: of }) => of === teamId)
  expect(mine(all.rows).map(({ id }) => id)).toEqual([first.id, second.id])
  expect(all.end).toMatchObject({ complete: true })

  expect((await lines(`cases?cursor=${all.end.cursor}`)).rows).toEqual([])
  await service.do('POST', `/v1/cases/${first.id}/resolve`, {
    as: owner.id,
    body: { outcome: 'answered', summary: 'Paid back.', contact: outbound },
  })
  const later = await lines(`cases?cursor=${all.end.cursor}`)
  expect(later.rows).toMatchObject([
    {
      id: first.id,
      status: 'resolved',
      outcome: 'answered',
      promisesMade: 1,
      promisesKept: 1,
      promisesBroken: 0,
    },
  ])
  expect(later.rows[0]?.path).toMatch(/^case\.opened .*callback\.kept case\.resolved$/)
  expect((await lines(`callbacks?cursor=${all.end.cursor}`)).rows).toMatchObject([
    { caseId: first.id, state: 'kept' },
  ])
  expect((await lines(`contacts?cursor=${all.end.cursor}`)).rows).toMatchObject([{ caseId: first.id }])
  expect((await lines(`cases?cursor=${later.end.cursor}`)).rows).toEqual([])
})

test('of customers all comes along that they can say of themselves', async () => {
  const { teamId } = await team()
  const said = {
    ...{ language: 'nl', timeZone: 'Europe/Lisbon', preferredChannel: 'email', outreachOptOut: true },
    preferredWindows: { tuesday: [{ from: '18:00', until: '20:00' }] },
  }
  const { id } = await service.customer({ teamId, email: 'jan@example.org', ...said })
  const { rows } = await lines('customers')
  expect(rows.find((row) => row.id === id)).toMatchObject(said)
})

test('read in small parts it is the same, row by row, and a part says that it is one', async () => {
  const { teamId } = await team()
  for (let made = 0; made < 7; made++) await service.customer({ teamId })
  for (const kind of ['customers', 'events']) {
    const whole = await lines(kind)
    const parts: Line[] = []
    let cursor = ''
    for (let part = 0; ; part++) {
      const { rows, end } = await lines(`${kind}?limit=3${cursor}`)
      parts.push(...rows)
      if (end.complete === true) break
      expect(rows.length).toBeLessThanOrEqual(3)
      expect(part).toBeLessThan(200)
      cursor = `&cursor=${end.cursor}`
    }
    expect(parts.map(({ id }) => id)).toEqual(whole.rows.map(({ id }) => id))
    expect(parts.length).toBeGreaterThan(7)
  }
})

test('CSV is quoted as RFC 4180 says, no cell is a formula, and the trailer has the cursor', async () => {
  const { teamId } = await team()
  const before = (await lines('customers')).end.cursor
  const formula = await service.customer({
    teamId,
    name: '=HYPERLINK("http://x.example";"a, b")',
    phone: '+31612345678',
  })
  const answer = await get(`customers?cursor=${before}&bom=true`, { accept: 'text/csv' })
  expect(answer.headers['content-type']).toContain('text/csv')
  const [names = '', row = '', ...rest] = answer.body.split('\r\n')
  expect(names.slice(0, 17)).toBe('\uFEFFid,erased,name,k')
  expect(rest).toEqual([''])
  expect(row).toContain(
    `${formula.id},false,"'=HYPERLINK(""http://x.example"";""a, b"")",person,false,+31612345678`,
  )
  expect(answer.body.replaceAll('\r\n', '')).not.toContain('\n')
  expect(answer.trailers).toMatchObject({
    'export-complete': 'true',
    'export-cursor': expect.stringMatching(/^\d+$/),
  })
  expect((await get('customers?format=csv')).body.startsWith('id,')).toBe(true)
})

test('whatever a spreadsheet could take for a formula is written as text', async () => {
  const { teamId } = await team()
  const before = (await lines('customers')).end.cursor
  const names = ['=1', '+1', '-1', '@a', '＝1', '＋1', '－1', '＠a', "'=1", "'t Hooft", 'a=1']
  for (const name of names) await service.customer({ teamId, name })
  const [, ...rows] = (await get(`customers?cursor=${before}`, { accept: 'text/csv' })).body.split('\r\n')
  const written = rows.map((row) => row.split(',')[2]).slice(0, -1)
  expect(written).toEqual([...names.slice(0, 9).map((name) => `'${name}`), ...names.slice(9)])
})

test('text with every sign comes as it was written', async () => {
  const { teamId } = await team()
  const before = (await lines('customers')).end.cursor
  const name = 'Zoë \\ "quoted" \u0001\u0002\t, \u2028 🙂'
  await service.customer({ teamId, name })
  const { rows } = await lines(`customers?cursor=${before}`)
  expect(rows).toMatchObject([{ name }])
})

test('who was erased is an id and nothing else', async () => {
  const { teamId } = await team()
  const customer = await service.customer({ teamId })
  const before = (await lines('customers')).end.cursor
  // Of an erasure of a version before, which left what it did not know of.
  await service.sql.query(`set session_replication_role = replica;
    insert into events (id, type, at, customer_id, actor_kind, data)
      values (gen_random_uuid(), 'customer.erased', now(), '${customer.id}', 'system', '{}');
    set session_replication_role = origin`)
  const { rows } = await lines(`customers?cursor=${before}`)
  expect(rows).toMatchObject([{ id: customer.id, erased: true, name: null, phone: null, references: null }])
  expect(Object.values(rows[0] ?? {}).filter((value) => value !== null)).toEqual([customer.id, true, 1])
})

test('what was written of who was erased comes again without it, so that no copy keeps a word', async () => {
  const { teamId, owner } = await team()
  await service.do('POST', '/v1/topics', { body: { code: 'invoice', name: 'Invoice' } })
  const kase = await hideCase({ service, owner, teamId })
  await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
    as: owner.id,
    body: { outcome: 'answered', summary: 'Told.', contact: outbound },
  })
  const kinds = ['contacts', 'callbacks', 'consultations', 'gestures', 'deviations'] as const
  const before = await Promise.all(kinds.map((kind) => lines(kind)))
  await service.do('POST', `/v1/customers/${kase.customerId}/erasure`)
  for (const [n, kind] of kinds.entries()) {
    const ids = (rows: readonly Line[]) => rows.filter(({ caseId }) => caseId === kase.id).map(({ id }) => id)
    const { rows } = await lines(`${kind}?cursor=${before[n]?.end.cursor}`)
    expect([kind, ids(rows).sort()]).toEqual([kind, ids(before[n]?.rows ?? []).sort()])
    expect(rows.length).toBeGreaterThan(0)
    for (const word of kase.words) expect(JSON.stringify(rows)).not.toContain(word)
  }
})

test('it is compressed for whoever takes that, and says as of when', async () => {
  const plain = await get('events')
  const zipped = await get('events', { 'accept-encoding': 'gzip' })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  const lineOf = (text: string) => text.split('\n')[0]
  expect(lineOf(gunzipSync(zipped.rawPayload).toString())).toBe(lineOf(plain.body))
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(Date.parse(String(plain.headers['data-as-of']))).toBeGreaterThan(Date.now() - 60_000)
  const head = await service.app.inject({ method: 'HEAD', url: '/v1/exports/events', headers: auth() })
  expect([head.statusCode, head.body]).toEqual([200, ''])
})

test('what is none is refused', async () => {
  for (const address of ['cases?cursor=x', 'cases?since=1', 'cases?limit=0'])
    expect([address, (await get(address)).statusCode]).toEqual([address, 400])
  expect((await get('nothing')).json()).toMatchObject({ code: 'not-found' })
  expect((await get('cases', { accept: 'text/html' })).json()).toMatchObject({ code: 'not-acceptable' })
  const key = await service.key('reports:read', 'events:read')
  const barred = await service.call('GET', '/v1/exports/cases', { key })
  expect(barred.body).toMatchObject({ code: 'forbidden', required: 'exports:read' })
})

test('whoever leaves in the middle gives back what they held; a third at once is told to come again', async () => {
  // More than the buffers on the way hold, so that an export nobody reads does not come to its end.
  await service.sql.query(`insert into customers (id, name, kind, other_contact_points, team_id, created_at)
    select gen_random_uuid(), 'Customer ' || n, 'person', jsonb_build_array(jsonb_build_object('channel', 'letter',
      'address', repeat(md5(n::text), 100))), (select default_team_id from organisation), now()
    from generate_series(1, 8000) n`)
  const port = await listen(service)
  const begin = () =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const options = { port, host: '127.0.0.1', path: '/v1/exports/customers', headers: auth() }
      request(options, resolve).on('error', reject).end()
    })
  for (let round = 0; round < 3; round++) {
    const [one, two] = [await begin(), await begin()]
    expect((await get('cases')).json()).toMatchObject({ code: 'overloaded' })
    one.destroy()
    two.destroy()
    await expect.poll(async () => (await get('cases?limit=1')).statusCode).toBe(200)
  }
  // One is still under way when the service stops: it must not wait for it.
  await begin()
})
