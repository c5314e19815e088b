import { Problem } from '../../lib/problem.ts'
import { ValidationFailed } from '../../lib/problems.ts'

/** A filter of SCIM (RFC 7644, section 3.4.2.2), as far as it is taken: `eq`, `and`, `or` and brackets. */
export type ScimFilter =
  | { readonly kind: 'and' | 'or'; readonly left: ScimFilter; readonly right: ScimFilter }
  | {
      readonly kind: 'eq'
      /** In lower case, since names are the same in any; a part of a complex one as `emails.value`. */
      readonly attribute: string
      readonly value: string | boolean
    }

/** Where in a user something is: `emails[type eq "work"].value`. */
export interface Path {
  /** In lower case; one of another schema keeps its URN and is none of ours. */
  readonly attribute: string
  readonly part: string | null
  /** Which of several values are meant; its attributes are the parts, such as `type`. */
  readonly filter: ScimFilter | null
}

const longest = 1000
const mostComparisons = 10
const ours = 'urn:ietf:params:scim:schemas:core:2.0:user'
const token = /\s*(?:("(?:[^"\\]|\\.)*")|([()[\]])|(\.?[a-z$][\w$:.-]*))\s*/iy

/** Reads a filter. Throws `validation-failed` (`invalidFilter`) for what is none, or more than is taken. */
export const readFilter = (text: string): ScimFilter =>
  asking('invalidFilter', () => new Reader(text).filter())

/** Reads the path of an operation in a PATCH. Throws `validation-failed` (`invalidPath`). */
export const readPath = (text: string): Path => asking('invalidPath', () => new Reader(text).path())

/** The name of an attribute in lower case, and without the URN of the schema of users; `''` for that URN itself. */
export function ourName(given: string): string {
  const name = given.toLowerCase()
  return name === ours ? '' : name.startsWith(`${ours}:`) ? name.slice(ours.length + 1) : name
}

function asking<T>(scimType: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Problem) throw error.kind.because(error.message, { scimType })
    throw error
  }
}

const refuse = (why: string): Problem => ValidationFailed.because(why)

/** Reads by descending; every level of it takes a character, so the longest text bounds the depth. */
class Reader {
  readonly #tokens: readonly string[]
  #at = 0
  #comparisons = 0

  constructor(text: string) {
    if (text.length > longest) throw refuse(`A filter may have ${longest} characters.`)
    this.#tokens = tokensOf(text)
  }

  filter(): ScimFilter {
    return this.#ended(this.#either(''))
  }

  path(): Path {
    const name = this.#name()
    const [attribute = '', part = null] = name.includes(':') ? [name] : name.split('.', 2)
    if (!this.#takes('[')) return this.#ended({ attribute, part, filter: null })
    const filter = this.#either('')
    if (!this.#takes(']')) throw refuse('A bracket is not closed.')
    const last = this.#tokens[this.#at]
    if (last === undefined) return { attribute, part: null, filter }
    if (!/^\.[a-z$]\w*$/i.test(last)) throw refuse('A name such as `.value` belongs behind a bracket.')
    this.#at++
    return this.#ended({ attribute, part: last.slice(1).toLowerCase(), filter })
  }

  /** `and` binds tighter than `or`. */
  #either(prefix: string): ScimFilter {
    let left = this.#both(prefix)
    while (this.#takes('or')) left = { kind: 'or', left, right: this.#both(prefix) }
    return left
  }

  #both(prefix: string): ScimFilter {
    let left = this.#one(prefix)
    while (this.#takes('and')) left = { kind: 'and', left, right: this.#one(prefix) }
    return left
  }

  #one(prefix: string): ScimFilter {
    if (this.#takes('(')) {
      const inside = this.#either(prefix)
      if (!this.#takes(')')) throw refuse('A parenthesis is not closed.')
      return inside
    }
    const attribute = prefix + this.#name()
    if (prefix !== '' || !this.#takes('[')) return this.#comparison(attribute)
    const inside = this.#either(`${attribute}.`)
    if (!this.#takes(']')) throw refuse('A bracket is not closed.')
    if (!this.#tokens[this.#at]?.startsWith('.')) return inside
    const part = String(this.#tokens[this.#at++]).toLowerCase()
    return { kind: 'and', left: inside, right: this.#comparison(attribute + part) }
  }

  #comparison(attribute: string): ScimFilter {
    if (++this.#comparisons > mostComparisons) throw refuse(`A filter may compare ${mostComparisons} times.`)
    if (!this.#takes('eq')) throw refuse(`\`${attribute}\` can be compared with eq, and no other way.`)
    const given = this.#tokens[this.#at++]
    if (given?.startsWith('"')) return { kind: 'eq', attribute, value: textOf(given) }
    if (/^(true|false)$/i.test(given ?? ''))
      return { kind: 'eq', attribute, value: given?.toLowerCase() === 'true' }
    throw refuse('What is compared with is text in double quotes, true or false.')
  }

  #name(): string {
    const given = this.#tokens[this.#at++]
    if (given === undefined || !/^[a-z$]/i.test(given)) throw refuse('The name of an attribute is missing.')
    return ourName(given)
  }

  #takes(wanted: string): boolean {
    const found = this.#tokens[this.#at]?.toLowerCase() === wanted
    if (found) this.#at++
    return found
  }

  #ended<T>(read: T): T {
    const rest = this.#tokens[this.#at]
    if (rest !== undefined) throw refuse(`\`${rest}\` is out of place.`)
    return read
  }
}

function tokensOf(text: string): readonly string[] {
  const found: string[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const at = token.lastIndex
    const [, ...parts] = token.exec(text) ?? []
    const part = parts.find((each) => each !== undefined)
    if (part === undefined) throw refuse(`It cannot be read from its character ${at + 1} on.`)
    found.push(part)
  }
  return found
}

/** Text in a filter is a string of JSON; what the database cannot hold matches nobody, and is refused. */
function textOf(quoted: string): string {
  let text: unknown
  try {
    text = JSON.parse(quoted)
  } catch {
    throw refuse('What stands in double quotes is no string of JSON.')
  }
  if (typeof text !== 'string' || text.includes('\0') || !text.isWellFormed())
    throw refuse('What stands in double quotes has half a character or a NUL.')
  return text
}
