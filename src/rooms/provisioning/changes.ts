import type { Provisioned, ProvisionedFields } from '../../facts/provisioned.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import type { ProvisionedChange } from '../departures/change-provisioned.ts'
import { readPath } from './filter.ts'
import { badValue, isObject } from './read-value.ts'
import type { PatchOperation } from './request-contract.ts'
import { type RequestedChanges, wish, wishAll } from './requested-changes.ts'

/** Somebody new, as a provider brings them. Throws `validation-failed`, naming the place. */
export function newUser(
  user: object,
): ProvisionedFields & { readonly subject: string; readonly active: boolean } {
  const requestedChanges: RequestedChanges = {}
  wishAll(requestedChanges, 'replace', user, '')
  const { userName: subject, externalId = null, givenName = null, familyName = null } = requestedChanges
  if (subject === undefined) throw badValue('/userName', 'is needed')
  const { email = null, phone = null, active = true } = requestedChanges
  const name = nameIn(requestedChanges) ?? (fullName(givenName, familyName) || subject.slice(0, 200))
  return { name, givenName, familyName, email, phone, subject, externalId, active }
}

/** What a whole user that is put changes; what it leaves out stays (RFC 7644, section 3.5.1). */
export function putUser(user: object): (was: Provisioned) => ProvisionedChange {
  const requestedChanges: RequestedChanges = {}
  wishAll(requestedChanges, 'replace', user, '')
  if (requestedChanges.userName === undefined) throw badValue('/userName', 'is needed')
  return (was) => changeOf(requestedChanges, was)
}

/** What the operations of a PATCH change, one after the other. Throws `validation-failed`, naming the place. */
export function patchUser(operations: readonly PatchOperation[]): (was: Provisioned) => ProvisionedChange {
  return (was) => {
    const requestedChanges: RequestedChanges = { email: was.email, phone: was.phone }
    for (const [index, { op, path, value }] of operations.entries()) {
      const verb = verbOf(op, index)
      const pointer = `/Operations/${index}/value`
      if (verb !== 'remove' && value === undefined) throw badValue(pointer, 'is needed')
      if (path !== undefined && path !== null) wish(requestedChanges, verb, readPath(path), value, pointer)
      else if (verb === 'remove')
        throw ValidationFailed.at(`/Operations/${index}/path`, 'is needed', { scimType: 'noTarget' })
      else if (!isObject(value)) throw badValue(pointer, 'must be an object where there is no path')
      else wishAll(requestedChanges, verb, value, pointer)
    }
    return changeOf(requestedChanges, was)
  }
}

function verbOf(op: string, index: number): 'add' | 'replace' | 'remove' {
  const verb = op.toLowerCase()
  if (verb === 'add' || verb === 'replace' || verb === 'remove') return verb
  throw ValidationFailed.at(`/Operations/${index}/op`, 'must be add, replace or remove', {
    scimType: 'invalidSyntax',
  })
}

function changeOf(requestedChanges: RequestedChanges, was: Provisioned): ProvisionedChange {
  const { userName, externalId, givenName, familyName, email, phone, active } = requestedChanges
  const name = nameIn(requestedChanges) ?? nameOfParts(requestedChanges, was)
  // Who has no name yet is shown with their id; sent back it names nobody.
  const subject = was.subject === null && userName === was.id ? undefined : userName
  const change = { name, givenName, familyName, email, phone, subject, externalId, active }
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

const nameIn = ({ displayName, formatted }: RequestedChanges): string | undefined =>
  displayName ?? formatted ?? undefined

/** A name that was made of its parts follows them. */
function nameOfParts(requestedChanges: RequestedChanges, was: Provisioned): string | undefined {
  if (was.name !== fullName(was.givenName, was.familyName)) return undefined
  const { givenName = was.givenName, familyName = was.familyName } = requestedChanges
  return fullName(givenName, familyName) || undefined
}

const fullName = (...parts: readonly (string | null)[]): string =>
  parts
    .filter((part) => part !== null)
    .join(' ')
    .slice(0, 200)
    .trim()
