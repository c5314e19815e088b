import { z } from 'zod'
import { naming } from '../../lib/meaning/names.ts'
import { id, line, text } from '../../lib/wire.ts'
import { servedValues } from '../values/contract.ts'
import { decisions, exampleAnswer, exampleIdea, exampleResult } from './contract.ts'

const links = z.array(id).max(50)

export const NewIdea = z
  .strictObject({
    title: line(120),
    body: text(),
    anonymous: z
      .boolean()
      .optional()
      .describe(
        'Then nothing says whose it is, not even the database. Send no Idempotency-Key: none is kept.',
      ),
    caseIds: links.optional().describe('Cases that you see.'),
    ruleIds: z.array(naming('rule', id)).max(50).optional().describe('Rules that it is against.'),
    values: servedValues.optional().describe('The codes of the values that it serves: GET /v1/values.'),
  })
  .meta({
    id: 'NewIdea',
    description: 'An idea for improvement.',
    examples: [{ title: exampleIdea.title, body: exampleIdea.body, ruleIds: exampleIdea.ruleIds }],
  })
export type NewIdea = z.output<typeof NewIdea>

export const AnswerIdea = z.strictObject({ decision: z.enum(decisions), reason: text(2000) }).meta({
  id: 'AnswerIdea',
  description: 'What is decided about an idea. What is tried first is decided once more later.',
  examples: [{ decision: exampleAnswer.decision, reason: exampleAnswer.reason }],
})
export type AnswerIdea = z.output<typeof AnswerIdea>

export const IdeaChange = z.strictObject({ result: text(2000) }).meta({
  id: 'IdeaChange',
  description: 'What came of an idea that was answered.',
  examples: [{ result: exampleResult.text }],
})
export type IdeaChange = z.output<typeof IdeaChange>
