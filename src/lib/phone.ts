import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { ValidationFailed } from './problems.ts'

/**
 * A telephone number in E.164; a national one is read with the country of the organisation. Throws
 * `validation-failed`, naming the field, for what nobody can call, and for one with an extension behind it, which
 * E.164 cannot hold and which must not be lost without a word.
 */
export function readPhone(given: string, country: string, pointer: string): string {
  const number = phoneIn(given, country)
  if (number !== undefined) return number
  throw ValidationFailed.at(
    pointer,
    'is no telephone number without extension; one from abroad begins with +',
  )
}

/** The number in E.164, as `readPhone` reads it; undefined for what is none. */
export function phoneIn(given: string, country: string): string | undefined {
  const number = parse(given, country)
  // Written in full, possible is enough: new ranges are in use before any list has them.
  const believed = number?.isValid() || (given.includes('+') && number?.isPossible())
  return number && believed && number.ext === undefined ? number.number : undefined
}

/**
 * The number that these digits are with their country before them, but without the plus that would say so; undefined
 * unless it is one that a country has given out: nothing else tells it from a number that is misspelt.
 */
export function phoneFromAbroad(digits: string): string | undefined {
  const number = parse(`+${digits}`, '')
  return number?.isValid() ? number.number : undefined
}

/** As much as was typed of a number, in E.164 as far as it goes; undefined when no number begins like that. */
export const beginningOfPhone = (typed: string, country: string): string | undefined =>
  parse(typed, country)?.number

// Of the common ways of writing the library takes two for no number: `tel:+31…` and `(+31) …`.
const parse = (given: string, country: string): PhoneNumber | undefined =>
  parsePhoneNumberFromString(given.replace(/^\s*(?:tel:)?\s*/i, '').replace(/^\((\+\d+)\)/, '$1'), {
    defaultCountry: country as CountryCode,
    extract: false,
  })
