import { z } from 'zod'
import { naming } from '../../lib/meaning/names.ts'
import { page, paging, searchText } from '../../lib/page.ts'
import { id, line, out, several, text } from '../../lib/wire.ts'

export const TopicParams = z.strictObject({ topicId: id })

export const Topic = z
  .object({
    id: out.id,
    code: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    createdAt: out.moment,
    version: z.int(),
  })
  .meta({
    id: 'Topic',
    description: 'What a question is about; employees are competent in topics.',
    examples: [
      {
        id: '0199a3f0-11d2-7a44-8c1b-6a2f0c9d1e55',
        code: 'invoice',
        name: 'Invoice',
        description: 'Bills, instalments and refunds.',
        createdAt: '2026-11-02T08:00:00.000Z',
        version: 1,
      },
    ],
  })
export type Topic = z.output<typeof Topic>

const code = naming(
  'newTopic',
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens, such as moving-house')
    .max(60),
)

export const NewTopic = z
  .strictObject({ code, name: line(120), description: text(2000).nullish() })
  .meta({ id: 'NewTopic', description: 'A topic to make.', examples: [{ code: 'invoice', name: 'Invoice' }] })

export const TopicChange = z
  .strictObject({ name: line(120).optional(), description: text(2000).nullish() })
  .refine((change) => Object.keys(change).length > 0, { error: 'changes nothing' })
  .meta({
    id: 'TopicChange',
    description: 'What changes of a topic; its code stays.',
    examples: [{ name: 'Invoices and refunds' }],
  })

export const TopicQuery = z.strictObject({
  ...paging,
  id: several(id).optional(),
  code: several(z.string().max(60)).optional(),
  q: searchText.optional(),
})
export const TopicPage = page(Topic, 'TopicPage')
