import { z } from 'zod'
import { out } from '../../lib/wire.ts'

const exampleSection = {
  name: 'facts',
  purpose: 'What is worth knowing, so that nobody has to ask them twice.',
  fields: { id: 'To tell this record from others.', text: 'To serve them without asking again.' },
  data: [{ id: '0199a3f0-77aa-7c31-8d52-1c5f9a3e7b66', text: 'Is deaf in one ear: speak slowly.' }],
}

const PersonalSection = z
  .object({
    name: z.string(),
    purpose: z.string().describe('What these records are for.'),
    fields: z.record(z.string(), z.string()).describe('What each field of them is for.'),
    data: z.array(z.record(z.string(), z.unknown())),
  })
  .meta({
    id: 'PersonalSection',
    description: 'One kind of what is on record about a customer.',
    examples: [exampleSection],
  })

export const PersonalData = z
  .object({ customerId: out.id, asOf: out.moment, sections: z.array(PersonalSection) })
  .meta({
    id: 'PersonalData',
    description: 'All that is on record about a customer, and what it is for.',
    examples: [
      {
        customerId: '0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03',
        asOf: '2026-11-02T09:00:00.000Z',
        sections: [exampleSection],
      },
    ],
  })
