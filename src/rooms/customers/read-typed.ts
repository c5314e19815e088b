import type { Reader } from '../../db/work.ts'
import { readCountry } from '../../facts/country.ts'
import { beginningOfPhone } from '../../lib/phone.ts'
import { typedWord, typedWords } from '../../lib/words/typed-words.ts'

/**
 * What somebody typed to search for: words or, where all of it may be one, a number. That may be a reference, which is read
 * out in pieces, or a telephone number as far as it was typed, as in the organisation's country.
 */
export async function readTyped({ db }: Reader, typed: string): Promise<string> {
  if (!looksLikeNumber(typed)) return typedWords(typed)
  const country = await db.row(readCountry, {})
  const phone = beginningOfPhone(typed, country?.country ?? '')
  return typedWord(typed, [digitsOf(typed)], phone === undefined ? [] : [digitsOf(phone)])
}

const looksLikeNumber = (typed: string): boolean =>
  /^[+()\d\s./-]{4,}$/.test(typed) && /\d.*\d.*\d/s.test(typed)

const digitsOf = (number: string): string => number.replaceAll(/\D/g, '')
