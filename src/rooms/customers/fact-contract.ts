import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { Doer, day, flag, id, out, text } from '../../lib/wire.ts'

export const FactParams = z.strictObject({ customerId: id, factId: id })

export const Fact = z
  .object({
    id: out.id,
    text: z.string(),
    until: out.day.nullable().describe('The last day on which it matters; null: for good.'),
    recordedBy: Doer,
    recordedAt: out.moment,
  })
  .meta({
    id: 'Fact',
    description: 'Something worth knowing about a customer, so that nobody has to ask twice.',
    examples: [
      {
        id: '0199a3f1-02d4-7e19-b4c0-8a3d5f6e7b21',
        text: 'Hard of hearing: speak slowly, and confirm by letter.',
        until: null,
        recordedBy: { kind: 'employee', id: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12' },
        recordedAt: '2026-11-02T09:12:44.000Z',
      },
    ],
  })
export type Fact = z.output<typeof Fact>

export const NewFact = z
  .strictObject({ text: text(2000), until: day.nullish().describe('The last day on which it matters.') })
  .meta({
    id: 'NewFact',
    description: 'Something worth knowing about a customer.',
    examples: [{ text: 'Is moving house; call the mobile number.', until: '2046-12-31' }],
  })

export const FactQuery = z.strictObject({
  ...paging,
  all: flag.optional().describe('True: also what no longer matters.'),
})
export const FactPage = page(Fact, 'FactPage')
