import { z } from 'zod'
import { out } from '../../lib/wire.ts'

/** Why the owner may want to give the customer something. */
export const GestureSuggestion = z
  .object({
    because: z.enum(['promise-broken']),
    callbackId: out.id.describe('The promise.'),
    since: out.moment.describe('When its window ended.'),
  })
  .meta({
    id: 'GestureSuggestion',
    description: 'Why a gesture would be in place. It is the owner’s to make.',
    examples: [
      {
        because: 'promise-broken',
        callbackId: '0199c2a5-6a4c-7d1f-9c53-5b1f6f1f2a10',
        since: '2026-11-02T16:00:00.000Z',
      },
    ],
  })
