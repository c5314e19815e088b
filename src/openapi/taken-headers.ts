import type { Parameter } from './parameters.ts'
import { exampleVersion } from './sent-headers.ts'
import type { Traits } from './traits.ts'

const onBehalfOf: Parameter = {
  name: 'On-Behalf-Of',
  in: 'header',
  description: 'The employee for whom the system acts; needs the scope `employees:act`.',
  schema: { type: 'string', format: 'uuid' },
  example: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12',
}

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Makes it safe to send again: the first answer is replayed for 24 hours.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[ -~]+$' },
  example: '6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11',
}

const ifMatch = (required: boolean): Parameter => ({
  name: 'If-Match',
  in: 'header',
  required,
  description: `The \`ETag\` of the version that you change, or several divided by commas: the answer is 412 if none of them is the one.${
    required ? ' `*` stands for any.' : ' Left out: any.'
  }`,
  schema: { type: 'string' },
  example: exampleVersion,
})

const ifNoneMatch: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` that you have: the answer is 304 if it is still the one.',
  schema: { type: 'string' },
  example: exampleVersion,
}

const onlyNew: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  description: '`*` makes and changes nothing: the answer is 412 if there is one already.',
  schema: { type: 'string' },
  example: '*',
}

/** The headers that the operation takes. */
export function takenHeaders({
  method,
  forEmployees,
  single,
  guarded,
  needsVersion,
  makesOrChanges,
}: Traits): readonly Parameter[] {
  return [
    ...(forEmployees ? [onBehalfOf] : []),
    ...(method === 'post' ? [idempotencyKey] : []),
    ...(guarded ? [ifMatch(needsVersion)] : []),
    ...(method === 'get' && single ? [ifNoneMatch] : []),
    ...(makesOrChanges ? [onlyNew] : []),
  ]
}
