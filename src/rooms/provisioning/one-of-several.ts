import { pointerStep } from '../../lib/problem.ts'
import type { ScimFilter } from './filter.ts'
import { badValue, isObject, readTruth } from './read-value.ts'

/** One of the several e-mail addresses or telephone numbers that a user may have elsewhere. */
interface OneOfSeveral {
  readonly value: unknown
  /** In lower case; null when it has none. */
  readonly type: string | null
  readonly primary: boolean
}

/** Which of several we keep, in order: here everybody has one, for work. Private ones are nobody's business here. */
const preferences = {
  emails: [isPrimary, isForWork, isOfNoType],
  phonenumbers: [isForWork, isPrimary, isOfNoType],
}

/** What was given of several: how many they are, and the value of the one that we keep, if one of them is. */
export function oneOfSeveral(
  attribute: keyof typeof preferences,
  given: unknown,
  pointer: string,
): { readonly count: number; readonly kept: unknown } {
  const list = given === null || given === undefined ? [] : [given].flat()
  const values = list.map((item, index) =>
    readOne(item, Array.isArray(given) ? `${pointer}/${index}` : pointer),
  )
  const found = preferences[attribute].flatMap((wanted) => values.findLast(wanted) ?? []).at(0)
  return { count: values.length, kept: found?.value }
}

/** Whether a filter in a path means the one that we keep. */
export function meansOurs(filter: ScimFilter, ours: string | null): boolean {
  if (filter.kind !== 'eq') {
    const [left, right] = [meansOurs(filter.left, ours), meansOurs(filter.right, ours)]
    return filter.kind === 'and' ? left && right : left || right
  }
  const wanted = String(filter.value).toLowerCase()
  if (filter.attribute === 'type') return wanted === 'work'
  if (filter.attribute === 'primary') return wanted === 'true'
  return filter.attribute === 'value' && wanted === ours?.toLowerCase()
}

function readOne(given: unknown, pointer: string): OneOfSeveral {
  if (typeof given === 'string') return { value: given, type: null, primary: false }
  if (!isObject(given)) throw badValue(pointer, 'must be an object')
  const parts = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), { name, value }]))
  const type = parts.get('type')?.value
  const primary = parts.get('primary')
  return {
    value: parts.get('value')?.value,
    type: typeof type === 'string' && type !== '' ? type.toLowerCase() : null,
    primary:
      (primary?.value ?? null) !== null &&
      readTruth(primary?.value, `${pointer}/${pointerStep(primary?.name ?? '')}`),
  }
}

function isPrimary({ primary }: OneOfSeveral): boolean {
  return primary
}
function isForWork({ type }: OneOfSeveral): boolean {
  return type === 'work'
}
function isOfNoType({ type }: OneOfSeveral): boolean {
  return type === null
}
