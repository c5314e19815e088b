import { isWithheld } from '../../lib/meaning/withheld.ts'
import { phoneIn } from '../../lib/phone.ts'

/**
 * A number as telephone systems write it, in E.164, read as `phoneIn` reads it; of a SIP address it is the user part.
 * Null for a caller who shows none; undefined for what is no number, which nobody guesses at.
 */
export function readNumber(given: string, country: string, abroadFirst = false): string | null | undefined {
  // What nobody sees hides neither a number nor that there is none.
  const written = userOf(given.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '').trim())
  return isWithheld(written) ? null : phoneIn(written, country, abroadFirst)
}

/** `0612345678` of `"Jan" <sip:0612345678@pbx;user=phone>;tag=1`; what is no SIP address stays as it is. */
export function userOf(given: string): string {
  const address = /^[^<]*<([^<>]*)>(?:;.*)?$/.exec(given)?.[1] ?? given
  const [, withHost, alone] = /^sips?:(?:([^@?:]+)(?::[^@]*)?@|([^@;?:]+))/i.exec(address) ?? []
  return (withHost ?? alone ?? address).replace(/^%2b/i, '+').replace(/@anonymous\.invalid$/i, '')
}
