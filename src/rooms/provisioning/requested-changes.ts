import { z } from 'zod'
import { pointerStep } from '../../lib/problem.ts'
import { email, line } from '../../lib/wire.ts'
import { ourName, type Path, readPath } from './filter.ts'
import { meansOurs, oneOfSeveral } from './one-of-several.ts'
import { badValue, isObject, readTruth, readValue, unwrapped } from './read-value.ts'

/**
 * What a request of an identity provider asks of a user, of all that we keep. Left out stays; null clears. What is not
 * in here is read over and not kept, as RFC 7643 lets a provider do: nobody gets a role or a team by it.
 */
export interface RequestedChanges {
  userName?: string
  externalId?: string | null
  displayName?: string | null
  formatted?: string | null
  givenName?: string | null
  familyName?: string | null
  email?: string | null
  phone?: string | null
  active?: boolean
}

export type Verb = 'add' | 'replace' | 'remove'

const texts = {
  externalid: { wish: 'externalId', type: line(255) },
  displayname: { wish: 'displayName', type: line(200) },
  'name.formatted': { wish: 'formatted', type: line(200) },
  'name.givenname': { wish: 'givenName', type: line(200) },
  'name.familyname': { wish: 'familyName', type: line(200) },
} as const
const severals = {
  emails: { wish: 'email', type: email },
  // Read with the country of the organisation, later on: what is no number keeps nobody out.
  phonenumbers: { wish: 'phone', type: z.string() },
} as const
const userName = line(255)

/**
 * Notes what a whole user asks for, or the value of an operation without a path. Names may be in any case, dotted
 * (`name.givenName`) or with a filter, as providers send them. Throws `validation-failed`, naming the place.
 */
export function wishAll(requestedChanges: RequestedChanges, verb: Verb, user: object, pointer: string): void {
  for (const [name, value] of Object.entries(user)) {
    const at = `${pointer}/${pointerStep(name)}`
    const path = name.includes('[') ? readPath(name) : dotted(ourName(name))
    if (path.attribute === '' && isObject(value)) wishAll(requestedChanges, verb, value, at)
    else wish(requestedChanges, verb, path, value, at)
  }
}

function dotted(name: string): Path {
  const [attribute = '', part = null] = name.includes(':') ? [name] : name.split('.', 2)
  return { attribute, part, filter: null }
}

/** Notes what is asked for at one path. Throws `validation-failed`, naming the place. */
export function wish(
  requestedChanges: RequestedChanges,
  verb: Verb,
  path: Path,
  given: unknown,
  pointer: string,
): void {
  const { attribute, part } = path
  const name = part === null ? attribute : `${attribute}.${part}`
  const cleared = verb === 'remove' || given === null
  if (isOf(severals, attribute))
    wishOneOfSeveral(requestedChanges, verb, { ...path, attribute }, given, pointer)
  else if (isOf(texts, name)) wishText(requestedChanges, name, cleared ? null : unwrapped(given), pointer)
  else if (name === 'name') wishName(requestedChanges, cleared ? {} : given, cleared, pointer)
  else if (name === 'active' || name === 'username') {
    if (verb === 'remove') throw badValue(pointer, 'cannot be removed')
    if (name === 'active') requestedChanges.active = readTruth(unwrapped(given), pointer)
    else requestedChanges.userName = readValue(userName, unwrapped(given), pointer)
  }
}

function wishName(
  requestedChanges: RequestedChanges,
  given: unknown,
  cleared: boolean,
  pointer: string,
): void {
  if (!isObject(given)) throw badValue(pointer, 'must be an object')
  if (cleared)
    Object.assign(requestedChanges, { givenName: null, familyName: null } satisfies RequestedChanges)
  for (const [part, value] of Object.entries(given)) {
    const name = `name.${part.toLowerCase()}`
    if (isOf(texts, name)) wishText(requestedChanges, name, value, `${pointer}/${pointerStep(part)}`)
  }
}

function wishText(
  requestedChanges: RequestedChanges,
  name: keyof typeof texts,
  given: unknown,
  pointer: string,
): void {
  const { wish, type } = texts[name]
  requestedChanges[wish] = given === null || given === '' ? null : readValue(type, given, pointer)
}

function wishOneOfSeveral(
  requestedChanges: RequestedChanges,
  verb: Verb,
  { attribute, part, filter }: Path & { readonly attribute: keyof typeof severals },
  given: unknown,
  pointer: string,
): void {
  const { wish, type } = severals[attribute]
  if (part !== null && part !== 'value') return
  if (filter && !meansOurs(filter, requestedChanges[wish] ?? null)) return
  const plain = part === 'value' || typeof given === 'string'
  const { count, kept } = plain
    ? { count: 1, kept: unwrapped(given) }
    : oneOfSeveral(attribute, given, pointer)
  if (verb === 'remove') {
    if (given === undefined || kept === requestedChanges[wish]) requestedChanges[wish] = null
  } else if (kept !== undefined && kept !== null && kept !== '')
    requestedChanges[wish] = readValue(type, kept, pointer)
  // Several of which we keep none, such as private numbers, change nothing; nothing at all clears.
  else if (verb === 'replace' && (count === 0 || plain)) requestedChanges[wish] = null
}

const isOf = <T extends object>(known: T, name: string): name is keyof T & string =>
  Object.hasOwn(known, name)
