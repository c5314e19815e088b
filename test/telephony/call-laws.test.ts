import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { callbackRow, changeCase, contactRow, insert, refusal, resolutionRow } from '../laws/script.ts'
import { tell } from '../laws/tell.ts'
import { coverAbsence } from '../support/cover-absence.ts'
import { setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

/** An open case with a missed call, and one that the owner made in vain; or a complaint about Piet with these. */
async function setCalls({ isAboutPiet = false } = {}) {
  const scene = await setScene(service)
  const phone = `+316${Math.floor(Math.random() * 1e8)
    .toString()
    .padStart(8, '0')}`
  const extension = randomUUID()
  await service.do('PATCH', `/v1/employees/${scene.sanne.id}`, {
    body: { extension },
    headers: { 'if-match': '*' },
  })
  const customer = await service.customer({ phone, teamId: scene.team.id })
  const about = isAboutPiet ? { aboutEmployeeId: scene.piet.id } : {}
  const kase = await scene.take({ customerId: customer.id, ...about })
  const call = async (direction: string, employeeExtension = extension): Promise<string> =>
    (
      await service.do('POST', '/v1/calls', {
        body: {
          callId: randomUUID(),
          event: 'ended',
          direction,
          from: phone,
          to: phone,
          employeeExtension,
        },
      })
    ).contactId
  return { ...scene, kase, call, missed: await call('inbound'), tried: await call('outbound') }
}

const forgotten = (id: string) => `
  update call_events e set at = null from calls c where c.contact_id = '${id}' and e.call_id = c.id and e.event = 'ended'`
/** A telephone system tells that a call was answered, by whom; when it ended is forgotten. */
const answered = (id: string, by?: { readonly id: string }) => `
  with told as (insert into call_events (call_id, event, place, at)
    select id, 'answered', 9, now() from calls where contact_id = '${id}'), forgotten as (${forgotten(id)})
  update calls set answered = true, version = version + 1${by ? `, answered_by_id = '${by.id}'` : ''}
  where contact_id = '${id}'`
const change = (id: string, set: string) => `update contacts set ${set} where id = '${id}'`

test('no SQL changes a contact, but for a call that is on record as answered after all, and once', async () => {
  const { kase, sanne, piet, missed, tried } = await setCalls()
  const reached = (id: string, who: string) => change(id, `outcome = 'reached'${who}`)
  const owner = `, employee_id = '${sanne.id}', spoken_for = '${sanne.id}'`
  const colleague = `, employee_id = '${piet.id}'`
  for (const [by, who] of [
    [undefined, ''],
    [piet, colleague],
    [sanne, owner],
  ] as const)
    expect(await refusal(service, answered(missed, by), reached(missed, who))).toBe('nothing')
  for (const [by, who] of [
    [undefined, colleague],
    [piet, ''],
    [piet, owner],
    [sanne, colleague],
  ] as const)
    expect(await refusal(service, answered(missed, by), reached(missed, who))).toBe('contacts_are_history')
  expect(await refusal(service, answered(tried), reached(tried, ''))).toBe('nothing')

  expect(await refusal(service, reached(missed, owner))).toBe('contacts_are_history')
  expect(await refusal(service, answered(missed, sanne), reached(tried, ''))).toBe('contacts_are_history')
  expect(await refusal(service, reached(tried, ''))).toBe('contacts_are_history')
  expect(await refusal(service, answered(missed), reached(missed, owner), reached(missed, colleague))).toBe(
    'contacts_are_history',
  )
  expect(await refusal(service, answered(missed), reached(missed, `, spoken_for = '${piet.id}'`))).toBe(
    'contacts_one_voice',
  )
  // That another call was answered says nothing of this one.
  const toldOf = { callId: randomUUID(), event: 'answered', direction: 'inbound', from: '+31612345679' }
  await service.do('POST', '/v1/calls', { body: { ...toldOf, to: '204' } })
  const unheard = `${forgotten(missed)}; ${answered(missed).slice(answered(missed).indexOf('update calls'))}`
  const unanswered = answered(missed).replace('answered = true, ', '')
  const lawless = `drop trigger calls_say_what_was_told on calls; drop trigger call_events_say_what_was_told on call_events`
  for (const half of [unheard, unanswered]) {
    expect(await refusal(service, half, reached(missed, ''))).toBe('calls_say_what_was_told')
    expect(await refusal(service, lawless, half, reached(missed, ''))).toBe('contacts_are_history')
  }
  for (const set of [
    `summary = 'Else.'`,
    `at = at - interval '1 minute'`,
    'recorded_at = now()',
    'answered = true',
    'opening = true',
    `channel = 'email'`,
    `direction = 'outbound'`,
    `participants = '["${sanne.id}"]'`,
    `recorded_by_id = '${sanne.id}'`,
    `case_id = (select id from cases where id <> case_id limit 1)`,
  ])
    expect([set, await refusal(service, answered(missed), reached(missed, `, ${set}`))]).toEqual([
      set,
      'contacts_are_history',
    ])
  for (const set of [
    `employee_id = '${piet.id}'`,
    `outcome = 'busy'`,
    `outcome = 'voicemail'`,
    `outcome = 'missed'`,
  ])
    for (const id of [missed, tried])
      expect(await refusal(service, answered(id), change(id, set))).toBe('contacts_are_history')
  expect(await refusal(service, answered(tried), reached(tried, colleague))).toBe('contacts_are_history')
  // A message that was left is none that somebody may turn out to have answered, whoever left it.
  const left = randomUUID()
  const silent = { answered: 'false', ended: 'true', contact_id: left }
  for (const [said, call] of [
    [{ direction: 'inbound', employee_id: null, spoken_for: null }, { answered_by_id: null }],
    [{ direction: 'outbound' }, { direction: 'outbound' }],
    // Nor does somebody hear, after all, who was not called back.
    [{ direction: 'inbound', outcome: 'busy' }, {}],
  ] as const)
    expect(
      await refusal(
        service,
        contactRow(kase, { id: left, outcome: 'voicemail', ...said }),
        tell,
        callOf(kase)({ ...silent, ...call }),
        answered(left),
        reached(left, ''),
      ),
    ).toBe('contacts_are_history')
  expect(await refusal(service, `delete from contacts where id = '${missed}'`)).toBe('contacts_are_history')
})

test('whoever answered after all ends a case that was no question, and no other', async () => {
  const { kase, piet, missed } = await setCalls()
  const [contact, resolution] = [randomUUID(), randomUUID()]
  const letter = { direction: 'inbound', channel: 'letter', employee_id: null, spoken_for: null }
  const ends = (by: string) => [
    contactRow(kase, { id: contact, ...letter }),
    resolutionRow(kase, {
      ...{ id: resolution, outcome: 'withdrawn', resolved_by_id: by },
      ...{ contact_id: contact, contact_moment: 'customer-contacted-us' },
    }),
    `update callbacks set state = 'released', resolution_id = '${resolution}', closed_at = now()
      where id = '${kase.callback.id}'`,
    changeCase(kase.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
  ]
  const spoke = [answered(missed, piet), change(missed, `outcome = 'reached', employee_id = '${piet.id}'`)]
  expect(await refusal(service, ...spoke, ...ends(kase.owner.id))).toBe('nothing')
  expect(await refusal(service, ...spoke, ...ends(piet.id))).toBe('resolutions_are_the_owners')
  // One that is no question is ended by who answered the call that it is, and not by who answered another.
  const form = await service.do('POST', '/v1/cases', {
    body: { customerId: kase.customer.id, question: 'Buy now?', channel: 'web' },
  })
  const noQuestion = (by: string) => [
    resolutionRow(form, { id: resolution, outcome: 'notAQuestion', resolved_by_id: by }),
    `update callbacks set state = 'released', resolution_id = '${resolution}', closed_at = now()
      where id = '${form.callback.id}'`,
    changeCase(form.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
  ]
  expect(await refusal(service, ...spoke, ...noQuestion(form.owner.id))).toBe('nothing')
  const { id: other } = await service.employee({ teamId: form.teamId })
  expect(await refusal(service, ...spoke, ...noQuestion(form.owner.id === piet.id ? other : piet.id))).toBe(
    'resolutions_are_the_owners',
  )
})

test('no SQL says of a try that it was in the name of who owns the case now', async () => {
  const { kase, sanne, piet, call } = await setCalls()
  const extension = randomUUID()
  const headers = { 'if-match': '*' }
  await service.do('PATCH', `/v1/employees/${piet.id}`, { body: { extension }, headers })
  const now = Temporal.Now.instant()
  const [from, until] = [now.subtract({ minutes: 1 }), now.add({ hours: 1 })].map(String)
  await coverAbsence(service, { owner: sanne.id, by: piet.id, from: `${from}`, until: `${until}` })
  const tried = await call('outbound', extension)
  const body = { cause: 'safety', reason: 'Threatens me.', toOwnerId: piet.id }
  const report = await service.do('POST', `/v1/cases/${kase.id}/successions`, { as: sanne.id, body })
  const coach = await service.employee({ teamId: null, role: 'coach' })
  await service.do('POST', `/v1/successions/${report.id}/confirm`, { as: coach.id, body: {} })
  for (const [who, answer] of [
    ['', 'nothing'],
    [`, spoken_for = '${piet.id}'`, 'contacts_are_history'],
  ] as const)
    expect(await refusal(service, answered(tried), change(tried, `outcome = 'reached'${who}`))).toBe(answer)
})

test('no SQL makes a missed call that somebody answered, or that was ours', async () => {
  const { kase, sanne } = await setCalls()
  const nobody = { direction: 'inbound', outcome: 'missed', employee_id: null, spoken_for: null }
  expect(await refusal(service, contactRow(kase, nobody))).toBe('nothing')
  for (const wrong of [
    { direction: 'outbound', spoken_for: sanne.id },
    { employee_id: sanne.id },
    { spoken_for: sanne.id },
  ])
    expect(await refusal(service, contactRow(kase, { ...nobody, ...wrong }))).toBe(
      'contacts_missed_by_everybody',
    )
})

test('no SQL lets a missed call prove that the customer withdrew, or heard of another window', async () => {
  const { kase, missed } = await setCalls()
  const resolution = randomUUID()
  const ending = (contactId: string) => [
    resolutionRow(kase, {
      id: resolution,
      outcome: 'withdrawn',
      contact_id: contactId,
      contact_moment: 'customer-contacted-us',
    }),
    `update callbacks set state = 'released', resolution_id = '${resolution}', closed_at = now(), version = version + 1 where id = '${kase.callback.id}'`,
    changeCase(kase.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
  ]
  expect(await refusal(service, ...ending(missed))).toBe('resolutions_customer_withdrew')
  const { id: heard } = await service.do('POST', `/v1/cases/${kase.id}/contacts`, {
    body: { direction: 'inbound', channel: 'phone' },
  })
  expect(await refusal(service, ...ending(heard))).toBe('nothing')

  const told = (contactId: string, moment = 'customer-contacted-us') => [
    callbackRow(kase, { id: resolution }),
    `update callbacks set state = 'rescheduled', replaced_by = '${resolution}', reason = 'Busy.', closed_at = now(), contact_id = '${contactId}',
      contact_moment = '${moment}', version = version + 1 where id = '${kase.callback.id}'`,
    changeCase(kase.id, `callback_id = '${resolution}'`),
  ]
  expect(await refusal(service, ...told(missed))).toBe('callbacks_rescheduled_was_told')
  // Nor one that only a system heard: one of ours has to have spoken.
  expect(await refusal(service, ...told(heard))).toBe('callbacks_rescheduled_was_told')
  const { id: spoken } = await service.do('POST', `/v1/cases/${kase.id}/contacts`, {
    as: kase.owner.id,
    body: { direction: 'inbound', channel: 'phone' },
  })
  expect(await refusal(service, ...told(spoken, 'customer-called-owner'))).toBe('nothing')
})

test('no SQL forgets a call, makes it another one, or takes back what became of it', async () => {
  const { missed } = await setCalls()
  const of = `where contact_id = '${missed}'`
  for (const statement of [
    `update calls set call_id = 'else' ${of}`,
    `update calls set direction = 'outbound' ${of}`,
    `update calls set ended = false, rang = true ${of}`,
    `update calls set contact_id = null ${of}`,
    `update calls set case_id = (select id from cases limit 1) ${of}`,
    `update calls set customer_id = (select id from customers limit 1) ${of}`,
    `update calls set at = at + interval '1 minute' ${of}`,
    `update calls set from_number = '+31611111111' ${of}`,
    `update calls set to_number = null ${of}`,
    `delete from calls ${of}`,
    'truncate calls cascade',
  ])
    expect([statement, await refusal(service, statement)]).toEqual([statement, 'calls_stay_what_they_are'])
})

/** A call of a case's customer, which its owner answered. */
const callOf =
  (kase: Answer['body']) =>
  (row: Readonly<Record<string, string | null>>): string =>
    insert('calls', {
      id: randomUUID(),
      call_id: randomUUID(),
      direction: 'inbound',
      at: `now() - '1 minute'::interval`,
      answered: 'true',
      answered_by_id: kase.owner.id,
      case_id: kase.id,
      customer_id: kase.customer.id,
      ...row,
    })

test('a call that was answered by whom the case is about is a contact with nobody, and no other is', async () => {
  const { kase, sanne, piet, missed } = await setCalls({ isAboutPiet: true })
  const contact = randomUUID()
  const nobody = { id: contact, direction: 'inbound', employee_id: null, spoken_for: null }
  for (const [by, call, completed] of [
    [piet, 'nothing', 'nothing'],
    [sanne, 'calls_are_their_contact', 'contacts_are_history'],
  ] as const) {
    const made = callOf(kase)({ contact_id: contact, answered_by_id: by.id })
    expect(await refusal(service, contactRow(kase, nobody), tell, made)).toBe(call)
    const reached = change(missed, `outcome = 'reached'`)
    expect(await refusal(service, answered(missed, by), reached)).toBe(completed)
  }
  const named = change(missed, `outcome = 'reached', employee_id = '${piet.id}'`)
  expect(await refusal(service, answered(missed, piet), named)).toBe('contacts_are_history')
  // Nor is it one of the owner's, who did not answer.
  const made = callOf(kase)({ contact_id: contact, answered_by_id: piet.id })
  const theirs = contactRow(kase, { id: contact, direction: 'inbound' })
  expect(await refusal(service, theirs, tell, made)).toBe('calls_are_their_contact')
  const said = change(missed, `outcome = 'reached', employee_id = '${sanne.id}', spoken_for = '${sanne.id}'`)
  expect(await refusal(service, answered(missed, piet), said)).toBe('contacts_are_history')
})

test('who stands in for whom the case is about may have answered its call, and speaks in no other', async () => {
  const { kase, sanne, piet, team, missed } = await setCalls({ isAboutPiet: true })
  const deputy = await service.employee({ teamId: team.id })
  const now = Temporal.Now.instant()
  const [from, until] = [now.subtract({ minutes: 9 }), now.add({ hours: 1 })].map(String)
  for (const away of [sanne, piet])
    await coverAbsence(service, { owner: away.id, by: deputy.id, from: `${from}`, until: `${until}` })
  const spoke = `outcome = 'reached', employee_id = '${deputy.id}', spoken_for = '${sanne.id}'`
  expect(await refusal(service, answered(missed, deputy), change(missed, spoke))).toBe('nothing')
  const called = contactRow(kase, { employee_id: deputy.id })
  expect(await refusal(service, called)).toBe('contacts_one_voice')
})

test('no SQL makes a call up for a contact, or gives it the contact of another', async () => {
  const { kase, sanne, piet, customer, missed, take } = await setCalls()
  const { id: another } = await take({ customerId: kase.customer.id })
  await take()
  const of = callOf(kase)
  const contact = randomUUID()
  const said = (row: Readonly<Record<string, string | null>> = {}) =>
    contactRow(kase, { id: contact, direction: 'inbound', ...row })
  const call = { contact_id: contact }
  expect(await refusal(service, said(), tell, of(call))).toBe('nothing')
  const nobody = { outcome: 'missed', employee_id: null, spoken_for: null }
  const unanswered = { ...call, answered: 'false', ended: 'true', answered_by_id: null }
  for (const rang of [null, sanne.id])
    expect(await refusal(service, said(nobody), tell, of({ ...unanswered, answered_by_id: rang }))).toBe(
      'nothing',
    )
  for (const [theirs, wrong] of [
    [{}, { answered_by_id: piet.id }],
    [{}, { answered_by_id: null }],
    [{}, { direction: 'outbound' }],
    [{}, { customer_id: customer.id }],
    [{}, { case_id: another }],
    [{}, { at: `now() + '1 second'::interval` }],
    [{}, { answered: 'false', ended: 'true' }],
    [nobody, { answered_by_id: null }],
    [{ channel: 'chat' }, {}],
  ] as const)
    expect([wrong, await refusal(service, said(theirs), tell, of({ ...call, ...wrong }))]).toEqual([
      wrong,
      'calls_are_their_contact',
    ])
  expect(await refusal(service, said(), tell, of({ ...call, case_id: null }))).toBe(
    'calls_contact_is_a_customers',
  )
  expect(await refusal(service, of({ contact_id: missed }))).toBe('calls_are_a_contact_each')

  // A contact that somebody recorded before, and that no call was.
  const before = await service.do('POST', `/v1/cases/${kase.id}/contacts`, {
    as: sanne.id,
    body: { direction: 'outbound', channel: 'phone', outcome: 'no-answer' },
  })
  const tried = { contact_id: before.id, direction: 'outbound', answered: 'false', ended: 'true' }
  expect(await refusal(service, of(tried))).toBe('calls_are_their_contact')
  // Nor is it one where another would be.
  const fitting = contactRow(kase, { outcome: 'no-answer' })
  expect(await refusal(service, fitting, tell, of(tried))).toBe('calls_are_their_contact')
  expect(await refusal(service, said(), tell, of(call), of(tried))).toBe('calls_are_their_contact')
  // Told of once more, in the history of another case.
  const toldThere = changeCase(another, `subject = 'Else'`)
    .replace(`'case.changed'`, `'contact.recorded'`)
    .replace(`'{}'`, `'{"contactId": "${before.id}"}'`)
  const toldOf = toldThere.replace(`set subject = 'Else',`, 'set')
  expect(await refusal(service, toldOf, of(tried))).toBe('events_tell_of_what_is_there')
  const unseen = 'alter table events disable trigger events_are_the_cases'
  expect(await refusal(service, unseen, toldOf, of(tried))).toBe('calls_are_their_contact')
  expect(
    await refusal(
      service,
      of({ ...tried, id: contact, contact_id: null, case_id: null }),
      `update calls set contact_id = '${before.id}', case_id = '${kase.id}' where id = '${contact}'`,
    ),
  ).toBe('calls_are_their_contact')
  expect(
    await refusal(
      service,
      change(before.id, `outcome = 'reached'`),
      of({ ...tried, answered: 'true' }),
      answered(before.id, sanne),
    ),
  ).toMatch(/^(calls_are_their_contact|contacts_are_history)$/)
})

test('for how long anybody spoke is nowhere: neither an end nor a duration is stored', async () => {
  const { rows } = await service.sql.query(
    `select column_name as name from information_schema.columns where table_name = 'calls' and data_type like 'timestamp%'`,
  )
  expect(rows).toEqual([{ name: 'at' }])
  const told = { callId: randomUUID(), direction: 'inbound', from: '+31612345678', to: '204' }
  for (const order of [
    ['answered', 'ended'],
    ['ended', 'answered'],
  ] as const) {
    const callId = randomUUID()
    for (const event of order) await service.do('POST', '/v1/calls', { body: { ...told, callId, event } })
    const { rows: events } = await service.sql.query(
      `select event, e.at is null as forgotten from call_events e join calls c on c.id = e.call_id where c.call_id = $1 order by event`,
      [callId],
    )
    expect(events).toEqual([
      { event: 'answered', forgotten: false },
      { event: 'ended', forgotten: true },
    ])
  }
})

test('no SQL changes what was told of a call, or gives up giving it up', async () => {
  const { missed } = await setCalls()
  const of = `where call_id = (select id from calls where contact_id = '${missed}')`
  for (const statement of [
    `update call_events set event = 'ringing' ${of}`,
    `update call_events set place = 7 ${of}`,
    `update call_events set at = at - interval '1 minute' ${of}`,
    `update call_events set employee_extension = '1' ${of}`,
    `delete from call_events ${of}`,
    'truncate call_events',
  ])
    expect([statement, await refusal(service, statement)]).toEqual([
      statement,
      'call_events_stay_what_they_are',
    ])
  const row = `insert into call_events (call_id, event, place, at)
    select id, 'ended', 2, now() from calls where contact_id = '${missed}'`
  expect(await refusal(service, row)).toBe('call_events_count_once')
  expect(await refusal(service, row.replace("'ended', 2, now()", "'answered', 1, now()"))).toBe(
    'call_events_have_an_order',
  )
  expect(await refusal(service, row.replace("'ended', 2, now()", "'answered', 2, null"))).toBe(
    'call_events_have_a_moment',
  )
  const call = `where contact_id = '${missed}'`
  expect(
    await refusal(
      service,
      `update calls set given_up = true ${call}`,
      `update calls set given_up = false ${call}`,
    ),
  ).toBe('calls_stay_what_they_are')
  expect(await refusal(service, `update calls set told_by_id = null ${call}`)).toBe(
    'calls_stay_what_they_are',
  )
})
