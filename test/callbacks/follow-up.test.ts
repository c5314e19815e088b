import { expect, test } from 'vitest'
import type { NewAttempt } from '../../src/rooms/callbacks/contract.ts'
import { followUpOf } from '../../src/rooms/callbacks/rules.ts'

const then = { callback: {} }
const faultsOf = (given: object, channel = 'phone'): string[] => {
  try {
    followUpOf(given as NewAttempt, channel)
    return []
  } catch (error) {
    return (error as { members: { errors: { pointer: string }[] } }).members.errors.map(
      ({ pointer }) => pointer,
    )
  }
}

test.each([
  [{ outcome: 'reached', then, participants: ['piet'] }, []],
  [{ outcome: 'reached', then, contactId: 'one' }, []],
  [{ outcome: 'reached', then, contactId: 'one', participants: ['piet'] }, ['#/participants']],
  [{ outcome: 'reached' }, ['#/then']],
  [{ outcome: 'busy' }, []],
  [
    { outcome: 'busy', then, contactId: 'one', participants: ['piet'] },
    ['#/then', '#/participants', '#/contactId'],
  ],
  [{ outcome: 'message-sent' }, []],
])('of a try by telephone, %o has these faults: %s', (given, faults) => {
  expect(faultsOf(given)).toEqual(faults)
})

test('a message reaches who chose a written channel', () => {
  expect([
    faultsOf({ outcome: 'message-sent' }, 'email'),
    faultsOf({ outcome: 'message-sent', then }, 'email'),
  ]).toEqual([['#/then'], []])
})
