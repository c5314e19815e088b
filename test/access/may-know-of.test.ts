import { expect, test } from 'vitest'
import type { Actor } from '../../src/db/work.ts'
import { mayKnowOf } from '../../src/facts/visibility.ts'

/** Piet, who stands in for Joost. */
const piet = { employee: { id: 'piet', standsInFor: ['joost'] } } as unknown as Actor
const system = { employee: null } as Actor

test.each([
  ['about nobody', null, 'sanne', true],
  ['about somebody else', 'fatima', 'sanne', true],
  ['about themselves', 'piet', 'sanne', false],
  ['about whom they stand in for', 'joost', 'sanne', false],
  ['about themselves, and their own', 'piet', 'piet', true],
  ['about whom they stand in for, and their own', 'joost', 'piet', true],
] as const)('whether somebody may know of a case %s', (_, aboutEmployeeId, ownerId, may) => {
  expect(mayKnowOf(piet, { aboutEmployeeId, ownerId })).toBe(may)
  expect(mayKnowOf(system, { aboutEmployeeId, ownerId })).toBe(true)
})
