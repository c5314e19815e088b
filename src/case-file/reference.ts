import { ReferenceMisread } from '../rooms/cases/problems.ts'

/**
 * The quasigroup of H. Michael Damm's check digit (2004): it catches every single wrong digit and every swap of
 * neighbours, which is how a number that is read out over the telephone goes wrong.
 */
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

const checkOf = (digits: string): string =>
  [...digits].reduce((interim, digit) => damm[Number(interim)]?.charAt(Number(digit)) ?? '0', '0')

/** The reference of a case for people: its number and a check digit. */
export const referenceOf = (number: number): string => `${number}${checkOf(String(number))}`

/** The reference as digits alone, or null when a digit is wrong. Blanks, dots and hyphens are how people write it. */
export function readReference(given: string): string | null {
  const digits = given.replaceAll(/[\s.-]/g, '')
  return /^[1-9]\d{8,12}$/.test(digits) && checkOf(digits) === '0' ? digits : null
}

/** The references that a list is asked for, as digits. Throws `reference-misread`, as for a case that is asked for by its own. */
export const readReferences = (given: readonly string[] | undefined): readonly string[] | undefined =>
  given?.map((one) => {
    const reference = readReference(one)
    if (reference === null)
      throw ReferenceMisread.at('/reference', 'has a check digit that does not fit: ask for it again')
    return reference
  })
