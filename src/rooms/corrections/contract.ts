import { z } from 'zod'
import { naming } from '../../lib/meaning/names.ts'
import { id, line, text } from '../../lib/wire.ts'

export const CustomerCorrection = z
  .strictObject({
    customerId: naming('customer', id).describe(
      'Whose question it is. Of a customer who was merged, it is whoever stands for them now.',
    ),
    reason: text(2000).optional(),
    to: line(500)
      .nullish()
      .describe(
        'The number or address that the open callback goes to from now on, of its own channel. Left out, it follows the customer when it was theirs; null: none.',
      ),
  })
  .meta({
    id: 'CustomerCorrection',
    description: 'The case stands in the name of the wrong customer: this is the right one.',
    examples: [
      {
        customerId: '0199a3ee-5b20-7c66-8a1f-3d9e7b5c2f14',
        reason: 'Two customers of the same name; the date of birth tells.',
      },
    ],
  })
export type CustomerCorrection = z.output<typeof CustomerCorrection>
