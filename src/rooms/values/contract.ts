import { z } from 'zod'
import { areAllDifferent, eachOnce } from '../../lib/forms/each-once.ts'
import { evenSoInLists } from '../../lib/forms/even-so.ts'
import { naming } from '../../lib/meaning/names.ts'
import { line, text } from '../../lib/wire.ts'

const example = [
  { code: 'honest', name: 'Honest', meaning: 'We say what went wrong before the customer asks.' },
  { code: 'at-home', name: 'Feel at home', meaning: 'A customer never has to tell the same thing twice.' },
]

const Value = z.object({ code: z.string(), name: z.string(), meaning: z.string() }).meta({
  id: 'Value',
  description: 'Something that the organisation stands for, in its own words.',
  examples: [example[0]],
})

export const Values = z
  .object({ values: z.array(Value).describe('In the order in which they were put.'), version: z.int() })
  .meta({
    id: 'Values',
    description:
      'What the organisation stands for. What is done for a customer may name the values that it serves.',
    examples: [{ values: example, version: 2 }],
  })
export type Values = z.output<typeof Values>

/** The code of a value, for programs. */
export const valueCode = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a code such as at-home')

const ValueGiven = z
  .strictObject({
    code: valueCode.describe('For programs; gestures name it.'),
    name: line(80),
    meaning: text(1000).describe('What it asks of whoever helps a customer.'),
  })
  .meta({ id: 'ValueGiven', description: 'A value to put on the list.', examples: [example[0]] })

export const PutValues = z
  .strictObject({
    values: z
      .array(ValueGiven)
      .max(50)
      .superRefine(eachOnce('code'), evenSoInLists)
      .describe('All of them, in order. What is no longer in the list stays on what was done for it.'),
  })
  .meta({ id: 'PutValues', description: 'The whole list of values.', examples: [{ values: example }] })
export type PutValues = z.output<typeof PutValues>

/** The values that something serves, by their codes. */
export const servedValues = z
  .array(naming('value', valueCode))
  .max(20)
  .refine(areAllDifferent, { error: 'must name each value once', ...evenSoInLists })
