import { randomUUID } from 'node:crypto'
import { type Objects, someDay } from '../support/cast.ts'
import { inbound, outbound } from '../support/scene.ts'

/** A request that is valid in all but perhaps its caller. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly body?: object
  /** The id by which an answer shows the object that was asked for. */
  readonly shows?: string
}

const get = (url: string, shows?: string): Asked => ({
  method: 'GET',
  url,
  ...(shows !== undefined && { shows }),
})
const post = (url: string, body: object): Asked => ({ method: 'POST', url, body })
const patch = (url: string, body: object): Asked => ({ method: 'PATCH', url, body })
const remove = (url: string): Asked => ({ method: 'DELETE', url })
const some = (): string => randomUUID().slice(0, 13)

const scimUser = 'urn:ietf:params:scim:schemas:core:2.0:User'

/** For each row of the table of who may what: how it is asked for, of these objects. */
export const requestsByRow: Readonly<Record<string, (of: Objects) => Promise<Asked>>> = {
  getDocument: async () => get('/openapi.json'),
  getLiveness: async () => get('/health/live'),
  getReadiness: async () => get('/health/ready'),
  listProblems: async () => get('/problems'),
  getProblem: async () => get('/problems/not-found'),

  getOrganisation: async () => get('/v1/organisation'),
  changeOrganisation: async () => patch('/v1/organisation', { name: `Noord ${some()}` }),
  listTeams: async ({ teamId }) => get('/v1/teams?limit=200', teamId),
  createTeam: async () => post('/v1/teams', { name: `Team ${some()}` }),
  getTeam: async ({ teamId }) => get(`/v1/teams/${teamId}`, teamId),
  changeTeam: async ({ teamId }) => patch(`/v1/teams/${teamId}`, { name: `Team ${some()}` }),
  getAgreements: async ({ teamId }) => get(`/v1/teams/${teamId}/agreements`),
  changeAgreements: async ({ teamId }) => patch(`/v1/teams/${teamId}/agreements`, { remindBefore: 'PT45M' }),
  getBoard: async ({ teamId, chasedCase }) => get(`/v1/teams/${teamId}/board`, (await chasedCase()).id),
  getCoverage: async ({ teamId }) => get(`/v1/teams/${teamId}/coverage`),
  reportCoverage: async ({ teamId }) => get('/v1/reports/coverage?limit=200', teamId),
  listTopics: async ({ topicId }) => get('/v1/topics?limit=200', topicId),
  createTopic: async () => post('/v1/topics', { code: `t-${some()}`, name: 'Moving house' }),
  getTopic: async ({ topicId }) => get(`/v1/topics/${topicId}`, topicId),
  changeTopic: async ({ topicId }) => patch(`/v1/topics/${topicId}`, { name: `Invoice ${some()}` }),

  listEmployees: async ({ employeeId }) => get('/v1/employees?limit=200', employeeId),
  createEmployee: async () => post('/v1/employees', { name: 'Piet Bakker' }),
  getEmployee: async ({ employeeId }) => get(`/v1/employees/${employeeId}`, employeeId),
  changeEmployee: async ({ hireId }) => patch(`/v1/employees/${await hireId()}`, { name: `Sanne ${some()}` }),
  getPresence: async ({ employeeId }) => get(`/v1/employees/${employeeId}/presence`, employeeId),
  setPresence: async ({ employeeId }) => ({
    method: 'PUT',
    url: `/v1/employees/${employeeId}/presence`,
    body: { presence: 'present' },
  }),
  listAbsences: async ({ employeeId, absenceId }) =>
    get(`/v1/employees/${employeeId}/absences?limit=200`, await absenceId()),
  registerAbsence: async ({ employeeId }) => post(`/v1/employees/${employeeId}/absences`, someDay()),
  getAbsence: async ({ absenceId }) => {
    const id = await absenceId()
    return get(`/v1/absences/${id}`, id)
  },
  endAbsence: async ({ absenceId }) => remove(`/v1/absences/${await absenceId()}`),
  departEmployee: async ({ hireId }) => post(`/v1/employees/${await hireId()}/departure`, {}),
  getMe: async () => get('/v1/me'),
  getDay: async () => get('/v1/me/day'),
  makeCalendarFeed: async ({ employeeId }) => post(`/v1/employees/${employeeId}/calendar-feed`, {}),
  revokeCalendarFeed: async ({ employeeId }) => remove(`/v1/employees/${employeeId}/calendar-feed`),
  listCalls: async ({ call }) => {
    const { id, callId } = await call()
    return get(`/v1/calls?callId=${callId}`, id)
  },
  getCall: async ({ call }) => {
    const { id } = await call()
    return get(`/v1/calls/${id}`, id)
  },
  // The address is the key: who has it reads it, whoever they are.
  getCalendarFeed: async ({ feedUrl }) => get(await feedUrl(), 'BEGIN:VCALENDAR'),
  listApiKeys: async ({ keyId }) => get('/v1/api-keys?limit=200', await keyId()),
  // A key gives no more than it has: this is what the system has that acts for employees.
  createApiKey: async () => post('/v1/api-keys', { name: 'Desk', scopes: ['employees:act'] }),
  rotateApiKey: async ({ keyId }) => post(`/v1/api-keys/${await keyId()}/rotate`, { overlap: 'PT1H' }),
  revokeApiKey: async ({ keyId }) => remove(`/v1/api-keys/${await keyId()}`),

  listCustomers: async ({ customerReference, customerId }) =>
    get(`/v1/customers?system=crm&externalId=${customerReference}`, customerId),
  createCustomer: async () => post('/v1/customers', { name: 'Meneer Jansen' }),
  getCustomer: async ({ customerId }) => get(`/v1/customers/${customerId}`, customerId),
  changeCustomer: async ({ customerId }) =>
    patch(`/v1/customers/${customerId}`, { name: `Dijkstra ${some()}` }),
  getCustomerByReference: async ({ customerReference, customerId }) =>
    get(`/v1/customers/by-reference/crm/${customerReference}`, customerId),
  putCustomerByReference: async () => ({
    method: 'PUT',
    url: `/v1/customers/by-reference/crm/${some()}`,
    body: { name: 'Meneer Jansen' },
  }),
  listFacts: async ({ customerId, factId }) => get(`/v1/customers/${customerId}/facts`, await factId()),
  recordFact: async ({ customerId }) => post(`/v1/customers/${customerId}/facts`, { text: 'Is moving.' }),
  removeFact: async ({ customerId, factId }) => remove(`/v1/customers/${customerId}/facts/${await factId()}`),
  mergeCustomer: async ({ strangerId, customerId }) =>
    post(`/v1/customers/${await strangerId()}/merge-into`, { customerId }),
  unmergeCustomer: async ({ mergedId }) => post(`/v1/customers/${await mergedId()}/unmerge`, {}),
  getCustomerTimeline: async ({ customerId, openCase }) =>
    get(`/v1/customers/${customerId}/timeline?limit=200`, (await openCase()).id),

  listCases: async ({ openCase }) => get('/v1/cases?limit=200', (await openCase()).id),
  openCase: async ({ customerId }) => post('/v1/cases', { customerId, question: 'Why was I charged twice?' }),
  getCase: async ({ openCase }) => {
    const { id } = await openCase()
    return get(`/v1/cases/${id}`, id)
  },
  getCaseByReference: async ({ openCase }) => {
    const { id, reference } = await openCase()
    return get(`/v1/cases/by-reference/${reference}`, id)
  },
  changeCase: async ({ openCase }) =>
    patch(`/v1/cases/${(await openCase()).id}`, { subject: 'Charged twice' }),
  'resolveCase answered': async ({ openCase }) =>
    post(`/v1/cases/${(await openCase()).id}/resolve`, {
      outcome: 'answered',
      summary: 'Paid back.',
      contact: outbound,
    }),
  // Anybody records that the customer called; that alone ends no case.
  'resolveCase withdrawn': async ({ openCase }) =>
    post(`/v1/cases/${(await openCase()).id}/resolve`, {
      outcome: 'withdrawn',
      summary: 'No longer needed.',
      contact: inbound,
    }),
  correctCustomer: async ({ openCase, strangerId }) =>
    post(`/v1/cases/${(await openCase()).id}/customer-correction`, { customerId: await strangerId() }),
  reopenCase: async ({ resolvedCase }) =>
    post(`/v1/cases/${(await resolvedCase()).id}/reopen`, { reason: 'Nothing came.', contact: inbound }),
  getCaseTimeline: async ({ openCase }) => {
    const { id } = await openCase()
    return get(`/v1/cases/${id}/timeline`, id)
  },
  listNotes: async ({ resolvedCase }) => {
    const { id } = await resolvedCase()
    return get(`/v1/cases/${id}/notes`, id)
  },
  addNote: async ({ openCase }) => post(`/v1/cases/${(await openCase()).id}/notes`, { text: 'Look.' }),
  listContacts: async ({ openCase }) => {
    const { id } = await openCase()
    return get(`/v1/cases/${id}/contacts`, id)
  },
  'recordContact inbound': async ({ openCase }) =>
    post(`/v1/cases/${(await openCase()).id}/contacts`, inbound),
  'recordContact outbound': async ({ openCase }) =>
    post(`/v1/cases/${(await openCase()).id}/contacts`, outbound),

  listCallbacks: async ({ openCase }) => {
    const { id } = await openCase()
    return get(`/v1/callbacks?caseId=${id}`, id)
  },
  getCallback: async ({ openCase }) => {
    const { id, callback } = await openCase()
    return get(`/v1/callbacks/${callback?.id}`, id)
  },
  listCallbackSlots: async ({ openCase }) => get(`/v1/cases/${(await openCase()).id}/callback-slots`),
  attemptCallback: async ({ openCase }) =>
    post(`/v1/callbacks/${(await openCase()).callback?.id}/attempts`, { outcome: 'no-answer' }),
  rescheduleCallback: async ({ openCase }) =>
    post(`/v1/callbacks/${(await openCase()).callback?.id}/reschedule`, {
      reason: 'In hospital.',
      contact: inbound,
    }),

  askColleague: async ({ openCase, colleagueId }) =>
    post(`/v1/cases/${(await openCase()).id}/consultations`, { employeeId: colleagueId, question: 'Why?' }),
  listCaseConsultations: async ({ consultation }) => {
    const { caseId, id } = await consultation()
    return get(`/v1/cases/${caseId}/consultations`, id)
  },
  listConsultations: async ({ consultation }) => {
    const { caseId, id } = await consultation()
    return get(`/v1/consultations?caseId=${caseId}`, id)
  },
  getConsultation: async ({ consultation }) => {
    const { id } = await consultation()
    return get(`/v1/consultations/${id}`, id)
  },
  answerConsultation: async ({ consultation }) =>
    post(`/v1/consultations/${(await consultation()).id}/answer`, { answer: 'By mistake.' }),
  declineConsultation: async ({ consultation }) =>
    post(`/v1/consultations/${(await consultation()).id}/decline`, { reason: 'I know nothing of it.' }),
  withdrawConsultation: async ({ consultation }) =>
    post(`/v1/consultations/${(await consultation()).id}/withdraw`, {}),
  rateAnswer: async ({ answered }) => ({
    method: 'PUT',
    url: `/v1/consultations/${(await answered()).id}/helpfulness`,
    body: { helpful: true },
  }),

  listSuccessions: async ({ report }) => {
    const { caseId, successionId } = await report()
    return get(`/v1/successions?caseId=${caseId}`, successionId)
  },
  getSuccession: async ({ report }) => {
    const { successionId } = await report()
    return get(`/v1/successions/${successionId}`, successionId)
  },
  'requestSuccession choice': async ({ choice }) => {
    const { caseId, contactId } = await choice()
    return post(`/v1/cases/${caseId}/successions`, { cause: 'customerChoice', contactId })
  },
  'requestSuccession safety': async ({ openCase }) =>
    post(`/v1/cases/${(await openCase()).id}/successions`, { cause: 'safety', reason: 'A friend of mine.' }),
  confirmSuccession: async ({ report }) =>
    post(`/v1/successions/${(await report()).successionId}/confirm`, {}),

  getScimConfig: async () => get('/scim/v2/ServiceProviderConfig'),
  listScimResourceTypes: async () => get('/scim/v2/ResourceTypes'),
  getScimResourceType: async () => get('/scim/v2/ResourceTypes/User'),
  listScimSchemas: async () => get('/scim/v2/Schemas'),
  getScimSchema: async () => get(`/scim/v2/Schemas/${scimUser}`),
  listScimUsers: async ({ employeeId }) => get('/scim/v2/Users?count=200', employeeId),
  createScimUser: async () => post('/scim/v2/Users', { schemas: [scimUser], userName: some() }),
  getScimUser: async ({ employeeId }) => get(`/scim/v2/Users/${employeeId}`, employeeId),
  putScimUser: async ({ hireId }) => ({
    method: 'PUT',
    url: `/scim/v2/Users/${await hireId()}`,
    body: { schemas: [scimUser], userName: some(), active: true },
  }),
  changeScimUser: async ({ hireId }) =>
    patch(`/scim/v2/Users/${await hireId()}`, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'displayName', value: 'Piet Bakker' }],
    }),
  deleteScimUser: async ({ hireId }) => remove(`/scim/v2/Users/${await hireId()}`),

  lookUpCaller: async ({ caller }) => {
    const { phone, caseId } = await caller()
    return get(`/v1/callers?phone=${encodeURIComponent(phone)}`, caseId)
  },
  recordCall: async ({ caller }) => {
    const { phone: from } = await caller()
    return post('/v1/calls', { callId: some(), event: 'ringing', direction: 'inbound', from, to: '204' })
  },
  // The address is the key: who has it tells of calls, whoever they are.
  recordZammadCall: async ({ bridgeToken }) =>
    post(`/v1/calls/zammad/${await bridgeToken()}`, {
      event: 'newCall',
      from: 'anonymous',
      to: '204',
      direction: 'in',
      callId: some(),
    }),
  listEvents: async ({ openCase }) => {
    const { id } = await openCase()
    return get(`/v1/events?caseId=${id}`, id)
  },
}
