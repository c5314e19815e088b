import { z } from 'zod'
import { callId } from './call-contract.ts'

export const ZammadParams = z.strictObject({
  token: z
    .string()
    .min(1)
    .max(200)
    .describe('An API key with the scope `calls:write`. The address is as secret as the key.'),
})

/** Text, for which some bridges send a number, and others null where there is none. */
const said = (max: number) => z.union([z.string().trim().max(max), z.int().min(0)]).nullish()

const name = z.string().trim().max(200)
const ZammadUsers = z.union([name, z.array(name.nullable()).max(50), z.null()]).meta({
  id: 'ZammadUsers',
  description: 'The names of who is called, or of an outgoing call of who calls.',
  examples: [['Sanne de Wit', 'Piet Bakker']],
})

export const ZammadEvent = z
  .looseObject({
    event: z.enum(['newCall', 'answer', 'hangup']),
    from: said(200).describe(
      'Who calls, with or without a plus; nothing, or anything that is no number, where none is shown.',
    ),
    to: said(200).describe('Who is called.'),
    direction: z.enum(['in', 'out']),
    callId: z
      .union([callId, z.int().min(0)], {
        error: ({ input }) => (input === undefined ? 'is needed' : 'must be text that is not blank'),
      })
      .describe('The same in all events of a call.'),
    user: ZammadUsers.optional(),
    'user[]': ZammadUsers.optional(),
    cause: said(60).describe(
      'Why it ended. `busy` is kept of an outgoing call; whether a call was answered, `answer` tells.',
    ),
    answeringNumber: said(200).describe('Who answered: an extension, a direct number or an e-mail address.'),
  })
  .meta({
    id: 'ZammadEvent',
    description: 'What a bridge for Zammad tells of a call; fields of its own are no mistake.',
    examples: [
      {
        event: 'newCall',
        from: '31612345678',
        to: '31201234567',
        direction: 'in',
        callId: '307fa962-de8d-4ffc-817b-7f6993204159',
        user: ['Sanne de Wit', 'Piet Bakker'],
        queue: 'support',
      },
    ],
  })
export type ZammadEvent = z.output<typeof ZammadEvent>

export const ZammadAnswer = z
  .object({
    action: z.literal('dial').optional(),
    number: z.string().optional().describe('The extension of whom to ring.'),
    caller_id: z.string().optional().describe('Who calls, as it was said.'),
  })
  .meta({
    id: 'ZammadAnswer',
    description: 'Whom to put an incoming call through to; nothing where there is nobody in particular.',
    examples: [{ action: 'dial', number: '204', caller_id: '31612345678' }],
  })
export type ZammadAnswer = z.output<typeof ZammadAnswer>
