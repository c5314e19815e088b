import { z } from 'zod'
import { out } from '../../lib/wire.ts'
import { CaseCustomer, CaseOwner, exampleParts, NamedEmployee } from '../cases/parts-contract.ts'

const standing = {
  caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  reference: '100048275',
  subject: 'Charged twice in October',
  customer: exampleParts.customer,
  owner: exampleParts.owner,
  standIn: null,
  chases: 2,
}
const exampleCallback = {
  id: exampleParts.callback.id,
  ...standing,
  channel: 'phone',
  from: '2026-11-02T13:00:00.000Z',
  until: '2026-11-02T14:00:00.000Z',
  attempts: 1,
  nextTryAt: null,
}
const exampleChased = { ...standing, until: '2026-11-02T14:00:00.000Z' }

const whose = {
  caseId: out.id,
  reference: z.string(),
  subject: z.string(),
  customer: CaseCustomer,
  owner: CaseOwner,
  standIn: NamedEmployee.nullable().describe('Who acts for the owner now.'),
  chases: z.int().describe('How often the customer contacted us while a callback was open.'),
}

export const BoardCallback = z
  .object({
    id: out.id,
    ...whose,
    channel: z.string(),
    from: out.moment,
    until: out.moment,
    attempts: z.int(),
    nextTryAt: out.moment.nullable(),
  })
  .meta({
    id: 'BoardCallback',
    description: 'A promise that needs attention.',
    examples: [exampleCallback],
  })
export type BoardCallback = z.output<typeof BoardCallback>

export const BoardChased = z
  .object({ ...whose, until: out.moment.describe('When the customer hears from us at the latest.') })
  .meta({
    id: 'BoardChased',
    description: 'An open case about which the customer contacted us again.',
    examples: [exampleChased],
  })
export type BoardChased = z.output<typeof BoardChased>

const BoardPromises = z
  .object({
    open: z.int(),
    dueToday: z.int().describe('Still to be kept before the day is over, overdue ones left out.'),
    overdue: z.int(),
  })
  .meta({
    id: 'BoardPromises',
    description: 'How many promises of the team are open.',
    examples: [{ open: 31, dueToday: 9, overdue: 1 }],
  })

const exampleTeam = { id: '0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40', name: 'Team Noord' }
const BoardTeam = z
  .object({ id: out.id, name: z.string().describe('The name of the team.') })
  .meta({ id: 'BoardTeam', description: 'Whose board it is.', examples: [exampleTeam] })

export const Board = z
  .object({
    team: BoardTeam,
    date: out.day.describe('Today, in the time zone of the team.'),
    promises: BoardPromises,
    overdue: z.array(BoardCallback).describe('Past their windows, the oldest first; at most 50.'),
    dueSoon: z.array(BoardCallback).describe('Windows that end within two hours, in order; at most 50.'),
    chased: z.array(BoardChased).describe('The most chased first; at most 50.'),
  })
  .meta({
    id: 'Board',
    description: 'What needs the attention of a team. It counts promises, and neither people nor minutes.',
    examples: [
      {
        team: exampleTeam,
        date: '2026-11-02',
        promises: { open: 31, dueToday: 9, overdue: 1 },
        overdue: [],
        dueSoon: [exampleCallback],
        chased: [exampleChased],
      },
    ],
  })
export type Board = z.output<typeof Board>
