import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { expect, test } from 'vitest'
import type { Answer } from '../support/service.ts'
import { listen } from '../support/talk.ts'
import { useService } from '../support/use-service.ts'

const service = useService({ deadlines: true })

interface Sent {
  readonly query?: string
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

const send = async (body: string | Buffer, { query = '', type = 'text/csv', headers = {} }: Sent = {}) => {
  if ((await service.sql.query('select from teams limit 1')).rowCount === 0) await service.team()
  return service.call('POST', `/v1/imports/customers${query}`, {
    body,
    headers: { 'content-type': type, ...headers },
  })
}

/** The import, once it is settled what became of its lines. */
async function settled(begun: Answer): Promise<Answer['body']> {
  expect([begun.status, begun.body.state]).toEqual([202, 'running'])
  const ask = () => service.do('GET', String(begun.headers.location))
  await expect.poll(async () => (await ask()).state, { timeout: 25_000 }).toBe('done')
  const found = await ask()
  const { read, made, changed, unchanged, refused } = found.counts
  expect(made + changed + unchanged + refused).toBe(read)
  return found
}

const counts = async (body: string | Buffer, sent?: Sent) => (await settled(await send(body, sent))).counts
const found = (externalId: string) => service.call('GET', `/v1/customers/by-reference/crm/${externalId}`)
const fresh = () => `C-${randomUUID()}`

test('each line ends as made, changed, unchanged or refused, and sent again changes nothing more', async () => {
  const [one, two] = [fresh(), fresh()]
  const file = (phone: string) =>
    `system,externalId,name,phone,email,segment\r\ncrm,${one},"Dijkstra, Mevrouw",${phone},d@example.org,households\r\ncrm,${two},"O'Brien ""Pat""",,,\r\ncrm,${fresh()},Wrong,12,,\r\n`
  expect(await counts(file('06 12345678'))).toEqual({
    read: 3,
    made: 2,
    changed: 0,
    unchanged: 0,
    refused: 1,
  })
  expect((await found(one)).body).toMatchObject({
    name: 'Dijkstra, Mevrouw',
    phone: '+31612345678',
    segment: 'households',
    version: 1,
  })
  expect((await found(two)).body.name).toBe('O\'Brien "Pat"')
  expect(await counts(file('06 12345678'))).toEqual({
    read: 3,
    made: 0,
    changed: 0,
    unchanged: 2,
    refused: 1,
  })
  expect(await counts(file('06 12345679'))).toEqual({
    read: 3,
    made: 0,
    changed: 1,
    unchanged: 1,
    refused: 1,
  })
  expect((await found(one)).body).toMatchObject({ phone: '+31612345679', version: 2 })

  const id = (await found(one)).body.id
  const { data } = await service.do('GET', `/v1/events?customerId=${id}`)
  expect(data).toMatchObject([
    { type: 'customer.created', imported: true },
    { type: 'customer.changed', imported: true, data: { fields: ['phone'] } },
  ])
  expect((await service.do('GET', `/v1/customers?q=${one}`)).data).toHaveLength(1)
})

test('what was refused comes as a file, to mend and to send again', async () => {
  const [bad, worse, fine] = [fresh(), fresh(), fresh()]
  const begun = await send(
    `system;externalId;name;phone;kind\ncrm;${bad};=1+1;nobody;person\ncrm;${worse};;;animal\ncrm;;x;;\ncrm;${fine};Fine;;\ncrm;${fine};Again;;\n`,
  )
  const { id, counts: told } = await settled(begun)
  expect(told).toEqual({ read: 5, made: 1, changed: 0, unchanged: 0, refused: 4 })
  const { data } = await service.do('GET', `/v1/imports/${id}/refusals`)
  expect(data).toMatchObject([
    { line: 2, pointer: '#/phone', original: { externalId: bad, name: '=1+1', phone: 'nobody' } },
    { line: 3, pointer: '#/kind' },
    { line: 4, pointer: '#/externalId' },
    { line: 6, pointer: '#/externalId', message: 'names the customer of line 5 again' },
  ])
  const file = await service.call('GET', `/v1/imports/${id}/refusals`, { headers: { accept: 'text/csv' } })
  expect(file.text).toContain(`,'=1+1,person,nobody,`)
  const mended = file.text.replace('nobody', '0201234567').replace('animal', 'organisation')
  expect(await counts(mended)).toEqual({ read: 4, made: 1, changed: 1, unchanged: 0, refused: 2 })
  expect((await found(bad)).body).toMatchObject({ name: '=1+1', phone: '+31201234567' })
  const lines = await service.call('GET', `/v1/imports/${id}/refusals`, {
    headers: { accept: 'application/x-ndjson' },
  })
  expect(JSON.parse(lines.text.split('\n')[0] ?? '')).toMatchObject({ line: 2, externalId: bad })
})

test('the form of refusals is the one that is liked best', async () => {
  const { id } = await settled(await send('name,phone\nx,12\n'))
  const forms = {
    'text/csv;q=0.5, application/x-ndjson': 'application/x-ndjson',
    'application/json;q=0.1, text/csv': 'text/csv',
    'text/csv;q=0': 'application/json',
    'text/*': 'text/csv',
    '*/*': 'application/json',
  }
  for (const [accept, form] of Object.entries(forms)) {
    const { headers } = await service.call('GET', `/v1/imports/${id}/refusals`, { headers: { accept } })
    expect([accept, String(headers['content-type']).split(';')[0]]).toEqual([accept, form])
  }
})

test('a customer has one line in a file, by whichever of their references', async () => {
  const [one, other] = [fresh(), fresh()]
  const { teamId } = await service.customer({ teamId: (await service.team()).id })
  const references = [one, other].map((externalId) => ({ system: 'crm', externalId }))
  const { id } = await service.customer({ teamId, name: 'Was', references })
  const file = `system,externalId,name\ncrm,${one},First\ncrm,${other},Second\n`
  for (const query of ['?dryRun=true', ''])
    expect(await counts(file, { query })).toEqual({ read: 2, made: 0, changed: 1, unchanged: 0, refused: 1 })
  expect(await service.do('GET', `/v1/customers/${id}`)).toMatchObject({ name: 'First', version: 2 })
})

test('a dry run tells what would become of the lines, and writes nothing', async () => {
  const [known, strange] = [fresh(), fresh()]
  await counts(`system,externalId,name\ncrm,${known},Known\n`)
  const state = async () =>
    (
      await service.sql.query(`select (select json_agg(c order by id) from customers c) as customers,
        (select json_agg(r order by 1) from (select system, external_id, customer_id from customer_references order by 1, 2) r) as names,
        (select count(*) from events where type like 'customer.%') as events`)
    ).rows[0]
  const before = await state()
  const file = `system,externalId,name\ncrm,${known},Renamed\ncrm,${strange},New\ncrm,,\n`
  expect(await counts(file, { query: '?dryRun=true' })).toEqual({
    read: 3,
    made: 1,
    changed: 1,
    unchanged: 0,
    refused: 1,
  })
  expect(await state()).toEqual(before)
  expect((await found(strange)).status).toBe(404)
})

test('whatever Excel writes is read: semicolons, tabs, UTF-16, Windows-1252 and a byte order mark', async () => {
  const text = (id: string, by: string) =>
    `${['system', 'externalId', 'name'].join(by)}\r\ncrm${by}${id}${by}Zoë Müller €\r\n`
  const sheets: [string, (text: string) => Buffer][] = [
    [';', (given) => Buffer.from(`\uFEFF${given}`)],
    ['\t', (given) => Buffer.from(`\uFEFF${given}`, 'utf16le')],
    ['\t', (given) => Buffer.from(`\uFEFF${given}`, 'utf16le').swap16()],
    [';', (given) => Buffer.from(given.replace('€', '\x80'), 'latin1')],
  ]
  for (const [by, encode] of sheets) {
    const id = fresh()
    expect(await counts(encode(text(id, by)))).toMatchObject({ made: 1, refused: 0 })
    expect((await found(id)).body.name).toBe('Zoë Müller €')
  }
  const told = fresh()
  expect(await counts(`sep=;\r\n${text(told, ';')}`)).toMatchObject({ made: 1, refused: 0 })
  const { status, body } = await send('[]', { type: 'application/json' })
  expect([status, body.detail]).toEqual([415, 'Send the body as text/csv or application/x-ndjson.'])
  const mixed = Buffer.concat([Buffer.from('name\r\nZoë\r\n'), Buffer.from('Zo\xeb\r\n', 'latin1')])
  expect((await send(mixed)).body.detail).toContain('not UTF-8 all the way')
  expect((await send('name\nx\n', { type: 'text/csv; charset=koi8-r' })).body.detail).toContain('koi8-r')
})

test('other columns come by a mapping, and unknown ones are refused by name', async () => {
  const id = fresh()
  const file = `Klantnummer;Naam;Telefoon;Bron;Omzet\n${id};Bakker;020-1234567;crm;1,50\n`
  expect((await send(file)).body.detail).toContain('`Klantnummer`')
  const query = `?mapping=${encodeURIComponent('Klantnummer:externalId,Naam:name,Telefoon:phone,Bron:system,Omzet:-')}`
  expect(await counts(file, { query })).toMatchObject({ made: 1 })
  expect((await found(id)).body).toMatchObject({ name: 'Bakker', phone: '+31201234567' })
  for (const mapping of ['Naam', 'Naam:what', ':name'])
    expect((await send(file, { query: `?mapping=${mapping}` })).body.errors?.[0]?.pointer).toBe('#/mapping')
  expect((await send('name,Name\nx,y\n')).body.detail).toContain('Two columns')
  expect((await send('')).status).toBe(400)
  expect((await send('name\n"open')).body.detail).toContain('quote is not closed')
})

test('NDJSON is taken as well: what is left out stays, and null clears', async () => {
  const id = fresh()
  const line = (fields: object) => `${JSON.stringify({ system: 'crm', externalId: id, ...fields })}\n`
  const ndjson = { type: 'application/x-ndjson' }
  expect(await counts(line({ name: 'A', email: 'a@example.org' }), ndjson)).toMatchObject({ made: 1 })
  expect(await counts(line({ email: null }), ndjson)).toMatchObject({ changed: 1 })
  expect((await found(id)).body).toMatchObject({ name: 'A', email: null })
  const bad = `not json\n[]\n${line({ name: null })}${line({ shoeSize: 43 })}`
  const { id: importId } = await settled(await send(bad, ndjson))
  const { data } = await service.do('GET', `/v1/imports/${importId}/refusals`)
  expect(data.map(({ line: at, pointer }: Answer['body']) => [at, pointer])).toEqual([
    [1, ''],
    [2, ''],
    [3, '#/name'],
    [4, '#/shoeSize'],
  ])
})

test('a key makes it one import, whatever is sent again', async () => {
  const file = `system,externalId,name\ncrm,${fresh()},Once\n`
  const headers = { 'idempotency-key': randomUUID() }
  const [first, again] = [await send(file, { headers }), await send(file, { headers })]
  expect(again.body).toEqual(first.body)
  expect((await send(`${file}crm,x,Other\n`, { headers })).body.code).toBe('idempotency-key-reused')
  await settled(first)
  expect((await service.sql.query('select count(*)::int as n from import_lines')).rows[0].n).toBe(0)
})

test('thousands of lines come through in order, and the list of imports tells how far each is', async () => {
  const own = randomUUID().slice(0, 8)
  const rows = Array.from({ length: 2500 }, (_, n) => `crm,${own}-${n},Customer ${n}\n`).join('')
  const body = await settled(await send(`system,externalId,name\n${rows}`))
  expect(body.counts).toEqual({ read: 2500, made: 2500, changed: 0, unchanged: 0, refused: 0 })
  const { data } = await service.do('GET', '/v1/imports?limit=1&state=done')
  expect(data[0]).toEqual(body)
})

test('who was erased is a tombstone on the next page, and nothing of them is left in any file', async () => {
  const [id, mark] = [fresh(), randomUUID().slice(0, 8)]
  const email = `${mark}@example.org`
  await counts(`system,externalId,name,email\ncrm,${id},Geheim ${mark},${email}\n`)
  const { id: refusing } = await settled(
    await send(
      `system,externalId,name,phone,email\ncrm,${id},,12,\ncrm,${fresh()},,12,${email}\n,,Geheim ${mark},12,\n`,
    ),
  )
  const exported = async (cursor = '') => {
    const { text } = await service.call('GET', `/v1/exports/customers${cursor}`)
    const lines = text.trimEnd().split('\n')
    return { text, end: JSON.parse(lines.at(-1) ?? '') }
  }
  const before = await exported()
  expect(before.text).toContain(mark)
  const customer = (await found(id)).body
  await service.do('POST', `/v1/customers/${customer.id}/erasure`)

  const after = await exported(`?cursor=${before.end.cursor}`)
  expect(JSON.parse(after.text.split('\n')[0] ?? '')).toMatchObject({
    id: customer.id,
    erased: true,
    name: null,
  })
  for (const text of [after.text, (await exported()).text]) expect(text).not.toContain(mark)
  const refusals = await service.call('GET', `/v1/imports/${refusing}/refusals`)
  expect(refusals.body.data).toMatchObject([{ original: {} }, { original: {} }, { original: {} }])
  expect(refusals.text).not.toContain(mark)
  expect(refusals.text).not.toContain(id)
})

test('who may not, and what is none', async () => {
  const key = await service.key('customers:write')
  const barred = await service.call('POST', '/v1/imports/customers', {
    key,
    body: 'name\nx\n',
    headers: { 'content-type': 'text/csv' },
  })
  expect(barred.body).toMatchObject({ code: 'forbidden', required: 'imports:write' })
  expect((await send('{}', { type: 'application/json' })).status).toBe(415)
  expect((await send('name\nx\n', { query: '?colour=red' })).status).toBe(400)
  expect((await service.call('GET', `/v1/imports/${randomUUID()}`)).status).toBe(404)
})

test('a file that is refused in the middle leaves its connection as good as before', async () => {
  await service.team()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const options = { host: '127.0.0.1', port: await listen(service), agent }
  const ask = (method: string, path: string, body = '') =>
    new Promise<[number | undefined, boolean]>((resolve, reject) => {
      const headers = { authorization: `Bearer ${service.adminKey}`, 'content-type': 'text/csv' }
      const asked = request({ ...options, method, path, headers }, (answer) =>
        answer.resume().once('end', () => resolve([answer.statusCode, asked.reusedSocket])),
      )
      asked.once('error', reject).end(body)
    })
  // The line of names is too long, which is seen when much of it has been read and more is on its way.
  expect(await ask('POST', '/v1/imports/customers', 'x'.repeat(3_000_000))).toEqual([400, false])
  expect(await ask('GET', '/v1/imports')).toEqual([200, true])
  agent.destroy()
})
