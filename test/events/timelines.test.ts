import { expect, test } from 'vitest'
import { inbound, outbound, setScene, soon } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

interface Entry {
  readonly id: string
  readonly type: string
  readonly caseId: string | null
  readonly customerId: string
  readonly headline: string
  readonly text: string | null
}

/** The whole timeline, in pages of this size. */
async function walk(url: string, as?: string, limit = 200): Promise<Entry[]> {
  const found: Entry[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const more: string = cursor && `&cursor=${cursor}`
    const page = await service.do('GET', `${url}?limit=${limit}${more}`, as === undefined ? {} : { as })
    found.push(...page.data)
    cursor = page.nextCursor
  }
  return found
}

const textOf = (entries: readonly Entry[], type: string): string | null | undefined =>
  entries.find((entry) => entry.type === type)?.text

test('the story of a case reads like one, with the words of everybody in it', async () => {
  const { open, sanne, piet } = await setScene(service)
  const { id, callback } = await open()
  const say = (url: string, as: string, body: object) => service.do('POST', url, { as, body })
  await say(`/v1/cases/${id}/notes`, sanne.id, { text: 'The bank confirms two debits.' })
  await say(`/v1/cases/${id}/contacts`, piet.id, { ...inbound, summary: 'Asks again.' })
  await say(`/v1/callbacks/${callback.id}/attempts`, sanne.id, { outcome: 'busy', summary: 'Tried at home.' })
  const moved = await say(`/v1/callbacks/${callback.id}/reschedule`, sanne.id, {
    ...soon(15),
    reason: 'Is at the dentist.',
    contact: outbound,
  })
  const right = await service.customer()
  await say(`/v1/cases/${id}/customer-correction`, sanne.id, {
    customerId: right.id,
    reason: 'Of the same name.',
  })
  await say(`/v1/callbacks/${moved.id}/attempts`, sanne.id, {
    outcome: 'reached',
    summary: 'Explained.',
    then: { resolve: { outcome: 'answered', summary: 'Paid back.' } },
  })

  const story = await walk(`/v1/cases/${id}/timeline`, sanne.id)
  const day = Temporal.PlainDate.from(callback.from.slice(0, 10))
  const month = day.toLocaleString('en', { month: 'long', calendar: 'iso8601' })
  const on = `${day.day} ${month} (Europe/Amsterdam)`
  expect(story.map(({ headline, text }) => [headline, text])).toEqual([
    [`${sanne.name} opened the case and owns it.`, 'Why was I charged twice?'],
    [`The customer called; ${sanne.name} spoke with them.`, null],
    [`Promised to come back by phone between 14:00 and 15:00 on ${on}.`, null],
    [`${sanne.name} added a note.`, 'The bank confirms two debits.'],
    [`The customer called; ${piet.name} spoke with them.`, 'Asks again.'],
    ['The customer contacted us while a promise was open, for the 1st time.', null],
    [`${sanne.name} tried to reach the customer: the line was busy.`, 'Tried at home.'],
    [`${sanne.name} reached the customer by phone.`, 'Explained.'],
    [`${sanne.name} moved the promise to another moment, and the customer was told.`, 'Is at the dentist.'],
    [`Promised to come back by phone between 15:00 and 16:00 on ${on}.`, null],
    [`${sanne.name} gave the case its right customer.`, 'Of the same name.'],
    [`${sanne.name} reached the customer by phone.`, 'Explained.'],
    ['The promise was kept.', null],
    [`${sanne.name} resolved the case: the customer has the answer.`, 'Paid back.'],
  ])
  expect(await walk(`/v1/cases/${id}/timeline`, sanne.id, 3)).toEqual(story)
})

test('times are told on the clocks of the team', async () => {
  const { open, sanne, team } = await setScene(service)
  const { id } = await open()
  await service.do('PATCH', `/v1/teams/${team.id}/agreements`, {
    headers: { 'if-match': '*' },
    body: { timeZone: 'America/New_York' },
  })
  const story = await walk(`/v1/cases/${id}/timeline`, sanne.id)
  expect(story.find(({ type }) => type === 'callback.made')?.headline).toMatch(
    /between 0[89]:00 and (09|10):00 on \d+ \w+ \(America\/New_York\)\.$/,
  )
})

test('the story of a customer has every event once, the latest first, in pages of any size, whatever went over', async () => {
  const { take, sanne } = await setScene(service)
  const [twice, stays, wrong] = [await service.customer(), await service.customer(), await service.customer()]
  const mine = [
    await take({ customerId: twice.id }),
    await take({ customerId: stays.id }),
    await take({ customerId: wrong.id }),
    await take({ customerId: twice.id }),
  ]
  await service.do('POST', `/v1/customers/${twice.id}/facts`, { body: { text: 'Moves.' } })
  await service.do('POST', `/v1/customers/${twice.id}/merge-into`, { body: { customerId: stays.id } })
  await service.do('POST', `/v1/cases/${mine[2].id}/customer-correction`, {
    as: sanne.id,
    body: { customerId: stays.id },
  })
  await service.do('POST', `/v1/cases/${mine[3].id}/customer-correction`, {
    as: sanne.id,
    body: { customerId: wrong.id },
  })
  const { rows } = await service.sql.query(
    `select e.id from events e left join cases c on c.id = e.case_id
     where c.customer_id = $1 or (c.id is null and e.customer_id in ($1, $2)) order by e.id desc`,
    [stays.id, twice.id],
  )
  const whole = await walk(`/v1/customers/${stays.id}/timeline`)
  expect(whole.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  for (const limit of [1, 3, 7])
    expect(await walk(`/v1/customers/${stays.id}/timeline`, undefined, limit)).toEqual(whole)
  expect(new Set(whole.map(({ caseId }) => caseId))).toEqual(
    new Set([null, mine[0].id, mine[1].id, mine[2].id]),
  )
})

test('of cases that came over, each sees what they see of cases', async () => {
  const { take, sanne, team } = await setScene(service)
  const [twice, stays] = [await service.customer(), await service.customer()]
  const kase = await take({ customerId: twice.id })
  const complained = await service.employee({ teamId: team.id })
  const complaint = await take({ customerId: twice.id, aboutEmployeeId: complained.id })
  await service.do('POST', `/v1/customers/${twice.id}/merge-into`, { body: { customerId: stays.id } })
  const elsewhere = await service.employee({ teamId: (await service.team()).id })
  const seen = async (as: string) =>
    [...new Set((await walk(`/v1/customers/${stays.id}/timeline`, as)).map(({ caseId }) => caseId))].filter(
      Boolean,
    )
  expect((await seen(sanne.id)).sort()).toEqual([kase.id, complaint.id].sort())
  expect(await seen(complained.id)).toEqual([kase.id])
  // Whoever sees no case of a customer of another team does not see the customer whole.
  const outside = await service.call('GET', `/v1/customers/${stays.id}/timeline`, { as: elsewhere.id })
  expect([outside.status, outside.body.code]).toEqual([404, 'not-found'])
})

test('consultations are in the story with their words', async () => {
  const { take, sanne, piet } = await setScene(service)
  const kase = await take()
  const ask = (question: string) =>
    service.do('POST', `/v1/cases/${kase.id}/consultations`, {
      as: sanne.id,
      body: { employeeId: piet.id, question },
    })
  const asked = await ask('Which tariff was it?')
  await service.do('POST', `/v1/consultations/${asked.id}/answer`, {
    as: piet.id,
    body: { answer: 'The old one.' },
  })
  const story = await walk(`/v1/cases/${kase.id}/timeline`, sanne.id)
  expect(textOf(story, 'consultation.asked')).toBe('Which tariff was it?')
  expect(textOf(story, 'consultation.answered')).toBe('The old one.')
  expect(story.at(-2)?.headline).toBe(`${sanne.name} consulted ${piet.name}.`)

  const again = await ask('And now?')
  await service.do('POST', `/v1/consultations/${again.id}/decline`, {
    as: piet.id,
    body: { reason: 'No idea.' },
  })
  const third = await ask('Nor then?')
  await service.do('POST', `/v1/consultations/${third.id}/withdraw`, {
    as: sanne.id,
    body: { reason: 'Found it.' },
  })
  const more = await walk(`/v1/cases/${kase.id}/timeline`, sanne.id)
  expect(textOf(more, 'consultation.declined')).toBe('No idea.')
  expect(textOf(more, 'consultation.withdrawn')).toBe('Found it.')
})
