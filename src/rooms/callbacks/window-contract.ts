import { z } from 'zod'
import { aheadIn, bothIn, orderIn } from '../../lib/meaning/moments-in.ts'
import { addressedAt, meant } from '../../lib/meanings.ts'
import { line, moment } from '../../lib/wire.ts'
import { callbackChannels } from './channel-contract.ts'

/** A promise as it is asked for; what is left out, the agreement and the customer's preferences fill in. */
export const windowFields = {
  from: moment
    .optional()
    .describe('Left out together with `until`: the team’s agreement computes the window.'),
  until: moment.optional(),
  channel: z
    .enum(callbackChannels)
    .optional()
    .describe('Left out: that of the promise in whose place it comes, else as the customer prefers.'),
  to: line(300)
    .optional()
    .describe(
      'The number or address; left out: where the promise went in whose place it comes, else the customer’s own.',
    ),
}

export const GivenWindow = meant(
  z.strictObject(windowFields).meta({
    id: 'GivenWindow',
    description: 'When, how and where the customer wants to hear from us.',
    examples: [{ from: '2046-11-06T13:00:00Z', until: '2046-11-06T14:00:00Z' }],
  }),
  addressedAt('to'),
  bothIn('from', 'until'),
  orderIn('from', 'until'),
  aheadIn('until'),
)
export type GivenWindow = z.output<typeof GivenWindow>
