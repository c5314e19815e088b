import type { Access } from '../http/access.ts'

/** How callers say who they are. */
export const securitySchemes = {
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, `eig_…`; see POST /v1/api-keys. Operations name the scope that it needs.',
  },
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'An access token (RFC 9068) of the identity provider, for an employee. Operations name the role that it needs.',
  },
} as const

/** The ways in which an operation may be called. */
export const waysIn = (access: Access | 'token'): readonly Record<string, string[]>[] => {
  if (access === 'token') return []
  return access.employee === null ? [{ apiKey: [] }] : [{ apiKey: [] }, { accessToken: [] }]
}

const roles = {
  member: 'any employee',
  coach: 'an employee with the role `coach` or `admin`',
  admin: 'an employee with the role `admin`',
}

/** Who may call an operation, in words. */
export function whoMay(access: Access | 'token'): string {
  if (access === 'token') return 'For whoever has the address: its token is the key.'
  const { system, employee } = access
  const people = employee && roles[employee]
  if (system === null) return `For ${people}; a system names one in \`On-Behalf-Of\`.`
  const scopes = [system].flat().map((scope) => `\`${scope}\``)
  const systems = system === 'any' ? 'any system' : `a system with the scope ${scopes.join(' or ')}`
  return people ? `For ${people}, and ${systems}.` : `For ${systems}.`
}
