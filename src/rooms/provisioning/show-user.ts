import type { Provisioned } from '../../facts/provisioned.ts'
import { type ScimUser, schemaOf } from './contract.ts'
import { ourName } from './filter.ts'

/** Which attributes a request wants to see. */
export interface Shown {
  readonly attributes?: string | undefined
  readonly excludedAttributes?: string | undefined
}

/** An employee as a user of SCIM; `base` is where SCIM is found. */
export function showUser(employee: Provisioned, base: string, shown: Shown = {}): ScimUser {
  const { id, name, givenName, familyName, email, phone, externalId, version } = employee
  const work = (value: string) => [{ value, type: 'work', primary: true }]
  const { schemas, meta, ...user } = {
    schemas: [schemaOf.user],
    id,
    ...(externalId === null ? {} : { externalId }),
    userName: employee.subject ?? email ?? id,
    displayName: name,
    name: {
      formatted: name,
      ...(givenName === null ? {} : { givenName }),
      ...(familyName === null ? {} : { familyName }),
    },
    ...(email === null ? {} : { emails: work(email) }),
    ...(phone === null ? {} : { phoneNumbers: work(phone) }),
    active: employee.active,
    meta: {
      resourceType: 'User',
      created: employee.createdAt,
      lastModified: employee.changedAt,
      location: `${base}/Users/${id}`,
      version: `"${version}"`,
    },
  }
  const wanted = namesIn(shown.attributes)
  const unwanted = namesIn(shown.excludedAttributes)
  const kept = Object.entries(user).filter(([key]) => {
    const attribute = key.toLowerCase()
    if (key === 'id' || key === 'userName') return true
    return wanted.size > 0 ? wanted.has(attribute) : !unwanted.has(attribute)
  })
  return { schemas, ...(Object.fromEntries(kept) as typeof user), meta }
}

/** The attributes that a list of them names; a part stands for the whole that it belongs to when it is wanted. */
function namesIn(list: string | undefined): ReadonlySet<string> {
  const names = (list ?? '').split(',').map((name) => ourName(name.trim()).split('.', 1)[0] ?? '')
  return new Set(names.filter((name) => name !== ''))
}
