import { z } from 'zod'
import { out } from '../../lib/wire.ts'

const presence = z.enum(['present', 'away'])
const examplePresence = {
  id: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12',
  presence: 'away',
  absent: false,
  version: 2,
}

export const Presence = z
  .object({
    id: out.id.describe('The employee’s.'),
    presence: presence.describe('`away`: calls are put through to somebody else.'),
    absent: z.boolean().describe('Whether an absence is on now; then they are not rung either.'),
    version: z.int(),
  })
  .meta({
    id: 'Presence',
    description: 'Whether an employee can be rung at this moment. What was before is not kept.',
    examples: [examplePresence],
  })
export type Presence = z.output<typeof Presence>

export const PresenceChange = z.strictObject({ presence }).meta({
  id: 'PresenceChange',
  description: 'Whether calls may be put through.',
  examples: [{ presence: 'away' }],
})
