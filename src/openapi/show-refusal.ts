import { scimError } from '../http/scim.ts'
import type { ProblemKind } from '../lib/problem.ts'
import type { Example } from './document.ts'
import type { Traits } from './traits.ts'

const requestId = '4b0f6a52-7c1d-4f7e-8a35-0d2c6b1e9f11'

/** What stands in addresses, where it is no id. */
const given: Readonly<Record<string, string>> = {
  reference: '100048275',
  system: 'crm',
  externalId: 'C-104.229',
  code: 'no-such-problem',
}

/** An example of a refusal of this kind, as the operation sends it. */
export function showRefusal(kind: ProblemKind, { path, scim }: Traits): Example {
  const { code, status, title, example } = kind
  if (scim) return { summary: title, value: scimError(kind, title) }
  const address = path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => given[name] ?? '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  )
  const value = {
    type: `/problems/${code}`,
    title,
    status,
    detail: title,
    instance: `${address}#${requestId}`,
    code,
    requestId,
    ...example,
  }
  return { summary: title, value }
}
