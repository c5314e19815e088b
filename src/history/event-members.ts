import { z } from 'zod'

/** What members of an event's `data` are made of: each has an example, of which those of the types are put together. */

const anId = '0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88'
const uuid = () => z.string().meta({ format: 'uuid' })
const instant = () => z.string().meta({ format: 'date-time' })

export const id = z.string().meta({ format: 'uuid', examples: [anId] })
export const ids = z.array(uuid()).meta({ examples: [[anId]] })
export const moment = z.string().meta({ format: 'date-time', examples: ['2026-11-02T13:00:00.000Z'] })
export const day = z.string().meta({ format: 'date', examples: ['2027-02-01'] })
export const duration = z.string().meta({ format: 'duration', examples: ['PT12M'] })
export const count = z.int().meta({ examples: [1] })
export const flag = z.boolean().meta({ examples: [false] })
export const word = (sample: string) => z.string().meta({ examples: [sample] })
export const words = (...samples: readonly string[]) => z.array(z.string()).meta({ examples: [[...samples]] })

/** One of these; more may come. */
export const oneOf = (...known: readonly [string, ...string[]]) =>
  z.enum(known).meta({ examples: [known[0]] })

export const money = z
  .object({ amount: z.string(), currency: z.string() })
  .meta({ examples: [{ amount: '25.00', currency: 'EUR' }] })

export const standIns = z.array(z.object({ standInId: uuid(), from: instant(), until: instant() })).meta({
  examples: [[{ standInId: anId, from: '2026-11-02T08:00:00.000Z', until: '2026-11-06T17:00:00.000Z' }]],
})

/** What bending a rule has brought with it. */
export const bill = z
  .object({
    bent: z.int(),
    cases: z.int(),
    chases: z.int(),
    gestures: z.int(),
    given: money,
    recoveries: z.int(),
  })
  .meta({
    examples: [
      {
        bent: 12,
        cases: 11,
        chases: 3,
        gestures: 4,
        given: { amount: '86.50', currency: 'EUR' },
        recoveries: 1,
      },
    ],
  })

/** Null where there is none. */
export const orNull = <T extends z.ZodType>(member: T) =>
  member.nullable().meta({ examples: [exampleOf(member)] })

/** In some events of the type alone. */
export const maybe = <T extends z.ZodType>(member: T) => member.optional()

/** The first example of a member; undefined where it has none of its own. */
export function exampleOf(member: z.core.$ZodType): unknown {
  const examples = z.globalRegistry.get(member)?.examples
  return Array.isArray(examples) ? examples[0] : undefined
}
