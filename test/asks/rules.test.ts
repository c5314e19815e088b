import { expect, test } from 'vitest'
import type { Work } from '../../src/db/work.ts'
import type { AskRow } from '../../src/rooms/asks/ask-row.ts'
import { assertMayAnswer } from '../../src/rooms/asks/rules.ts'

/** Whether somebody of this role and team answers what Sanne of the team `home` asked for. */
function mayAnswer(role: string | undefined, teamId: string | null, id = 'piet'): boolean {
  const actor = { employee: role === undefined ? null : { id, role, teamId } } as Work['actor']
  try {
    assertMayAnswer(actor, { teamId: 'home', askedById: 'sanne' } as AskRow)
    return true
  } catch (error) {
    expect(error).toMatchObject({ kind: { code: 'forbidden' } })
    return false
  }
}

test.each([
  ['admin', null, true],
  ['admin', 'away', true],
  ['coach', null, true],
  ['coach', 'home', true],
  ['coach', 'away', false],
  ['member', 'home', false],
  ['member', null, false],
  [undefined, null, false],
] as const)('%s of team %s answers an ask: %s', (role, teamId, may) => {
  expect(mayAnswer(role, teamId)).toBe(may)
})

test('nobody answers their own', () => {
  for (const role of ['admin', 'coach']) expect(mayAnswer(role, 'home', 'sanne')).toBe(false)
})
