import { z } from 'zod'

/**
 * What is told of a name behind which there is nothing, by what it should name: by its code a topic or a value, by its id
 * the others. A `colleague` is an employee who has not left, a `member` one who is in a team.
 */
export const nothingThere = {
  topic: 'is no topic',
  value: 'is no value of the organisation',
  team: 'is no team here',
  employee: 'is no employee',
  colleague: 'is nobody who works here',
  member: 'is no active member of a team',
  customer: 'is no customer',
  rule: 'is no rule',
  contact: 'is no contact of this case',
} as const

/** The same of a name that is to be a new one, and is taken. */
const taken = 'is taken'
const notFree = { newTopic: taken, newRule: taken, newSubject: taken } as const

const messages = { ...nothingThere, ...notFree } as const

/** What something in a request names. */
export type NamedThing = keyof typeof messages

export const messageFor = (named: NamedThing): string => messages[named]

/** Contracts of what is a name: whether there is such a thing, the database knows. */
export const names = z.registry<{ readonly of: NamedThing }>()

/** A contract of a name, told of together with all else that is wrong. */
export function naming<T extends z.ZodType>(of: NamedThing, contract: T): T {
  const name = contract.clone()
  names.add(name, { of })
  return name
}
