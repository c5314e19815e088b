import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Scene, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let scene: Scene
/** Things that are there, by the names that the table calls them by. */
let there: {
  readonly kase: { readonly id: string; readonly callback: { readonly id: string } }
  readonly coach: { readonly id: string }
  readonly rule: { readonly id: string; readonly code: string }
  readonly consultation: { readonly id: string }
  readonly headsUp: { readonly id: string }
  readonly budgeted: { readonly id: string }
  readonly reference: { readonly system: string; readonly externalId: string }
}

beforeAll(async () => {
  scene = await setScene(service)
  const coach = await service.employee({ teamId: scene.team.id, role: 'coach' })
  await service.do('POST', '/v1/topics', { body: { code: 'taken', name: 'Taken' } })
  await service.employee({ teamId: null, subject: 'taken@idp' })
  const rule = await service.do('POST', '/v1/rules', {
    as: coach.id,
    body: { code: 'taken', title: 'T', text: 'T', kind: 'contract', ownerId: scene.sanne.id },
  })
  const kase = await scene.take()
  const consultation = await service.do('POST', `/v1/cases/${kase.id}/consultations`, {
    as: scene.sanne.id,
    body: { employeeId: scene.piet.id, question: 'Why?' },
  })
  const headsUp = await service.do('POST', '/v1/heads-ups', {
    as: coach.id,
    body: { title: 'A letter', message: 'It goes out.' },
  })
  const budgeted = await service.team()
  await service.do('POST', '/v1/budgets', {
    body: { kind: 'team', teamId: budgeted.id, amount: eur('1.00') },
  })
  const reference = { system: 'crm', externalId: randomUUID() }
  await service.customer({ references: [reference] })
  there = { kase, coach, rule, consultation, headsUp, budgeted, reference }
})

const eur = (amount: string, currency = 'EUR') => ({ amount, currency })
const nobody = randomUUID()
const past = '2026-01-01T09:00:00Z'
const future = { from: '2090-01-05T10:00:00Z', until: '2090-01-05T09:00:00Z' }
const inbound = (fields: object) => ({ direction: 'inbound', channel: 'phone', ...fields })

interface Wrong {
  readonly by?: 'sanne' | 'piet' | 'coach' | 'admin'
  readonly method?: 'POST' | 'PATCH' | 'PUT' | 'GET'
  readonly url: string | (() => string)
  readonly body?: object | (() => object)
  readonly told: readonly (string | number)[]
}

const ofCase = (rest: string) => () => `/v1/cases/${there.kase.id}/${rest}`
const ofCallback = (rest: string) => () => `/v1/callbacks/${there.kase.callback.id}/${rest}`

/** What is found behind the contract: no such thing, no such number, no such moment, no such money, a name that is taken. */
const wrong: Readonly<Record<string, Wrong>> = {
  'a case: topic, team and number of its customer': {
    url: '/v1/cases',
    body: { customer: { name: 'D', phone: '12', teamId: nobody }, question: 'Why?', topic: 'no' },
    told: [422, '#/customer/phone', '#/customer/teamId', '#/topic'],
  },
  'a case: customer, topic, about whom, with whom, and when': {
    url: '/v1/cases',
    body: {
      customerId: nobody,
      question: 'Why?',
      topic: 'no',
      aboutEmployeeId: nobody,
      contact: { at: past, participants: [nobody] },
      callback: { ...future, channel: 'phone', to: '12' },
    },
    told: [
      ...[422, '#/aboutEmployeeId', '#/callback/to', '#/callback/until', '#/contact/at'],
      ...['#/contact/participants/0', '#/customerId', '#/topic'],
    ],
  },
  'a case of a system: owner and topic': {
    by: 'admin',
    url: '/v1/cases',
    body: () => ({ customerId: scene.customer.id, question: 'Why?', topic: 'no', ownerId: nobody }),
    told: [422, '#/ownerId', '#/topic'],
  },
  'a contact: when, and with whom': {
    url: ofCase('contacts'),
    body: () => inbound({ at: past, participants: [scene.piet.id, nobody] }),
    told: [422, '#/at', '#/participants/1'],
  },
  'a resolution: the contact and the moment of it': {
    url: ofCase('resolve'),
    body: {
      outcome: 'answered',
      summary: 'S',
      contact: inbound({ at: past, participants: [nobody, nobody] }),
    },
    told: [422, '#/contact/at', '#/contact/participants/0', '#/contact/participants/1'],
  },
  'an attempt: contact, moment, and the promise after it': {
    url: ofCallback('attempts'),
    body: {
      outcome: 'reached',
      at: past,
      contactId: nobody,
      then: { callback: { ...future, channel: 'email', to: 'a' } },
    },
    told: [422, '#/at', '#/contactId', '#/then/callback/to', '#/then/callback/until'],
  },
  'an attempt in vain, with all that goes with others': {
    url: ofCallback('attempts'),
    body: () => ({
      outcome: 'busy',
      contactId: nobody,
      participants: [scene.piet.id],
      then: { resolve: { outcome: 'answered' } },
    }),
    told: [400, '#/contactId', '#/participants', '#/then'],
  },
  'another window: contact, order and number': {
    url: ofCallback('reschedule'),
    body: { ...future, channel: 'phone', to: '12', reason: 'R', contactId: nobody },
    told: [422, '#/contactId', '#/to', '#/until'],
  },
  'a consultation: topic, team and day': {
    url: ofCase('consultations'),
    body: { topic: 'no', teamId: nobody, question: 'Q', needBy: past },
    told: [422, '#/needBy', '#/teamId', '#/topic'],
  },
  'a consultation: colleague and day': {
    url: ofCase('consultations'),
    body: { employeeId: nobody, question: 'Q', needBy: past },
    told: [422, '#/employeeId', '#/needBy'],
  },
  'a succession: contact and successor': {
    by: 'coach',
    url: ofCase('successions'),
    body: { cause: 'customerChoice', contactId: nobody, toOwnerId: nobody },
    told: [422, '#/contactId', '#/toOwnerId'],
  },
  'a correction: customer and number': {
    url: ofCase('customer-correction'),
    body: { customerId: nobody, reason: '' },
    told: [400, '#/customerId', '#/reason'],
  },
  'a gesture: money and values': {
    url: ofCase('gestures'),
    body: { kind: 'credit', amount: eur('1.00', 'USD'), reason: 'R', values: ['no', 'none'] },
    told: [422, '#/amount/currency', '#/values/0', '#/values/1'],
  },
  'a gesture: of nothing, for no value': {
    url: ofCase('gestures'),
    body: { kind: 'credit', amount: eur('0.00'), reason: 'R', values: ['no'] },
    told: [422, '#/amount/amount', '#/values/0'],
  },
  'an ask: money and moment': {
    url: ofCase('asks'),
    body: { wish: 'W', amount: eur('1.005'), reason: 'R', answerBy: past },
    told: [400, '#/amount/amount', '#/answerBy'],
  },
  'a deviation: rule and values': {
    url: ofCase('deviations'),
    body: { ruleId: nobody, benefit: 'B', reason: 'R', values: ['no'] },
    told: [422, '#/ruleId', '#/values/0'],
  },
  'an idea: cases, rules and values': {
    url: '/v1/ideas',
    body: { title: 'T', body: 'B', caseIds: [nobody], ruleIds: [nobody], values: ['no'] },
    told: [422, '#/caseIds/0', '#/ruleIds/0', '#/values/0'],
  },
  'a budget: whose, and money': {
    by: 'admin',
    url: '/v1/budgets',
    body: { kind: 'team', teamId: nobody, amount: eur('1.00', 'USD') },
    told: [422, '#/amount/currency', '#/teamId'],
  },
  'a rule: owner, day and code': {
    by: 'coach',
    url: '/v1/rules',
    body: {
      ...{ code: 'taken', title: 'T', text: 'T', kind: 'house', ownerId: nobody },
      ...{ reviewOn: '2020-01-01', shareOfHonestPeopleBurdened: 0.5 },
    },
    told: [422, '#/code', '#/ownerId', '#/reviewOn'],
  },
  'a rule: form and code': {
    by: 'coach',
    url: '/v1/rules',
    body: { code: 'taken', title: '', text: 'T', kind: 'contract', ownerId: nobody },
    told: [400, '#/code', '#/ownerId', '#/title'],
  },
  'a topic: form and code': {
    by: 'admin',
    url: '/v1/topics',
    body: { code: 'taken', name: '' },
    told: [400, '#/code', '#/name'],
  },
  'an employee: team, topic, number and subject': {
    by: 'admin',
    url: '/v1/employees',
    body: { name: 'N', teamId: nobody, topics: ['no', 'taken'], phone: '12', subject: 'taken@idp' },
    told: [422, '#/phone', '#/subject', '#/teamId', '#/topics/0'],
  },
  'an employee who changes: topic, number and time zone': {
    by: 'admin',
    method: 'PATCH',
    url: () => `/v1/employees/${scene.piet.id}`,
    body: { topics: ['no'], phone: '12', timeZone: 'Mars' },
    told: [400, '#/phone', '#/timeZone', '#/topics/0'],
  },
  'a customer: team, number and reference': {
    url: '/v1/customers',
    body: () => ({ name: 'N', teamId: nobody, phone: '12', references: [there.reference] }),
    told: [422, '#/phone', '#/references/0', '#/teamId'],
  },
  'a customer who changes: language, team and reference': {
    method: 'PATCH',
    url: () => `/v1/customers/${scene.customer.id}`,
    body: () => ({ language: '??', teamId: nobody, references: [there.reference] }),
    told: [400, '#/language', '#/references/0', '#/teamId'],
  },
  'the organisation: team, region and ceilings': {
    by: 'admin',
    method: 'PATCH',
    url: '/v1/organisation',
    body: {
      ...{ defaultTeamId: nobody, holidayRegion: 'nope' },
      ...{ gestureCeiling: eur('1.00', 'USD'), askCeiling: eur('0.00') },
    },
    told: [
      ...[422, '#/askCeiling/amount', '#/defaultTeamId', '#/gestureCeiling/currency', '#/holidayRegion'],
    ],
  },
  'the organisation: zone, currency and country': {
    by: 'admin',
    method: 'PATCH',
    url: '/v1/organisation',
    body: { timeZone: 'Mars', currency: 'XXX', country: 'XX', defaultTeamId: nobody },
    told: [400, '#/country', '#/currency', '#/defaultTeamId', '#/timeZone'],
  },
  'an absence: stand-in and order': {
    url: () => `/v1/employees/${scene.sanne.id}/absences`,
    body: { ...future, standInId: nobody },
    told: [400, '#/standInId', '#/until'],
  },
  'an absence in days: stand-in and order': {
    url: () => `/v1/employees/${scene.sanne.id}/absences`,
    body: { fromDate: '2090-01-05', untilDate: '2090-01-04', standInId: nobody },
    told: [400, '#/standInId', '#/untilDate'],
  },
  'a departure: who takes over, and when': {
    by: 'admin',
    url: () => `/v1/employees/${scene.sanne.id}/departure`,
    body: {
      at: past,
      successorIds: [nobody],
      successors: [
        { caseId: nobody, employeeId: nobody },
        { caseId: nobody, employeeId: nobody },
      ],
    },
    told: [
      ...[422, '#/at', '#/successorIds/0', '#/successors/0/caseId', '#/successors/0/employeeId'],
      ...['#/successors/1/caseId', '#/successors/1/employeeId'],
    ],
  },
  'who declines: the reason, and who might know': {
    by: 'piet',
    url: () => `/v1/consultations/${there.consultation.id}/decline`,
    body: { reason: '', mightKnow: nobody },
    told: [400, '#/mightKnow', '#/reason'],
  },
  'a heads-up: topic, teams, who knows, and when': {
    by: 'coach',
    url: '/v1/heads-ups',
    body: { title: 'T', message: 'M', topic: 'no', teamIds: [nobody], whoKnows: [nobody], ...future },
    told: [422, '#/teamIds/0', '#/topic', '#/until', '#/whoKnows/0'],
  },
  'a heads-up that changes: who knows, and when': {
    by: 'coach',
    method: 'PATCH',
    url: () => `/v1/heads-ups/${there.headsUp.id}`,
    body: () => ({ whoKnows: [scene.sanne.id, nobody], ...future }),
    told: [422, '#/until', '#/whoKnows/1'],
  },
  'a key: scope and end': {
    by: 'admin',
    url: '/v1/api-keys',
    body: { name: 'K', scopes: ['no'], expiresAt: past },
    told: [400, '#/expiresAt', '#/scopes/0'],
  },
  'a merge: the customer and a field that is none': {
    url: () => `/v1/customers/${scene.customer.id}/merge-into`,
    body: { customerId: nobody, because: 'x' },
    told: [400, '#/because', '#/customerId'],
  },
  'a report: team and period': {
    by: 'admin',
    method: 'GET',
    url: `/v1/reports/promises?from=2026-02-01&until=2026-01-01&by=day`,
    told: [400, '#/by', '#/until'],
  },
}

const asIn = (by: Wrong['by'] = 'sanne') =>
  by === 'admin' ? undefined : by === 'coach' ? there.coach.id : scene[by].id

describe('all that means nothing is told at once', () => {
  test.each(Object.entries(wrong))('of %s', async (_, { by, method = 'POST', url, body, told }) => {
    const as = asIn(by)
    const send = (key?: string) =>
      service.call(method, typeof url === 'string' ? url : url(), {
        ...(as !== undefined && { as }),
        ...(body !== undefined && { body: typeof body === 'function' ? body() : body }),
        headers: {
          ...(method === 'PATCH' && { 'if-match': '*' }),
          ...(key !== undefined && { 'idempotency-key': key }),
        },
      })
    const pointersOf = (answer: Awaited<ReturnType<typeof send>>) => [
      answer.status,
      ...(answer.body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer).sort(),
    ]
    const answer = await send()
    expect([answer.body.detail, ...pointersOf(answer)]).toEqual([expect.any(String), ...told])
    for (const { message } of answer.body.errors) expect(answer.body.detail).toContain(message)
    if (method === 'POST') expect(pointersOf(await send(randomUUID()))).toEqual(told)
  })

  test('of agreements: each bound that is passed', async () => {
    const change = (agreementBounds: unknown) =>
      service.do('PATCH', '/v1/organisation', { body: { agreementBounds }, headers: { 'if-match': '*' } })
    await change({
      callbackWithin: { most: 'PT16H' },
      callbacksPerHour: { most: 20 },
      attempts: { least: 3 },
    })
    const answer = await service.call('PATCH', `/v1/teams/${scene.team.id}/agreements`, {
      as: scene.sanne.id,
      headers: { 'if-match': '*' },
      body: {
        ...{ callbackWithin: 'PT20H', callbacksPerHour: 30, attempts: 2, attemptDays: 3 },
        gestureCeiling: eur('1.00', 'USD'),
      },
    })
    await change(null)
    const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()
    expect([answer.status, ...pointers]).toEqual([
      ...[400, '#/attemptDays', '#/attempts', '#/callbackWithin', '#/callbacksPerHour'],
      '#/gestureCeiling/currency',
    ])
  })
})

test('a budget and a fulfilment that are there already are told with their place', async () => {
  const budget = await service.call('POST', '/v1/budgets', {
    body: { kind: 'team', teamId: there.budgeted.id, amount: eur('2.00') },
  })
  const [held] = (await service.do('GET', `/v1/budgets?teamId=${there.budgeted.id}`)).data
  expect(budget.body).toMatchObject({
    ...{ status: 409, code: 'already-exists' },
    ...{ errors: [{ pointer: '#/teamId', message: 'is taken' }], existing: { id: held.id } },
  })
  const give = () =>
    service.do('POST', `/v1/cases/${there.kase.id}/gestures`, {
      as: scene.sanne.id,
      body: { kind: 'credit', amount: eur('1.00'), reason: 'R' },
    })
  const reference = randomUUID()
  const [first, second] = [await give(), await give()]
  await service.do('POST', `/v1/gestures/${first.id}/fulfil`, { body: { reference } })
  const again = await service.call('POST', `/v1/gestures/${second.id}/fulfil`, { body: { reference } })
  expect(again.body).toMatchObject({
    ...{ status: 409, code: 'already-exists' },
    ...{ errors: [{ pointer: '#/reference', message: 'is taken' }], existing: { id: first.id } },
  })
})

test('an id in capitals is the same id', async () => {
  const { id } = await service.do('POST', '/v1/ideas', {
    as: scene.sanne.id,
    body: { title: 'T', body: 'B', ruleIds: [there.rule.id.toUpperCase()] },
  })
  expect((await service.do('GET', `/v1/ideas/${id.toUpperCase()}`, { as: scene.sanne.id })).ruleIds).toEqual([
    there.rule.id,
  ])
  const changed = await service.do('PATCH', `/v1/heads-ups/${there.headsUp.id}`, {
    as: there.coach.id,
    headers: { 'if-match': '*' },
    body: { whoKnows: [scene.sanne.id, scene.sanne.id.toUpperCase()] },
  })
  expect(changed.whoKnows).toEqual([scene.sanne.id])
})

test('a key that is used again and names nobody is told of its key alone', async () => {
  const url = `/v1/cases/${there.kase.id}/notes`
  const headers = { 'idempotency-key': randomUUID() }
  await service.call('POST', url, { as: scene.sanne.id, headers, body: { text: 'One.' } })
  const reused = await service.call('POST', url, { as: scene.sanne.id, headers, body: { text: 'Two.' } })
  expect(reused.body).toMatchObject({ code: 'idempotency-key-reused' })
  expect(reused.body.errors).toBeUndefined()
})
