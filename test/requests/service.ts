import { freshName } from './objects.ts'
import type { Ask } from './request.ts'
import { page } from './request.ts'

/** What is said of the service itself, and what happened in it. */
export const service: Readonly<Record<string, Ask>> = {
  getDocument: () => ({}),
  getLiveness: () => ({}),
  getReadiness: () => ({}),
  getMetrics: () => ({}),
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
  createImport: () => ({
    headers: { 'content-type': 'text/csv' },
    query: { kind: 'customers' },
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
  makeEventTicket: () => ({}),
  listEventTypes: () => ({ query: page }),
  listPublicKeys: () => ({}),

  listApiKeys: async ({ key }) => ({ query: page, shows: (await key()).id }),
  // A key gives no more than it has: this is what the system has that acts for employees.
  createApiKey: (_, body) => ({ body: { ...body, scopes: ['employees:act'] } }),
  listWebhooks: () => ({ query: page }),
  createWebhook: (_, body) => ({ body: { url: 'https://93.184.215.14/hook', ...(body as object) } }),
  getWebhook: async ({ webhook }) => {
    const { id } = await webhook()
    return { params: { webhookId: id }, shows: id }
  },
  changeWebhook: async ({ webhook }) => ({
    params: { webhookId: (await webhook()).id },
    body: { description: 'New' },
  }),
  removeWebhook: async ({ webhook }) => ({ params: { webhookId: (await webhook()).id } }),
  rotateWebhookSecret: async ({ webhook }, body) => ({ params: { webhookId: (await webhook()).id }, body }),
  listDeliveries: async ({ delivery }) => ({
    params: { webhookId: (await delivery()).webhookId },
    query: page,
  }),
  resendDelivery: async ({ delivery }) => {
    const { webhookId, id } = await delivery()
    return { params: { webhookId, deliveryId: id } }
  },
  replayEvents: async ({ webhook }) => ({
    params: { webhookId: (await webhook()).id },
    body: { from: '2026-01-01T00:00:00Z', until: '2026-01-01T00:00:01Z' },
  }),
  testWebhook: async ({ webhook }) => ({ params: { webhookId: (await webhook()).id } }),
  rotateApiKey: async ({ key }, body) => ({ params: { keyId: (await key()).id }, body }),
  revokeApiKey: async ({ key }) => ({ params: { keyId: (await key()).id } }),
}
