import { phoneFromAbroad, phoneIn } from '../../lib/phone.ts'

/**
 * A number as telephone systems write it, in E.164: a national one is read with the organisation's country, one from
 * abroad begins with a plus, with 00 or, where it is no number at home, with the digits of its country; of a SIP address
 * it is the user part. Null for a caller who shows none; undefined for what is no number, which nobody guesses at.
 */
export function readNumber(given: string, country: string): string | null | undefined {
  const written = userOf(given.trim())
  if (isWithheld(written)) return null
  const known = phoneIn(written, country)
  if (known !== undefined) return known
  const digits = /^[\d\s().\-/]+$/.test(written) ? written.replaceAll(/\D/g, '').replace(/^00/, '') : ''
  return /^[1-9]\d{7,14}$/.test(digits) ? phoneFromAbroad(digits) : undefined
}

/** `0612345678` of `"Jan" <sip:0612345678@pbx;user=phone>`; what is no SIP address stays as it is. */
function userOf(given: string): string {
  const address = /^[^<]*<([^<>]*)>$/.exec(given)?.[1] ?? given
  const user = /^sips?:([^@;?]+)/i.exec(address)?.[1]
  return (user ?? address).replace(/^%2b/i, '+').replace(/@anonymous\.invalid$/i, '')
}

const withheld = new Set([
  '',
  'anonymous',
  'blocked',
  'hidden',
  'no caller id',
  'no number',
  'not available',
  'private',
  'restricted',
  'suppressed',
  'unavailable',
  'unknown',
  'withheld',
])

/** What telephone exchanges send of a caller who shows no number. */
const isWithheld = (given: string): boolean =>
  withheld.has(
    given
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ')
      .replace(/ (?:number|caller|id)$/, ''),
  ) || /^no[\s_-]+(?:number|caller[\s_-]*id)$/i.test(given)
