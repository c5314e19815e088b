import { freshName } from './objects.ts'
import type { Ask } from './request.ts'
import { page } from './request.ts'

/** What is said of the service itself, and what happened in it. */
export const service: Readonly<Record<string, Ask>> = {
  getDocument: () => ({}),
  getLiveness: () => ({}),
  getReadiness: () => ({}),
  listProblems: () => ({}),
  getProblem: () => ({ params: { code: 'not-found' } }),
  listEvents: async ({ openCase }) => {
    const { id } = await openCase()
    return { query: { caseId: id }, shows: id }
  },

  // A file is no object: the document shows one as text.
  importCustomers: () => ({
    headers: { 'content-type': 'text/csv' },
    body: `system,externalId,name\ncrm,${freshName()},Mevrouw Dijkstra\n`,
  }),
  listImports: async ({ imported }) => ({ query: page, shows: (await imported()).id }),
  getImport: async ({ imported }) => {
    const { id } = await imported()
    return { params: { importId: id }, shows: id }
  },
  listImportRefusals: async ({ imported }) => ({ params: { importId: (await imported()).id } }),
  exportRows: () => ({ params: { kind: 'cases' }, query: { limit: '20' } }),
  listCheckpoints: () => ({ query: page }),
  listEventTypes: () => ({ query: page }),
  listPublicKeys: () => ({}),

  listApiKeys: async ({ key }) => ({ query: page, shows: (await key()).id }),
  // A key gives no more than it has: this is what the system has that acts for employees.
  createApiKey: (_, body) => ({ body: { ...body, scopes: ['employees:act'] } }),
  rotateApiKey: async ({ key }, body) => ({ params: { keyId: (await key()).id }, body }),
  revokeApiKey: async ({ key }) => ({ params: { keyId: (await key()).id } }),
}
