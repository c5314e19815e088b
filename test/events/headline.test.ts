import { expect, test } from 'vitest'
import { eventTypes } from '../../src/history/event-types.ts'
import { type EventContext, headline } from '../../src/history/headline.ts'

const [sanne, piet] = ['0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12', '0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89']
const around: EventContext = {
  actor: { kind: 'employee', id: sanne, name: 'Sanne de Wit' },
  data: {},
  names: { [sanne]: 'Sanne de Wit', [piet]: 'Piet Bakker' },
  zone: 'Europe/Amsterdam',
}
const line = (type: string, data: object, actor: Partial<EventContext['actor']> = {}): string =>
  headline(type, { ...around, actor: { ...around.actor, ...actor }, data: { ...data } })

test('every type of event has a headline: one sentence, also where nothing else is known of it', () => {
  const lines = Object.keys(eventTypes).map((type) => line(type, {}))
  for (const each of lines) expect(each).toMatch(/^[A-Z][^\n.]+\.$/)
  for (const each of lines) expect(each).not.toMatch(/undefined|null|NaN/)
  expect(new Set(lines).size).toBe(lines.length)
  expect(line('cat.purred', {})).toBe('Something happened.')
})

test('a headline says who did what, by name, and when by the clocks of the team', () => {
  const window = { from: '2026-11-03T13:00:00.000Z', until: '2026-11-03T14:00:00.000Z' }
  expect(line('case.opened', { reason: 'taken', ownerId: sanne })).toBe(
    'Sanne de Wit opened the case and owns it.',
  )
  expect(line('case.opened', { reason: 'least-loaded', ownerId: piet }, { kind: 'system', name: null })).toBe(
    'A system opened the case, and it came to Piet Bakker, who owns it.',
  )
  expect(line('callback.made', { channel: 'phone', ...window })).toBe(
    'Promised to come back by phone between 14:00 and 15:00 on 3 November (Europe/Amsterdam).',
  )
  expect(
    line('callback.made', { channel: 'pickup', from: '2026-11-03T15:30:00Z', until: '2026-11-04T11:00:00Z' }),
  ).toBe(
    'Promised an answer to pick up by the reference between 16:30 on 3 November and 12:00 on 4 November (Europe/Amsterdam).',
  )
  const called = { direction: 'inbound', channel: 'phone', outcome: 'reached' }
  expect(line('contact.recorded', { ...called, employeeId: piet })).toBe(
    'The customer called; Piet Bakker spoke with them.',
  )
  expect(line('contact.recorded', { ...called, channel: 'web', employeeId: null })).toBe(
    'The customer wrote on the web.',
  )
  expect(line('contact.recorded', { ...called, direction: 'outbound', employeeId: sanne })).toBe(
    'Sanne de Wit reached the customer by phone.',
  )
  expect(
    line('contact.recorded', { ...called, direction: 'outbound', outcome: 'missed', employeeId: sanne }),
  ).toBe('Sanne de Wit tried to reach the customer by phone.')
  expect(line('contact.recorded', { ...called, channel: 'email', employeeId: piet })).toBe(
    'The customer sent an e-mail; Piet Bakker took it.',
  )
  expect(line('contact.recorded', { ...called, outcome: 'missed', employeeId: null })).toBe(
    'The customer called; nobody answered.',
  )
  expect([1, 2, 11, 21].map((chases) => line('case.chased', { chases }))).toEqual(
    ['1st', '2nd', '11th', '21st'].map(
      (nth) => `The customer contacted us while a promise was open, for the ${nth} time.`,
    ),
  )
  expect(line('consultation.asked', { consultedId: piet })).toBe('Sanne de Wit consulted Piet Bakker.')
  expect(line('consultation.declined', { consultedId: piet, mightKnowId: sanne })).toBe(
    'Piet Bakker could not help, and thinks that Sanne de Wit might know.',
  )
  expect(line('callback.kept', { lateBy: null })).toBe('The promise was kept.')
  expect(line('callback.kept', { customerCalledFirst: true, lateBy: 'PT5M' })).toBe(
    'The customer called first, and the promise was kept, late.',
  )
  expect(line('callback.due', window, { kind: 'system', id: null, name: null })).toBe(
    'The promise ends soon, at 15:00 on 3 November (Europe/Amsterdam).',
  )
  expect(line('case.succeeded', { fromOwnerId: sanne, toOwnerId: piet, cause: 'customerChoice' })).toBe(
    'Piet Bakker owns the case now, after Sanne de Wit: the customer asked for somebody else.',
  )
  expect(line('case.customer-corrected', { mergeId: null })).toBe(
    'Sanne de Wit gave the case its right customer.',
  )
  expect(line('case.customer-corrected', { mergeId: piet, isReversal: false })).toMatch(/went along/)
  expect(line('case.customer-corrected', { mergeId: piet, isReversal: true })).toMatch(/went back/)
  expect(line('case.resolved', { outcome: 'answered', firstContact: true })).toBe(
    'Sanne de Wit resolved the case in the first contact: the customer has the answer.',
  )
})

test('what a stand-in does is told as done for the owner, and what the service does as its own', () => {
  const data = { outcome: 'busy', actedFor: sanne }
  expect(line('callback.attempted', data, { id: piet, name: 'Piet Bakker' })).toBe(
    'Piet Bakker, for Sanne de Wit, tried to reach the customer: the line was busy.',
  )
  expect(line('note.added', {}, { kind: 'system', id: null, name: null })).toBe('The service added a note.')
  expect(line('note.added', {}, { kind: 'system', name: null })).toBe('A system added a note.')
})

test('each outcome, cause and channel that there is has words of its own', () => {
  const each = (type: string, member: string, values: readonly string[]) =>
    new Set(values.map((value) => line(type, { [member]: value, direction: 'inbound', employeeId: null })))
  const outcomes = ['answered', 'fixed', 'unreachable', 'withdrawn', 'duplicate', 'notAQuestion']
  expect(each('case.resolved', 'outcome', [...outcomes, 'else']).size).toBe(7)
  expect(
    each('callback.attempted', 'outcome', [
      'no-answer',
      'voicemail',
      'busy',
      'wrong-number',
      'message-sent',
      'else',
    ]).size,
  ).toBe(6)
  expect(each('case.succeeded', 'cause', ['departure', 'customerChoice', 'safety', 'else']).size).toBe(4)
  const channels = ['phone', 'email', 'visit', 'chat', 'letter', 'web']
  expect(each('callback.made', 'channel', [...channels, 'pickup', 'else']).size).toBe(8)
  expect(each('contact.recorded', 'channel', [...channels, 'else']).size).toBe(7)
})
