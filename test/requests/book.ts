import { committedDocument, operationsOf } from '../support/document.ts'
import { bodyExampleOf } from '../support/request-schemas.ts'
import { callbacks, cases, contacts } from './cases.ts'
import { consultations, successions } from './consultations.ts'
import { customers } from './customers.ts'
import { employees, provisioning } from './employees.ts'
import { empowerment } from './empowerment.ts'
import { headsUps } from './heads-ups.ts'
import { ideas } from './ideas.ts'
import type { Objects } from './objects.ts'
import { organisation } from './organisation.ts'
import { outreaches } from './outreaches.ts'
import type { Ask, Request } from './request.ts'
import { rules } from './rules.ts'
import { satisfaction } from './satisfaction.ts'
import { service } from './service.ts'
import { telephony } from './telephony.ts'

/**
 * How each operation is asked for, by its id in the document, and after a blank by what is asked of it where that makes
 * a difference. The matrix asks it as every caller, the fuzz test spoils it, mass assignment adds to it.
 */
const book: Readonly<Record<string, Ask>> = {
  ...service,
  ...organisation,
  ...employees,
  ...customers,
  ...cases,
  ...contacts,
  ...callbacks,
  ...consultations,
  ...empowerment,
  ...successions,
  ...rules,
  ...headsUps,
  ...outreaches,
  ...ideas,
  ...satisfaction,
  ...telephony,
  ...provisioning,
}

const operations = new Map(operationsOf(committedDocument()).map((each) => [each.name, each]))

/** What stands in the book. */
export const requestNames: readonly string[] = Object.keys(book)

/** The operation that a name in the book is about. */
export const operationOf = (name: string): string => name.split(' ')[0] ?? ''

/** A request by its name in the book, of these objects; of a change, whichever the present version is. */
export async function requestOf(name: string, of: Objects): Promise<Request> {
  const found = operations.get(operationOf(name))
  const ask = book[name]
  if (!found || !ask) throw new Error(`test/requests has no request for ${name}`)
  const request = await ask(of, bodyExampleOf(found.operation))
  return found.method === 'patch' ? { headers: { 'if-match': '*' }, ...request } : request
}

/** Where a request goes to. */
export function addressOf(name: string, { params, query }: Request) {
  const found = operations.get(operationOf(name))
  if (!found) throw new Error(`${name} is no operation`)
  const path = found.path.replaceAll(/\{(\w+)\}/g, (_, param) => encodeURIComponent(params?.[param] ?? ''))
  return {
    method: found.method.toUpperCase() as 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: query ? `${path}?${new URLSearchParams(query)}` : path,
  }
}
