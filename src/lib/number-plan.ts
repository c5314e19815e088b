import {
  type CountryCode,
  getExampleNumber,
  isSupportedCountry,
  Metadata,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import type { WrittenNumber } from './written-number.ts'

/** What stands before a number within its country, and not behind the country's code, by that code; else a zero. */
const trunks: Readonly<Record<string, string>> = {
  '1': '1',
  '7': '8',
  '36': '06',
  '375': '8',
  '993': '8',
}

/** The codes of countries where a number keeps its zero, also from abroad. */
const keepingZero = new Set(['39', '225', '226', '229', '241', '242', '378', '379'])

/**
 * The number that these digits are, beginning with the code of its country. One that a country has given out, or as
 * `possible` one that it could: new ranges are in use before any list has them. Undefined for a number with its trunk
 * zero and a digit missing, which no country can give out, and for a 1 too many, which makes it a number elsewhere.
 */
export function fromAbroad(digits: string, possible = false): PhoneNumber | undefined {
  // Mexico's mobile numbers have lost a 1 that telephone systems go on sending.
  const number = parse(`+${digits.replace(/^521(?=\d{10}$)/, '52')}`)
  if (!number) return undefined
  const { countryCallingCode: code, nationalNumber } = number
  const toTheDigit = digits === code + nationalNumber
  if (number.isValid()) return code === '1' && !toTheDigit ? undefined : number
  return possible && number.isPossible() && toTheDigit && !hasTrunk(code, nationalNumber) ? number : undefined
}

const hasTrunk = (code: string, nationalNumber: string): boolean =>
  !keepingZero.has(code) && (nationalNumber.startsWith('0') || nationalNumber.startsWith(trunks[code] ?? '0'))

/** The number behind the digits that a country dials for abroad, or behind 00; undefined without them. */
export function withAccessCode(digits: string, country: string): PhoneNumber | undefined {
  const [dialled] = new RegExp(`^(?:${accessCodeOf(country)})`).exec(digits) ?? []
  const number = dialled === undefined ? undefined : fromAbroad(digits.slice(dialled.length))
  return number ?? (digits.startsWith('00') ? fromAbroad(digits.slice(2)) : undefined)
}

function accessCodeOf(country: string): string {
  if (!isSupportedCountry(country)) return '00'
  const metadata = new Metadata()
  metadata.selectNumberingPlan(country)
  return metadata.numberingPlan?.IDDPrefix() ?? '00'
}

/** A number of the organisation's own country, and how well it is written as one. */
interface National {
  readonly number: PhoneNumber
  /** As the country writes it: with the trunk zero, or without one where it has none. */
  readonly asWritten: boolean
  /** The digits are as long as a number of another country with its code before it. */
  readonly couldBeAbroad: boolean
}

/** The number that these digits are within a country; undefined unless it is one that was given out. */
export function nationalIn(digits: string, country: string): National | undefined {
  const number = parse(digits, country)
  if (!number?.isValid()) return undefined
  const { nationalNumber, countryCallingCode: code } = number
  const before = digits.endsWith(nationalNumber) ? digits.slice(0, -nationalNumber.length) : ''
  const asWritten =
    before.startsWith('0') ||
    before === code ||
    before === trunks[code] ||
    (number.formatNational().replaceAll(/\D/g, '') === digits && isOrdinary(number, digits))
  return { number, asWritten, couldBeAbroad: isAsLongAsAbroad(digits) }
}

const ordinaryTypes = new Set(['FIXED_LINE', 'MOBILE', 'FIXED_LINE_OR_MOBILE', 'TOLL_FREE', 'VOIP'])

/**
 * Where numbers have no trunk zero, some are like those of another country with its code before it, or of one's own:
 * those of a rare type, those longer than a mobile number and those that begin with one's own code are read as such first.
 */
function isOrdinary(number: PhoneNumber, digits: string): boolean {
  const { country, countryCallingCode: code } = number
  const example = country && getExampleNumber(country, examples)
  const longest = example?.nationalNumber.length ?? digits.length
  const begins = digits.startsWith(code) && fromAbroad(digits) !== undefined
  return ordinaryTypes.has(number.getType() ?? '') && digits.length <= longest && !begins
}

function isAsLongAsAbroad(digits: string): boolean {
  const abroad = parse(`+${digits}`)
  return (
    abroad?.getPossibleCountries().some((country) => {
      const example = getExampleNumber(country, examples)
      return example?.nationalNumber.length === abroad.nationalNumber.length
    }) ?? false
  )
}

/** The number that begins like this, as far as it goes; undefined when none does. */
export const beginningOf = ({ digits, plus }: WrittenNumber, country: string): PhoneNumber | undefined =>
  parse(plus ? `+${digits}` : digits, country)

const parse = (digits: string, country?: string): PhoneNumber | undefined =>
  parsePhoneNumberFromString(digits, { defaultCountry: country as CountryCode, extract: false })
