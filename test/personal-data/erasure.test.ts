import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { eraseByAge } from '../../src/rooms/personal-data/erase-by-age.ts'
import { contactRow, insert, refusal } from '../laws/script.ts'
import { hideCase } from '../support/hidden-case.ts'
import { expectInvariants } from '../support/invariants.ts'
import { inbound, outbound, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService({ deadlines: true })
beforeAll(() => service.do('POST', '/v1/topics', { body: { code: 'invoice', name: 'Invoice' } }))

const erase = (id: string, headers: Record<string, string> = {}) =>
  service.call('POST', `/v1/customers/${id}/erasure`, { headers })

/** Every place in the database where one of these strings stands, whatever the table and the column. */
async function whereStand(strings: readonly string[]): Promise<string[]> {
  const { rows } = await service.sql.query(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const patterns = strings.map((text) => `%${text.toLowerCase()}%`)
  const found: string[] = []
  for (const { table_name: table } of rows) {
    const asked = `select x::text as row from ${table} x where lower(x::text) like any($1) limit 3`
    for (const { row } of (await service.sql.query(asked, [patterns])).rows) found.push(`${table}: ${row}`)
  }
  return found
}

/** A customer of whom there is something everywhere, and all by which they are known; their case is open. */
async function setPerson() {
  const scene = await setScene(service)
  const { team, sanne } = scene
  const kase = await hideCase({ service, owner: sanne, teamId: team.id })
  const customerId = kase.customerId
  const mark = `merk${randomUUID().slice(0, 8)}`
  const planted = {
    name: `Geheim ${mark}naam`,
    email: `${mark}@example.org`,
    phone: `+3165${String(Date.now()).slice(-7)}`,
    letter: `${mark}straat 1`,
    reference: `${mark}-REF`,
  }
  const key = randomUUID()
  const twinNumber = `+3164${String(Date.now()).slice(-7)}`
  await service.do('PATCH', `/v1/customers/${customerId}`, {
    headers: { 'if-match': '*' },
    body: {
      name: planted.name,
      email: planted.email,
      otherContactPoints: [{ channel: 'letter', address: planted.letter, label: `${mark}thuis` }],
      references: [{ system: 'crm', externalId: planted.reference }],
      language: 'nl',
    },
  })
  const learn = (text: string) => {
    const headers = { 'idempotency-key': randomUUID() }
    return service.do('POST', `/v1/customers/${customerId}/facts`, { headers, body: { text } })
  }
  await learn(`${mark}feit`)
  const forgotten = await learn(`${mark}vergeten`)
  await service.do('DELETE', `/v1/customers/${customerId}/facts/${forgotten.id}`)
  // Somebody who turns out to be the same person, with a question of their own.
  const twin = await service.customer({
    teamId: team.id,
    name: `Geheim ${mark}dubbel`,
    phone: twinNumber,
    references: [{ system: 'shop', externalId: `${mark}-SHOP` }],
  })
  const theirs = await service.do('POST', '/v1/cases', {
    as: sanne.id,
    headers: { 'idempotency-key': key },
    body: { customerId: twin.id, question: `${mark}tweede vraag?` },
  })
  await service.do('POST', `/v1/customers/${twin.id}/merge-into`, { body: { customerId } })
  const strings = [mark, ...kase.words, planted.phone, twinNumber, kase.wanted.phone as string]
  const close = async () => {
    for (const id of [kase.id, theirs.id])
      await service.do('POST', `/v1/cases/${id}/resolve`, {
        as: sanne.id,
        body: { outcome: 'answered', summary: `${mark}klaar`, contact: outbound },
      })
  }
  return { ...scene, kase, theirs, customerId, twin, strings, mark, key, close }
}

test('while something is promised to a customer they are not erased, and afterwards nothing personal is left', async () => {
  const { customerId, twin, kase, theirs, strings, mark, key, close, sanne } = await setPerson()
  const refused = await erase(customerId)
  expect([refused.status, refused.body.code]).toEqual([409, 'promise-is-open'])
  expect(refused.body.cases.map(({ id }: { id: string }) => id).sort()).toEqual([kase.id, theirs.id].sort())
  expect((await whereStand([mark])).length).toBeGreaterThan(8)

  await close()
  const figures = () =>
    service.sql.query(`select (select sum(amount) from ledger) as money, (select sum(chases) from cases) as chases,
      (select count(*) from contacts) as contacts, (select count(*) from callbacks) as promises,
      (select count(*) from callback_attempts) as tries, (select count(*) from resolutions) as ends,
      (select count(*) from notes) as notes, (select count(*) from deviations) as bent,
      (select count(*) from consultations) as asked, (select count(*) from customers) as customers`)
  const before = (await figures()).rows
  const { status, body } = await erase(customerId)
  expect(status).toBe(200)
  expect(body).toMatchObject({ id: customerId, name: null, phone: null, email: null, references: [] })
  expect(body).toEqual(await service.do('GET', `/v1/customers/${customerId}`))
  expect(await whereStand(strings)).toEqual([])
  expect((await figures()).rows).toEqual(before)

  const answers = await Promise.all(
    [
      `/v1/cases/${kase.id}`,
      `/v1/cases/${kase.id}/timeline?limit=200`,
      `/v1/customers/${customerId}/timeline?limit=200`,
      `/v1/customers/${twin.id}`,
      `/v1/events?limit=200&customerId=${customerId}`,
    ].map((url) => service.call('GET', url)),
  )
  for (const { status: heard, text } of answers) {
    expect(heard).toBe(200)
    for (const string of strings) expect(text).not.toContain(string)
  }
  const { data } = await service.do('GET', `/v1/events?type=customer.erased&customerId=${customerId}`)
  expect(data).toMatchObject([{ data: { because: 'request', cases: 2 } }])
  const tombstone = `/v1/events?type=customer.erased&customerId=${twin.id}`
  expect((await service.do('GET', tombstone)).data).toMatchObject([{ data: { cases: 0 } }])
  expect((await service.do('GET', `/v1/cases/${kase.id}`)).question).toBe('[erased]')
  const again = await service.call('POST', '/v1/cases', {
    as: sanne.id,
    headers: { 'idempotency-key': key },
    body: { customerId: twin.id, question: `${mark}tweede vraag?` },
  })
  expect([again.status, again.body.code]).toEqual([409, 'customer-is-erased'])
  await expectInvariants(service)
})

test('whose case ended, or whose promise was moved, by what proved it in earlier versions, is erased as well', async () => {
  const { open, customer, sanne } = await setScene(service)
  const contact = { direction: 'inbound', channel: 'phone', summary: 'Never mind.' }
  const { id } = await open({ contact: { summary: 'Why?' } })
  const moved = await service.do('GET', `/v1/cases/${id}`)
  await service.do('POST', `/v1/callbacks/${moved.callback.id}/reschedule`, {
    as: sanne.id,
    body: { reason: 'Away.', contact },
  })
  await service.do('POST', `/v1/cases/${id}/resolve`, {
    as: sanne.id,
    body: { outcome: 'withdrawn', summary: 'Merkwoord.', contact },
  })
  await service.sql.query(`
    set session_replication_role = replica;
    update resolutions set contact_moment = 'opening' where case_id = '${id}';
    update callbacks set contact_moment = 'opening' where case_id = '${id}' and state = 'rescheduled';
    set session_replication_role = origin`)
  expect((await erase(customer.id)).status).toBe(200)
  expect(await whereStand(['Merkwoord'])).toEqual([])
})

test('whose case had several owners is erased, whoever of them and of those who confirmed it has left', async () => {
  const { team, sanne, piet, customer, take } = await setScene(service)
  const { id } = await take()
  const bea = await service.employee({ teamId: team.id })
  const [coach, other] = [
    await service.employee({ role: 'coach' }),
    await service.employee({ role: 'coach' }),
  ]
  const succeed = (as: { id: string }, body: object) =>
    service.do('POST', `/v1/cases/${id}/successions`, { as: as.id, body: { reason: 'Merkwoord.', ...body } })
  const asked = await service.do('POST', `/v1/cases/${id}/contacts`, { as: bea.id, body: inbound })
  await succeed(bea, { cause: 'customerChoice', toOwnerId: piet.id, contactId: asked.id })
  const threat = await succeed(coach, { cause: 'safety', toOwnerId: sanne.id })
  await service.do('POST', `/v1/successions/${threat.id}/confirm`, { as: other.id, body: {} })
  for (const who of [other, piet]) await service.do('POST', `/v1/employees/${who.id}/departure`, { body: {} })
  await service.do('POST', `/v1/cases/${id}/resolve`, {
    as: sanne.id,
    body: { outcome: 'answered', summary: 'Done.', contact: outbound },
  })
  expect((await erase(customer.id)).status).toBe(200)
  expect(await whereStand(['Merkwoord'])).toEqual([])
  await expectInvariants(service)
})

test('their number goes from calls that came before they were known, and whose case is somebody else’s by now', async () => {
  const { team, sanne, take, customer } = await setScene(service)
  const bea = await service.employee({ teamId: team.id, extension: '61988' })
  const call = (from: string, event: string) => {
    const said = { direction: 'inbound', from, to: '+31201234567', employeeExtension: bea.extension }
    const body = { callId: randomUUID(), event, at: new Date().toISOString(), ...said }
    return service.do('POST', '/v1/calls', { body })
  }
  await call('+31612349881', 'ringing')
  const early = await service.customer({ teamId: team.id, phone: '+31612349881' })
  const wrong = await service.customer({ teamId: team.id, phone: '+31612349882' })
  const { id } = await take({ customerId: wrong.id })
  expect(await call('+31612349882', 'answered')).toMatchObject({ caseId: id })
  const body = { customerId: customer.id, reason: 'Another one called.' }
  await service.do('POST', `/v1/cases/${id}/customer-correction`, { as: sanne.id, body })
  expect([(await erase(early.id)).status, (await erase(wrong.id)).status]).toEqual([200, 200])
  expect(await whereStand(['61234988'])).toEqual([])
})

test('what an import refused of them goes, however their name and number were written', async () => {
  const { id } = await service.customer({
    teamId: (await service.team()).id,
    name: 'Gerritsen-Merk',
    phone: '+31612349871',
  })
  const refused = 'name,phone,email\ngerritsen-merk,12,\nx,06-12 34 98 71,none\ny,0612349872,none\n'
  const begun = await service.call('POST', '/v1/imports/customers', {
    body: refused,
    headers: { 'content-type': 'text/csv' },
  })
  const at = `/v1/imports/${begun.body.id}`
  await expect.poll(async () => (await service.do('GET', at)).state, { timeout: 25_000 }).toBe('done')
  await erase(id)
  const { data } = await service.do('GET', `${at}/refusals`)
  expect(data.map(({ original }: { original: object }) => original)).toEqual([
    {},
    {},
    { name: 'y', phone: '0612349872', email: 'none' },
  ])
})

describe('of a customer who was erased', () => {
  test('nothing is learned anew', async () => {
    const { customerId, twin, kase, close, sanne } = await setPerson()
    await close()
    expect((await erase(customerId)).status).toBe(200)
    const say = (url: string, body: object) => service.call('POST', url, { as: sanne.id, body })
    const refusals = [
      await erase(customerId),
      await service.call('PATCH', `/v1/customers/${customerId}`, {
        headers: { 'if-match': '*' },
        body: { name: 'Back' },
      }),
      await say('/v1/cases', { customerId, question: 'Who am I?' }),
      await say(`/v1/cases/${kase.id}/reopen`, {
        reason: 'Back.',
        contact: { ...outbound, direction: 'inbound' },
      }),
      await service.call('PATCH', `/v1/cases/${kase.id}`, {
        headers: { 'if-match': '*' },
        body: { subject: 'Back' },
      }),
      await say(`/v1/cases/${kase.id}/notes`, { text: 'Was here.' }),
      await say(`/v1/cases/${kase.id}/contacts`, { ...outbound, direction: 'inbound' }),
      await say(`/v1/customers/${customerId}/facts`, { text: 'Was here.' }),
      await service.call('POST', `/v1/customers/${twin.id}/unmerge`),
      await service.call('GET', `/v1/customers/${customerId}/personal-data`),
    ]
    expect(refusals.map(({ status, body }) => `${status} ${body.code}`)).toEqual(
      refusals.map(() => '409 customer-is-erased'),
    )
  })

  test('an erasure holds to the version that the caller saw', async () => {
    const { id } = await service.customer({ teamId: (await service.team()).id })
    expect((await erase(id, { 'if-match': '"7"' })).status).toBe(412)
    expect((await erase(id, { 'if-match': '"1"' })).status).toBe(200)
  })

  test('there are none of a customer that there is not', async () => {
    expect((await erase(randomUUID())).status).toBe(404)
  })
})

test('by age whoever had nothing to do with us is erased, and a rehearsal writes nothing', async () => {
  const { team, take, resolved, customer } = await setScene(service)
  await resolved()
  const old = await service.customer({ teamId: team.id })
  const owed = await service.customer({ teamId: team.id })
  await take({ customerId: owed.id })
  const db = openDatabase({ url: service.databaseUrl, connections: 2, onError: () => undefined })
  const run = (before: Temporal.Instant, dryRun = false) =>
    eraseByAge(db, { before, dryRun, clock: Temporal.Now.instant })
  const erased = async () => {
    const asked = `/v1/customers?id=${[old, owed, customer].map(({ id }) => id).join()}`
    const { data } = await service.do('GET', asked)
    return data.filter((one: { erasedAt: unknown }) => one.erasedAt).map(({ id }: { id: string }) => id)
  }
  const now = Temporal.Now.instant()
  await run(now.subtract({ hours: 1 }))
  expect(await erased()).toEqual([])
  const later = now.add({ minutes: 1 })
  const rehearsed = await run(later, true)
  expect([rehearsed >= 2, await erased()]).toEqual([true, []])
  expect(await run(later)).toBe(rehearsed)
  expect((await erased()).sort()).toEqual([old.id, customer.id].sort())
  expect(await run(later)).toBe(0)
  await db.close()
})

test('a rehearsal that is misspelt is refused, and erases nobody', async () => {
  const run = promisify(execFile)(process.execPath, ['src/retention.ts', 'P7Y', '--dryrun'], {
    env: { ...process.env, DATABASE_URL: service.databaseUrl },
  })
  await expect(run).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--dryrun is not known'),
  })
})

describe('no SQL', () => {
  const gone = { text: `'[erased]'` }

  async function setNote() {
    const scene = await setScene(service)
    const kase = await scene.resolved()
    const { id } = await service.do('POST', `/v1/cases/${kase.id}/notes`, {
      as: scene.sanne.id,
      body: { text: 'Careful.' },
    })
    const row = (customerId: string) =>
      insert('erasures', {
        id: 'gen_random_uuid()',
        customer_id: customerId,
        because: 'request',
        erased_by_kind: 'system',
        at: 'now()',
      })
    return { ...scene, kase, noteId: id, row }
  }

  test('takes out words that are history without an erasure of that very customer', async () => {
    const { noteId, row, customer } = await setNote()
    const out = `update notes set text = ${gone.text} where id = '${noteId}'`
    expect(await refusal(service, out)).toBe('notes_are_history')
    const { id: other } = await service.customer({ teamId: (await service.team()).id })
    expect(await refusal(service, row(other), out)).toBe('notes_are_history')
    // Of that very customer it does, and then the erasure has to be whole.
    expect(await refusal(service, row(customer.id), out)).toBe('erasures_are_whole')
  })

  test('changes anything else under the name of an erasure', async () => {
    const { noteId, row, customer, kase, piet } = await setNote()
    const change = (what: string) => refusal(service, row(customer.id), what)
    expect(await change(`update notes set text = 'Fine.' where id = '${noteId}'`)).toBe('notes_are_history')
    expect(
      await change(`update notes set text = '[erased]', author_id = '${piet.id}' where id = '${noteId}'`),
    ).toBe('notes_are_history')
    expect(await change(`delete from notes where id = '${noteId}'`)).toBe('notes_are_history')
    expect(await change(`update contacts set outcome = 'no-answer' where case_id = '${kase.id}'`)).toBe(
      'contacts_are_history',
    )
    expect(await change(`update events set data = '{}' where case_id = '${kase.id}'`)).toBe(
      'events_are_final',
    )
    expect(await change(`update resolutions set outcome = 'fixed' where case_id = '${kase.id}'`)).toBe(
      'resolutions_are_history',
    )
  })

  test('learns anything anew of whom was erased', async () => {
    const { kase, customer, sanne, team } = await setNote()
    await erase(customer.id)
    const by = { recorded_by_kind: 'employee', recorded_by_id: sanne.id, recorded_at: 'now()' }
    const wrote = { id: 'gen_random_uuid()', author_kind: 'employee', author_id: sanne.id, at: 'now()' }
    const [gift, account] = [randomUUID(), randomUUID()]
    const learned = (of: { id: string }, about: { id: string; owner: { id: string } }) => [
      [insert('notes', { ...wrote, case_id: about.id, text: 'Was here.' })],
      [insert('customer_facts', { id: 'gen_random_uuid()', customer_id: of.id, text: 'Was here.', ...by })],
      [insert('customer_references', { system: 'crm', external_id: gift, customer_id: of.id })],
      [contactRow(about, { summary: 'Was here.' })],
      [
        insert('gestures', {
          ...{ id: gift, case_id: about.id, team_id: team.id, owner_id: sanne.id, granted_by_id: sanne.id },
          ...{ kind: 'credit', amount: '100', currency: 'EUR', reason: 'Was here.', state: 'granted' },
          granted_at: 'now()',
        }),
        insert('spending_accounts', { id: account, case_id: about.id }),
        insert('ledger', {
          ...{ account_id: account, number: '1', kind: 'case', gesture_id: gift, gesture_amount: '100' },
          ...{ phase: 'granted', amount: '100', balance: '100', fulfilled: '0', at: 'now()' },
        }),
      ],
    ]
    const other = await setNote()
    const known = learned(other.customer, { ...other.kase, owner: other.sanne })
    for (const statements of known.slice(0, 4)) expect(await refusal(service, ...statements)).toBe('nothing')
    for (const statements of learned(customer, { ...kase, owner: sanne }))
      expect(await refusal(service, ...statements), statements[0]).toBe('customers_erased_are_gone')
    const [, [fact = ''] = [], [reference = ''] = []] = known
    for (const [table, statement] of [
      ['customer_facts', fact],
      ['customer_references', reference],
    ])
      expect(
        await refusal(service, statement ?? '', `update ${table} set customer_id = '${customer.id}'`),
        table,
      ).toBe('customers_erased_are_gone')
  })

  test('erases whom something is promised, or takes an erasure back', async () => {
    const { take, customer, row } = await setNote()
    await take()
    expect(await refusal(service, row(customer.id))).toBe('erasures_wait_for_the_promise')
    const { id } = await service.customer({ teamId: (await service.team()).id })
    await erase(id)
    expect(await refusal(service, `delete from erasures where customer_id = '${id}'`)).toBe(
      'erasures_are_history',
    )
    expect(await refusal(service, 'truncate erasures')).toBe('erasures_are_history')
    expect(await refusal(service, `update customers set erased_at = null where id = '${id}'`)).toBe(
      'customers_erased_are_gone',
    )
  })
})
