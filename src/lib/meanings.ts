import { z } from 'zod'
import { mustBePhone, phoneIn } from './phone.ts'
import { email } from './wire.ts'

/** What is wrong with what something means: `way` leads from it to the place, as a JSON Pointer does. */
export interface MeaningFault {
  readonly way: string
  readonly message: string
}

/** By what it is read: the country of the organisation, its currency, and the present in milliseconds. */
export interface Setting {
  readonly country: string
  readonly currency: string
  readonly now: number
}

/** Looks at what has the right form. */
export type Look = (value: unknown, setting: Setting) => readonly MeaningFault[]

/** The fields of what comes in, whatever that is. */
export const fieldsOf = (given: unknown): Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null ? { ...given } : {}

/**
 * Contracts whose form tells only half: whether somebody can be reached at a number, the country decides. What is wrong
 * with them is told together with the form of the rest.
 */
export const meanings = z.registry<{ readonly look: Look }>()

/** A telephone number that comes in, in any notation. */
export const phone = meant(z.string().trim().min(1).max(40), (given, { country }) =>
  addressFaults('phone', given, country, ''),
)

/** A contract with looks at what it means. */
export function meant<T extends z.ZodType>(contract: T, ...looks: readonly Look[]): T {
  meanings.add(contract, { look: (value, setting) => looks.flatMap((look) => look(value, setting)) })
  return contract
}

/** The look at an object that names a channel, and in this field where that leads. */
export const addressedAt =
  (field: string): Look =>
  (given, { country }) => {
    const { channel, [field]: address } = fieldsOf(given)
    return addressFaults(channel, address, country, `/${field}`)
  }

/** What is wrong with the number or address by which somebody is to be reached on a channel; of the others any text will do. */
function addressFaults(
  channel: unknown,
  given: unknown,
  country: string,
  way: string,
): readonly MeaningFault[] {
  if (typeof given !== 'string') return []
  if (channel === 'phone' && phoneIn(given, country) === undefined)
    return [{ way, message: mustBePhone(country) }]
  if (channel === 'email' && !email.safeParse(given).success) return [{ way, message: mustBeEmail }]
  return []
}

export const mustBeEmail = 'must be an e-mail address'
