import { beforeAll, expect, test } from 'vitest'
import { setScene } from '../support/scene.ts'
import { type Answer, startService } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
beforeAll(async () => {
  await service.do('PATCH', '/v1/organisation', { body: { country: 'NL' }, headers: { 'if-match': '*' } })
})

const lookUp = (phone: string, call: object = {}): Promise<Answer> =>
  service.call('GET', `/v1/callers?phone=${encodeURIComponent(phone)}`, call)
const caller = async (phone: string, call: object = {}): Promise<Answer['body']> =>
  (await lookUp(phone, call)).body

let last = 10_000_000
/** A mobile number that nobody has yet. */
const newPhone = (): string => `+316${++last}`

/** A scene whose customer has a number of their own, and somebody of another team. */
async function setCall() {
  const scene = await setScene(service)
  const phone = newPhone()
  const customer = await service.customer({
    phone,
    teamId: scene.team.id,
    email: 'dijkstra@example.org',
    otherContactPoints: [{ channel: 'phone', address: '+31402345678' }],
  })
  const stranger = await service.employee({ teamId: (await service.team()).id })
  const open = (fields: object = {}) => scene.take({ customerId: customer.id, ...fields })
  return { ...scene, phone, customer, stranger, open }
}

test('an employee of another team learns name, owner and promise of who calls, and nothing else', async () => {
  const { phone, customer, stranger, sanne, open } = await setCall()
  const kase = await open({ subject: 'Meter', question: 'Why is the meter turning?', tags: ['meter'] })
  const { status, body, text } = await lookUp(phone, { as: stranger.id })
  expect(status).toBe(200)
  const who = { id: customer.id, name: customer.name }
  expect(body).toEqual({
    phone,
    customer: who,
    candidates: [who],
    facts: [],
    headsUps: [],
    openCases: [
      {
        id: kase.id,
        reference: kase.reference,
        status: 'open',
        customer: who,
        owner: { id: sanne.id, name: sanne.name, extension: '204' },
        standIn: null,
        callback: {
          channel: 'phone',
          from: kase.callback.from,
          until: kase.callback.until,
          overdue: false,
        },
        version: kase.version,
      },
    ],
    ring: { employeeId: sanne.id, extension: '204', reason: 'owner' },
  })
  for (const word of ['eter', 'dijkstra@', '+31402345678', 'aboutEmployeeId', 'teamId'])
    expect(text).not.toContain(word)
  expect((await service.call('GET', `/v1/cases/${kase.id}`, { as: stranger.id })).status).toBe(404)
})

test('a number is read in any notation', async () => {
  const { customer } = await setCall()
  const phone = '+31207654321'
  await service.do('PATCH', `/v1/customers/${customer.id}`, {
    body: { phone },
    headers: { 'if-match': '*' },
  })
  for (const written of [
    phone,
    '0207654321',
    '020 765 43 21',
    '020-7654321',
    '(020) 7654321',
    '0031207654321',
    '00 31 20 765 4321',
    '+31 (0)20 765 4321',
    'tel:+31207654321',
    ' 31207654321',
    '31207654321',
    '31 20 765 4321',
    'tel:020-7654321',
    'sip:+31207654321@pbx.example;user=phone',
    'sips:0207654321@pbx.example',
    '"Familie Verhoeven" <sip:0031207654321@192.0.2.7:5060>',
    '"Familie Verhoeven" <sip:020-7654321;phone-context=+31@192.0.2.7>;tag=af3',
    'tel:0207654321;phone-context=+31',
    'tel:7654321;phone-context=+3120',
    'tel:020-7654321;phone-context=pbx.example',
    '\u202d+31 20 765 4321\u202c',
  ]) {
    const { body } = await lookUp(written)
    expect([written, body.phone, body.customer?.id]).toEqual([written, phone, customer.id])
  }
})

test('what is no number is looked for twice at most, in whichever country it may be read', async () => {
  const asked = Promise.all(
    ['+31', '+49', 'x', '+999'].map((context) => lookUp(`tel:123;phone-context=${context}`)),
  )
  expect((await asked).map(({ status }) => status)).toEqual([400, 400, 400, 400])
})

test('a caller without a number is nobody, and no mistake', async () => {
  const nobody = {
    phone: null,
    customer: null,
    candidates: [],
    facts: [],
    openCases: [],
    headsUps: [],
    ring: null,
  }
  for (const withheld of [
    'anonymous',
    'Anonymous',
    'withheld',
    'unavailable',
    'private',
    'RESTRICTED',
    'Unknown',
    'blocked',
    'withheld number',
    'PRIVATE_NUMBER',
    'No Caller ID',
    'sip:anonymous@anonymous.invalid',
    '"Anonymous" <sip:anonymous@pbx.example>',
    '"Anonymous" <sip:anonymous@anonymous.invalid>;tag=1',
    '\u202aanonymous\u202c',
    'onbekend',
    'Unbekannt',
    'Numéro masqué',
    'numero masque',
    'Unterdrückte Rufnummer',
    'Nummer unterdrückt',
    'keine Rufnummer',
    'Anonymer Anrufer',
    'Geen nummerweergave',
    'Afgeschermd nummer',
    'nummer onbekend',
    'Privé-nummer',
    'Correspondant inconnu',
    'Número oculto',
    'Número não identificado',
    'numero privato',
    'Hemmeligt nummer',
    'Okänt nummer',
    'numer zastrzeżony',
    'Ismeretlen szám',
    'Неизвестный номер',
    'Άγνωστος αριθμός',
    'Bilinmeyen numara',
    '非通知',
    'Number not available',
    'number withheld',
    'n/a',
    '***',
    'null',
    '+266696687',
    '',
    ' ',
  ]) {
    const { status, body } = await lookUp(withheld)
    expect([withheld, status, body]).toEqual([withheld, 200, nobody])
  }
})

test('what is no telephone number is refused, and so is a look-up without one', async () => {
  for (const garbage of [
    'hello',
    'Unknown Jansen',
    'number',
    'no',
    '12',
    '+',
    '+999',
    '0612',
    'anonymous@sip',
    '+31612345678 ext. 5',
    'tel:0612345678;ext=5',
    'tel:12;phone-context=+31',
    '+33 06 12 34 56 7',
    '00113476208000',
    '020 1234567/8',
    'x'.repeat(41),
    '9'.repeat(15),
    'sip:204@pbx.example',
    'sip:@pbx.example',
    '*31#',
    '%00',
  ]) {
    const { status, body } = await lookUp(garbage)
    expect([garbage, status, body.code, body.errors?.[0].pointer]).toEqual([
      garbage,
      400,
      'validation-failed',
      '#/phone',
    ])
  }
  for (const query of ['', '?phone=0612345678&phone=0612345679', '?phone=0612345678&q=x'])
    expect((await service.call('GET', `/v1/callers${query}`)).status).toBe(400)
})

test('a number that nobody has shows nobody, and rings nobody', async () => {
  const phone = newPhone()
  expect(await caller(phone)).toEqual({
    phone,
    customer: null,
    candidates: [],
    facts: [],
    openCases: [],
    headsUps: [],
    ring: null,
  })
})

test('with several customers on one number all are shown, and the latest question is rung for', async () => {
  const { phone, customer, piet, sanne, team, open } = await setCall()
  const partner = await service.customer({ phone, teamId: team.id })
  await open()
  const theirs = await service.do('POST', '/v1/cases', {
    as: piet.id,
    body: { customerId: partner.id, question: 'And mine?' },
  })
  const latest = await caller(phone)
  expect(latest.customer).toBeNull()
  expect(latest.candidates.map(({ id }: { id: string }) => id)).toEqual([partner.id, customer.id])
  expect(latest.openCases.map((kase: Answer['body']) => kase.owner.id)).toEqual([piet.id, sanne.id])
  expect(latest.ring).toEqual({ employeeId: piet.id, extension: '205', reason: 'owner' })

  await service.do('POST', `/v1/cases/${theirs.id}/resolve`, {
    as: piet.id,
    body: { outcome: 'answered', summary: 'Told.', contact: { direction: 'outbound', channel: 'phone' } },
  })
  const after = await caller(phone)
  expect(after.openCases.map((kase: Answer['body']) => kase.owner.id)).toEqual([sanne.id])
  expect(after.ring.employeeId).toBe(sanne.id)
})

test('of a number that very many have, the newest ten are shown', async () => {
  const { phone, team } = await setCall()
  const made: string[] = []
  for (let n = 0; n < 12; n++) made.push((await service.customer({ phone, teamId: team.id })).id)
  const { candidates } = await caller(phone)
  expect(candidates.map(({ id }: { id: string }) => id)).toEqual(made.reverse().slice(0, 10))
})

test('without an open question it rings the least-loaded of the customer’s own team', async () => {
  const { phone, team, sanne, piet, take } = await setCall()
  await take()
  const { ring, openCases } = await caller(phone)
  expect([openCases, ring]).toEqual([[], { employeeId: piet.id, extension: '205', reason: 'least-loaded' }])
  await take({ customerId: undefined, customer: { name: 'Somebody else' } })
  const relief = await service.employee({ teamId: team.id, extension: null })
  expect((await caller(phone)).ring.employeeId).toBe(piet.id)
  for (let n = 0; n < 2; n++)
    await service.do('POST', '/v1/cases', { as: piet.id, body: { customer: { name: 'X' }, question: 'Y?' } })
  expect((await caller(phone)).ring).toEqual({
    employeeId: relief.id,
    extension: null,
    reason: 'least-loaded',
  })
  expect(sanne.id).not.toBe(relief.id)
})

test('a complaint is not there for whom it is about, whom to ring included', async () => {
  const { phone, sanne, piet, open } = await setCall()
  const kase = await open({ aboutEmployeeId: piet.id, question: 'About Piet.' })
  const own = await caller(phone, { as: sanne.id })
  expect([own.openCases[0].id, own.ring.employeeId]).toEqual([kase.id, sanne.id])
  const concerned = await lookUp(phone, { as: piet.id })
  expect(concerned.body.openCases).toEqual([])
  expect(concerned.body.ring.reason).toBe('least-loaded')
  expect(concerned.text).not.toContain(kase.id)

  const earlier = await caller(phone, { as: piet.id })
  const question = await open()
  const now = await caller(phone, { as: piet.id })
  expect([earlier.openCases.length, now.openCases.map(({ id }: { id: string }) => id)]).toEqual([
    0,
    [question.id],
  ])
  expect(now.ring).toEqual({ employeeId: sanne.id, extension: '204', reason: 'owner' })
})

test('a complaint hides no owner that another question shows', async () => {
  const { phone, sanne, piet, stranger, team, open } = await setCall()
  const third = await service.employee({ teamId: team.id, extension: '206' })
  await open()
  await service.do('POST', '/v1/cases', {
    as: third.id,
    body: { customerId: (await caller(phone)).customer.id, question: 'About him.', aboutEmployeeId: piet.id },
  })
  expect((await caller(phone, { as: stranger.id })).ring.employeeId).toBe(third.id)
  expect((await caller(phone, { as: piet.id })).ring.employeeId).toBe(sanne.id)
})

test('a promise that has passed is shown as overdue', async () => {
  const { phone, open } = await setCall()
  const kase = await open()
  service.clock.now = Temporal.Instant.from(kase.callback.until).add({ seconds: 1 })
  expect((await caller(phone)).openCases[0].callback.overdue).toBe(true)
})

test('a telephone system may look up with calls:write, another with cases:read, and none without', async () => {
  const { phone, customer, open } = await setCall()
  const kase = await open()
  for (const scope of ['calls:write', 'cases:read']) {
    const { status, body } = await lookUp(phone, { key: await service.key(scope) })
    expect([status, body.customer.id, body.openCases[0].id]).toEqual([200, customer.id, kase.id])
  }
  for (const scope of ['customers:read', 'cases:write', 'events:read', 'reports:read', 'employees:act']) {
    const { status, body } = await lookUp(phone, { key: await service.key(scope) })
    expect([status, body.code, body.required]).toEqual([403, 'forbidden', 'calls:write'])
  }
  expect((await lookUp(phone, { key: null })).status).toBe(401)
})

test('before there is a team or anybody in it, nobody is rung and nothing fails', async () => {
  const empty = await startService()
  expect((await empty.do('GET', '/v1/callers?phone=%2B31612345678')).ring).toBeNull()
  const team = await empty.team()
  await empty.customer({ phone: '+31612345678', teamId: team.id })
  const { candidates, ring } = await empty.do('GET', '/v1/callers?phone=%2B31612345678')
  expect([candidates.length, ring]).toEqual([1, null])
  await empty.stop()
})

test('a number is found among the other points of contact as well, and in no other channel', async () => {
  const { team } = await setCall()
  const [mobile, desk, letter] = [newPhone(), newPhone(), newPhone()]
  const otherContactPoints = [
    { channel: 'email', address: 'dijkstra@example.org' },
    { channel: 'phone', address: desk, label: 'desk' },
    { channel: 'letter', address: letter },
  ]
  const customer = await service.customer({ phone: mobile, teamId: team.id, otherContactPoints })
  for (const phone of [mobile, desk]) expect((await caller(phone)).customer?.id).toBe(customer.id)
  expect((await caller(letter)).candidates).toEqual([])
  const both = await service.customer({
    phone: desk,
    teamId: team.id,
    otherContactPoints: [{ channel: 'phone', address: desk }],
  })
  expect((await caller(desk)).candidates.map(({ id }: { id: string }) => id)).toEqual([both.id, customer.id])
})

test('of several customers those with open questions come first, and a complaint about the viewer moves nobody up', async () => {
  const { phone, customer, team, piet, sanne, open } = await setCall()
  const newer = await service.customer({ phone, teamId: team.id })
  const order = async (as?: string) =>
    (await caller(phone, as === undefined ? {} : { as })).candidates.map(({ id }: { id: string }) => id)
  expect(await order()).toEqual([newer.id, customer.id])
  await open({ aboutEmployeeId: piet.id })
  expect(await order(sanne.id)).toEqual([customer.id, newer.id])
  expect(await order(piet.id)).toEqual([newer.id, customer.id])
})

test('what matters today about the one customer is shown, and of several nothing', async () => {
  const { phone, customer, team } = await setCall()
  const today = Temporal.Now.plainDateISO('Europe/Amsterdam')
  const fact = (text: string, until: string | null) =>
    service.do('POST', `/v1/customers/${customer.id}/facts`, { body: { text, until } })
  const always = await fact('Hard of hearing.', null)
  const now = await fact('Is moving house.', today.toString())
  await fact('Was ill.', today.subtract({ days: 1 }).toString())
  const { facts } = await caller(phone)
  expect(facts).toEqual([now, always])
  const listed = await service.do('GET', `/v1/customers/${customer.id}/facts`)
  expect(facts).toEqual(listed.data)
  for (let n = 0; n < 20; n++) await fact(`Fact ${n}`, null)
  const many = (await caller(phone)).facts
  expect([many.length, many[0].text]).toEqual([20, 'Fact 19'])
  await service.customer({ phone, teamId: team.id })
  expect((await caller(phone)).facts).toEqual([])
})

test('whoever was merged away is known by who stands for them', async () => {
  const { phone, customer, team } = await setCall()
  const other = await service.customer({ phone: newPhone(), teamId: team.id })
  await service.do('POST', `/v1/customers/${customer.id}/merge-into`, { body: { customerId: other.id } })
  expect((await caller(phone)).candidates).toEqual([{ id: other.id, name: other.name }])
})

test('a national number is read with the country as it is now, from the next look-up on', async () => {
  const empty = await startService()
  const team = await empty.team()
  const london = await empty.customer({ phone: '+442079460018', teamId: team.id })
  const ask = async () => (await empty.do('GET', '/v1/callers?phone=02079460018')).customer?.id
  const country = (code: string) =>
    empty.do('PATCH', '/v1/organisation', { body: { country: code }, headers: { 'if-match': '*' } })
  for (let n = 0; n < 2; n++) {
    await country('GB')
    expect([await ask(), await ask()]).toEqual([london.id, london.id])
    await country('NL')
    expect((await empty.call('GET', '/v1/callers?phone=02079460018')).status).toBe(400)
  }
  await empty.stop()
})
