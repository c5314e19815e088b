import { z } from 'zod'
import { moment, out } from '../../lib/wire.ts'
import { CaseOwner, exampleParts } from '../cases/parts-contract.ts'

const shortest = 15
const longest = 120
const form = /^PT(?=\d)(\d{1,2}H)?(\d{1,3}M)?$/

function lastsLongEnough(duration: string): boolean {
  const minutes = Temporal.Duration.from(duration).total('minutes')
  return minutes >= shortest && minutes <= longest
}

export const SlotQuery = z.strictObject({
  from: moment.optional().describe('Slots from this moment on; left out, and where it is past: from now.'),
  until: moment
    .optional()
    .describe('Slots before this moment, at most 31 days after `from`; left out: up to the horizon.'),
  duration: z
    .string()
    .regex(form, 'must be an ISO 8601 duration in hours and minutes, such as PT1H')
    .refine((given) => !form.test(given) || lastsLongEnough(given), { error: 'must be PT15M to PT2H' })
    .optional()
    .describe('How long the window is to be, PT15M to PT2H; left out: PT1H.'),
})
export type SlotQuery = z.output<typeof SlotQuery>

const CallbackSlot = z
  .object({
    from: out.moment,
    until: out.moment,
    free: z
      .int()
      .describe(
        'How many more promises fit into this hour of whoever will call: the owner, or within an absence the stand-in.',
      ),
  })
  .meta({
    id: 'CallbackSlot',
    description:
      'A window that can be promised. It may be shorter than was asked for, where the opening ends before.',
    examples: [{ from: '2026-11-02T13:00:00.000Z', until: '2026-11-02T14:00:00.000Z', free: 3 }],
  })

export const CallbackSlots = z
  .object({
    owner: CaseOwner.describe('Whose promise it is.'),
    data: z.array(CallbackSlot),
    nextCursor: z.string().nullable().describe('Always null: all slots are on one page.'),
  })
  .meta({
    id: 'CallbackSlots',
    description:
      'The windows that can be promised for a case, in order: in the hours of the owner, and within an absence of the stand-in.',
    examples: [{ owner: exampleParts.owner, data: CallbackSlot.meta()?.examples, nextCursor: null }],
  })
export type CallbackSlots = z.output<typeof CallbackSlots>
