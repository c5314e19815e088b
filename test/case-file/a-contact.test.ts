import { expect, test } from 'vitest'
import { facesWith } from '../../src/case-file/add-contact.ts'
import type { ContactRow } from '../../src/case-file/contact-row.ts'
import { evidenceIn } from '../../src/case-file/evidence/evidence.ts'
import { isVoiceOf } from '../../src/case-file/rules.ts'

const contact: ContactRow = {
  id: 'contact',
  caseId: 'case',
  direction: 'inbound',
  channel: 'phone',
  outcome: 'reached',
  summary: null,
  at: '2026-11-02T09:00:00.000Z',
  employeeId: 'piet',
  spokenFor: null,
  answered: false,
  opening: false,
  participants: [],
  thanks: false,
  recordedByKind: 'employee',
  recordedById: 'piet',
  recordedAt: '2026-11-02T09:05:00.000Z',
}
const moment = (said: Partial<ContactRow>) => evidenceIn({ ...contact, ...said }).moment

test('the voice of a case is its owner’s, and its stand-in’s; of a system by itself it has none', () => {
  const kase = { ownerId: 'sanne', standInId: null }
  expect(['sanne', 'piet', null].map((id) => isVoiceOf(id, kase))).toEqual([true, false, false])
  const absent = { ownerId: 'sanne', standInId: 'piet' }
  expect(['sanne', 'piet', 'joost', null].map((id) => isVoiceOf(id, absent))).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('of ours a contact proves whether the owner reached the customer', () => {
  const ours = { direction: 'outbound', spokenFor: 'sanne' } as const
  expect(moment(ours)).toBe('owner-reached')
  for (const outcome of ['no-answer', 'voicemail', 'busy', 'wrong-number', 'message-sent'])
    expect(moment({ ...ours, outcome })).toBe('not-reached')
})

test('of the customer’s it proves whom they spoke with, and whether they got the answer', () => {
  expect(moment({ spokenFor: 'sanne' })).toBe('customer-called-owner')
  expect(moment({ spokenFor: 'sanne', opening: true })).toBe('opening')
  expect(moment({ answered: true })).toBe('colleague-answered')
  expect(moment({})).toBe('colleague-spoke')
  expect(moment({ opening: true })).toBe('colleague-spoke')
  expect(moment({ employeeId: null })).toBe('customer-contacted-us')
})

test('faces are those whom the customer spoke with, each once and in their order', () => {
  expect(facesWith([], contact)).toEqual(['piet'])
  expect(facesWith(['sanne', 'piet'], contact)).toEqual(['sanne', 'piet'])
  expect(facesWith(['sanne'], { ...contact, participants: ['joost', 'sanne'] })).toEqual([
    'sanne',
    'piet',
    'joost',
  ])
})

test('nobody is a face by a call that was missed, or by what only a system heard', () => {
  expect(facesWith(['sanne'], { ...contact, outcome: 'missed', participants: ['joost'] })).toEqual(['sanne'])
  expect(facesWith(['sanne'], { ...contact, employeeId: null })).toEqual(['sanne'])
})
