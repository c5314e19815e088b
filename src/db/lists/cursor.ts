import { createHash } from 'node:crypto'
import { toWire } from '../../lib/instant.ts'
import { ValidationFailed } from '../../lib/problems.ts'

/** A column that orders a list, as far as a cursor has to know it. */
interface Key {
  readonly type: 'uuid' | 'timestamptz' | 'text' | 'bigint'
}

/** Where a page begins. */
export interface Place {
  /** The keys of the row before it. */
  readonly keys: readonly unknown[]
  /** What the pages search for instead of what was typed, so that all of them search for the same. */
  readonly words?: string | undefined
}

/** A list as somebody asked for it: where it is found, and narrowed and ordered by what. */
export interface Asked {
  readonly address: string
  readonly filters: object
}

/** The cursor of the page that begins there, in this list. */
export const writeCursor = (asked: Asked, { keys, words }: Place): string =>
  Buffer.from(
    JSON.stringify([markOf(asked, words), ...keys, ...(words === undefined ? [] : [words])]),
  ).toString('base64url')

/**
 * Reads a cursor, which comes back from outside: what the database could choke on is no key. Throws `validation-failed`
 * for what is none, or is one of another list.
 */
export function readCursor(cursor: string, asked: Asked, order: readonly Key[]): Place {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    parts = undefined
  }
  const [madeFor, ...rest] = Array.isArray(parts) ? parts : []
  const keys = rest.slice(0, order.length)
  const [words, ...more] = rest.slice(order.length)
  const fits =
    keys.length === order.length &&
    order.every(({ type }, index) => isKey(type, keys[index])) &&
    more.length === 0 &&
    (words === undefined || (typeof words === 'string' && areWords.test(words)))
  if (!fits) throw ValidationFailed.at('/cursor', 'is not a cursor of this list')
  if (madeFor !== markOf(asked, words))
    throw ValidationFailed.at('/cursor', 'belongs to another list, or to this one with other filters')
  return { keys, words }
}

const markOf = ({ address, filters }: Asked, words: string | undefined): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        address,
        ...Object.entries(filters)
          .filter(([, v]) => v !== undefined)
          .sort(),
        ...(words === undefined ? [] : [words]),
      ]),
    )
    .digest('base64url')
    .slice(0, 12)

const areWords = /^[^\0]{1,1000}$/

const forms = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  timestamptz: /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  bigint: /^\d{1,15}$/,
  text: /^[^\0]{0,300}$/,
}

const isKey = (type: keyof typeof forms, key: unknown): boolean =>
  (typeof key === 'string' || typeof key === 'number') &&
  forms[type].test(String(key)) &&
  (type !== 'timestamptz' || isMoment(String(key)))

function isMoment(text: string): boolean {
  try {
    return toWire(Temporal.Instant.from(text)) === text
  } catch {
    return false
  }
}
