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

const withheld = new Set([
  '',
  '-',
  '?',
  'anonim',
  'anonimo',
  'anoniem',
  'anonym',
  'anonyme',
  'anonymous',
  'anonymous user',
  'anónimo',
  'blocked',
  'desconocido',
  'geheim',
  'hidden',
  'inconnu',
  'masqué',
  'n/a',
  'no caller id',
  'no number',
  'none',
  'not available',
  'null',
  'numéro masqué',
  'oculto',
  'onbekend',
  'onbekend nummer',
  'private',
  'privat',
  'privato',
  'privé',
  'restricted',
  'sconosciuto',
  'suppressed',
  'unavailable',
  'unbekannt',
  'undefined',
  'unknown',
  'unterdrückt',
  'verborgen',
  'withheld',
])

/** ANONYMOUS, BLOCKED, RESTRICTED, UNAVAILABLE, UNKNOWN and PRIVATE, typed on the keys of a telephone. */
const withheldOnKeys = /^\+?(?:266696687|2562533|7378742833|86282452253|8656696|7748283)$/

/** What telephone exchanges send of a caller who shows no number. */
const isWithheld = (given: string): boolean =>
  withheld.has(
    given
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ')
      .replace(/ (?:number|caller|id)$/, ''),
  ) ||
  /^no[\s_-]+(?:number|caller[\s_-]*id)$/i.test(given) ||
  withheldOnKeys.test(given)
