import { z } from 'zod'
import { isSeen, withoutUnseen } from './forms/shows-nothing.ts'
import { inUtc } from './instant.ts'

/** The types of what goes over the wire. What comes in is checked to the letter; what goes out is described. */

/** A line of text: trimmed, not empty, with something to see in it. */
export const line = (max: number) => z.string().trim().min(1).max(max).check(isSeen)

/** Text of several lines. */
export const text = (max = 20_000) => line(max)

/** An id that comes in, in capitals or not. */
export const id = z.uuid({ error: unlessLacking('must be a UUID') }).toLowerCase()

/** What is wrong with a field, unless it is not there at all: then it is needed, in the words of every field. */
function unlessLacking(message: string) {
  return ({ input }: { readonly input?: unknown }): string | undefined =>
    input === undefined ? undefined : message
}

const from2000To2099 = /^20/
const thisCentury = { error: 'must lie between 2000 and 2099' }

/**
 * A moment that comes in: RFC 3339 with an offset, in this century, as finely as `Temporal` counts. It is read on in UTC, since
 * PostgreSQL takes fewer offsets than RFC 3339 knows. What is none is told of once, and hides nothing that is wrong beside it.
 */
export const moment = z.iso
  .datetime({
    offset: true,
    error: unlessLacking('must be a moment such as 2026-11-21T09:30:00Z, with an offset'),
  })
  .refine((at) => !/\.\d{10}/.test(at), { error: 'must have nine decimals of a second at most' })
  .overwrite((at) => inUtc(at) ?? at)
  .refine((at) => from2000To2099.test(at) || inUtc(at) === undefined, thisCentury)

/** A day that comes in. */
export const day = z.iso
  .date({ error: unlessLacking('must be a day such as 2026-11-21') })
  .refine((at) => !/^\d{4}-\d\d-\d\d$/.test(at) || from2000To2099.test(at), thisCentury)

export const timeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, { error: 'must be an IANA time zone such as Europe/Amsterdam' })

/** A name of the IANA database, to the letter, be it a place's newer name or its older one; an offset is none. */
function isTimeZone(zone: string): boolean {
  try {
    return (
      !/^[+-]/.test(zone) &&
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId === zone
    )
  } catch {
    return false
  }
}

const twoCapitals = /^[A-Z]{2}$/

/** A country by its two letters, and what else is asked of it. */
export const country = (isFit: (given: string) => boolean, error = mustBeCountry) =>
  z
    .string()
    .regex(twoCapitals, mustBeCountry)
    .refine((given) => !twoCapitals.test(given) || isFit(given), { error })

const mustBeCountry = 'must be an ISO 3166-1 country such as NL'

/** A language tag (BCP 47), in its canonical form. */
export const language = z
  .string()
  .max(35)
  .refine(isLanguage, { error: 'must be a language tag such as nl-NL' })

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value)[0] !== undefined
  } catch {
    return false
  }
}

/** An e-mail address, as loosely as mail itself is. What comes along with one that was copied is dropped. */
export const email = z
  .string()
  .overwrite((given) => withoutUnseen(given).replace(/^\s*mailto:/i, ''))
  .trim()
  .max(254)
  .regex(/^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+$/, 'must be an e-mail address')

/** Money that comes in: a decimal string and the currency. */
export const money = z
  .strictObject({
    amount: z.string().regex(/^\d{1,10}(\.\d{1,4})?$/, 'must be a decimal such as "25.00"'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 currency such as EUR'),
  })
  .meta({
    id: 'MoneyGiven',
    description: 'An amount of money to set: a decimal string, and the currency of the organisation.',
    examples: [{ amount: '25.00', currency: 'EUR' }],
  })

/** What goes out is described, not checked: these carry the format to the document and cost nothing. */
export const out = {
  id: z.string().meta({ format: 'uuid' }),
  moment: z.string().meta({ format: 'date-time' }),
  day: z.string().meta({ format: 'date' }),
  money: z.object({ amount: z.string(), currency: z.string() }).meta({
    id: 'Money',
    description: 'An amount of money: a decimal string with the currency’s own number of decimals.',
    examples: [{ amount: '25.00', currency: 'EUR' }],
  }),
}

/** Who did something: an employee, or a system by itself. */
export const Doer = z.object({ kind: z.enum(['employee', 'system']), id: out.id }).meta({
  id: 'Doer',
  description: 'Who did it: an employee, or a system by itself.',
  examples: [{ kind: 'employee', id: '0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12' }],
})

/** One or more values of a query parameter, divided by commas; repeating the parameter means the same. */
export const several = <T extends z.ZodType<string>>(item: T) =>
  z.preprocess(
    (given) =>
      typeof given === 'string'
        ? given.split(',')
        : Array.isArray(given)
          ? given.flatMap((g) => String(g).split(','))
          : given,
    z.array(item).min(1).max(50),
  )

/** A whole number in a query: `''` and `1e3` are none. */
export const whole = (min: number, max: number) =>
  z.preprocess(
    (given) => (typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : given),
    z.int().min(min).max(max),
  )

/** Yes or no in a query: `true` or `false`. */
export const flag = z.preprocess(
  (given) => (given === 'true' ? true : given === 'false' ? false : given),
  z.boolean({ error: 'must be true or false' }),
)
