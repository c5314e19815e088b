import { type CountryCode, getExampleNumber, type PhoneNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { beginningOf, fromAbroad, nationalIn, withAccessCode } from './number-plan.ts'
import { ValidationFailed } from './problems.ts'
import { readWritten, type WrittenNumber } from './written-number.ts'

/**
 * A telephone number in E.164; a national one is read with the country of the organisation. Throws
 * `validation-failed`, naming the field, for what nobody can call, and for one with an extension behind it, which
 * E.164 cannot hold and which must not be lost without a word.
 */
export function readPhone(given: string, country: string, pointer: string): string {
  const number = phoneIn(given, country)
  if (number !== undefined) return number
  throw ValidationFailed.at(pointer, mustBePhone(country))
}

/** What is wrong with text that is no telephone number, with an example of the organisation's country. */
export function mustBePhone(country: string): string {
  const example = country === 'NL' ? undefined : getExampleNumber(country as CountryCode, examples)
  const [national, whole] = example
    ? [example.formatNational(), example.number]
    : ['020 123 4567', '+31201234567']
  return `must be a telephone number, such as ${national} or ${whole}`
}

/**
 * The number in E.164; undefined for what is none, and for what could be somebody else's. Digits without a plus are
 * a national number as its country writes it, with the trunk zero where it has one; else the number of another
 * country with its code before it; else a national one without its zero. With `abroadFirst` they begin with their
 * country unless they begin with a zero, as telephone bridges send them.
 */
export function phoneIn(given: string, country: string, abroadFirst = false): string | undefined {
  const written = readWritten(given)
  const number = written && numberOf(written, country, abroadFirst)
  // `030 123456/7` and two numbers beside each other are more than one number.
  if (!number || written?.beforeSlash.some((before) => isWhole(before, country))) return undefined
  return number.number
}

/** As much as was typed of a number, in E.164 as far as it goes; undefined when no number begins like that. */
export function beginningOfPhone(typed: string, country: string): string | undefined {
  const written = readWritten(typed)
  return written && (numberOf(written, country, false) ?? beginningOf(written, country))?.number
}

function numberOf(
  { digits, plus, code }: WrittenNumber,
  country: string,
  abroadFirst: boolean,
): PhoneNumber | undefined {
  if (plus || code !== undefined) {
    const number = fromAbroad(digits, plus)
    return code === undefined || code === number?.countryCallingCode ? number : undefined
  }
  const dialled = withAccessCode(digits, country)
  if (dialled || digits.startsWith('00')) return dialled
  const abroad = fromAbroad(digits)
  const home = nationalIn(digits, country)
  if (home?.asWritten && !(abroadFirst && abroad)) return home.number
  return abroad ?? (home?.couldBeAbroad ? undefined : home?.number)
}

const isWhole = (given: string, country: string): boolean => {
  const written = readWritten(given)
  return written !== undefined && numberOf(written, country, false)?.isValid() === true
}
