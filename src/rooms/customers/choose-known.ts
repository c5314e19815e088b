import { withoutUnseen } from '../../lib/forms/shows-nothing.ts'

/** By what a customer on record was known again. */
export type FoundBy = 'reference' | 'email' | 'phone'

/**
 * A customer on record who has one of the points of contact that were given, or one of the references; once more with
 * each name of those for whom they stand.
 */
export interface KnownCustomer {
  readonly by: FoundBy
  readonly id: string
  readonly name: string | null
}

/**
 * Who is meant: the customer of a reference, in the order in which they were given; else the one with an e-mail address;
 * else the one with a telephone number and no other name, since a number is often a household's. Undefined: nobody, or
 * nobody can say.
 */
export function chooseKnown(found: readonly KnownCustomer[], name: string | null): KnownCustomer | undefined {
  const by = (what: FoundBy) => found.filter((each) => each.by === what)
  const [referred] = by('reference')
  if (referred) return referred
  const withEmail = only(by('email'))
  if (withEmail) return withEmail
  const withPhone = by('phone')
  if (name === null) return only(withPhone)
  const asked = folded(name)
  const namesakes = withPhone.filter((each) => each.name !== null && folded(each.name) === asked)
  return namesakes.length > 0 ? only(namesakes) : only(withPhone.filter((each) => each.name === null))
}

/** The one customer among these, who may be there by several points of contact. */
function only(found: readonly KnownCustomer[]): KnownCustomer | undefined {
  return new Set(found.map(({ id }) => id)).size === 1 ? found[0] : undefined
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

/**
 * A name without case, accents, blanks, points and dashes, and without what nobody sees: what is alike is one name. One
 * without a letter stays as it is.
 */
function folded(name: string): string {
  const plain = withoutUnseen(name.normalize('NFKD').toLowerCase())
    .replaceAll(/\p{M}|\s/gu, '')
    .replaceAll(/[ßøđłæœı]/g, (letter) => letters[letter] ?? letter)
  return plain.replaceAll(/[^\p{L}\p{N}]/gu, '') || plain
}
