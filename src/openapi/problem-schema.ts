import { z } from 'zod'
import { out } from '../lib/wire.ts'

const FieldError = z
  .object({ pointer: z.string().describe('A JSON Pointer into the request.'), message: z.string() })
  .meta({
    id: 'FieldError',
    description: 'One thing wrong with a request.',
    examples: [{ pointer: '#/question', message: 'is missing' }],
  })

/** The name of the schema of a problem. */
export const problemSchema = 'Problem'

/** A problem as every refusal is sent (RFC 9457). Being in the registry of schemas is enough to be in the document. */
z.looseObject({
  type: z.string().meta({ format: 'uri-reference' }).describe('Where this kind of problem is explained.'),
  title: z.string().describe('The kind of problem, for people.'),
  status: z.int().describe('The status of the answer.'),
  detail: z.string().describe('What is wrong this time.'),
  instance: z
    .string()
    .meta({ format: 'uri-reference' })
    .describe('The request that was refused: its path and its id.'),
  code: z.string().describe('The kind of problem, for programs.'),
  requestId: z.string().describe('`X-Request-Id` of the answer.'),
  errors: z.array(FieldError).optional().describe('Each place that is wrong.'),
  required: z.string().optional().describe('With `forbidden`: the scope or the role that it takes.'),
  version: z.int().optional().describe('With `version-mismatch`: the present version.'),
  existing: z
    .object({ id: out.id })
    .meta({
      id: 'Existing',
      description: 'What has the name that is taken.',
      examples: [{ id: '0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03' }],
    })
    .optional()
    .describe('With `already-exists`: what has that name, if you may read it.'),
  ceiling: out.money.optional().describe('The most that is allowed.'),
  bound: z
    .record(z.string(), z.union([z.string(), z.int()]))
    .optional()
    .describe('Between what the organisation lets teams agree: `least`, `most`.'),
}).meta({
  id: problemSchema,
  description: 'A refusal (RFC 9457). `code` says which; more members help to act on it.',
})
