import { randomUUID } from 'node:crypto'
import { inbound, outbound, type Scene, setScene, soon } from './scene.ts'
import type { Answer, Service } from './service.ts'

/** A request that succeeds. Its path is the document's, with these parameters in it. */
export interface ValidRequest {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** The employee who does it; left out, a system with the scope `admin`. */
  readonly as?: string
  readonly body?: Readonly<Record<string, unknown>>
}

/** A scene with one thing of every kind to ask for. */
export interface Stage extends Scene {
  readonly kase: Answer['body']
  readonly topic: { readonly id: string; readonly code: string }
  /** Ids, moments and cursors by name, for whoever puts them where they don't belong. */
  readonly names: Readonly<Record<string, string>>
}

export async function setStage(service: Service): Promise<Stage> {
  const scene = await setScene(service)
  const topic = await service.do('POST', '/v1/topics', { body: { code: freshName(), name: 'Invoice' } })
  const kase = await scene.take()
  const ended = await scene.resolved()
  const cursor = async (list: string) => (await service.do('GET', `/v1/${list}?limit=1`)).nextCursor
  const names = {
    caseId: kase.id,
    endedCaseId: ended.id,
    reference: kase.reference,
    callbackId: kase.callback.id,
    customerId: scene.customer.id,
    foreignCustomerId: (await service.customer()).id,
    teamId: scene.team.id,
    foreignTeamId: (await service.team()).id,
    employeeId: scene.sanne.id,
    colleagueId: scene.piet.id,
    specialistId: (await service.employee({ teamId: null })).id,
    topicId: topic.id,
    topic: topic.code,
    consultationId: (await ask(scene)).id,
    contactId: (await service.do('GET', `/v1/cases/${ended.id}/contacts`)).data[0].id,
    nobody: '00000000-0000-4000-8000-000000000000',
    yesterday: Temporal.Now.instant().subtract({ hours: 24 }).toString(),
    now: Temporal.Now.instant().toString(),
    tomorrow: Temporal.Now.instant().add({ hours: 24 }).toString(),
    cursorOfCases: await cursor('cases'),
    cursorOfCustomers: await cursor('customers'),
    cursorOfEmployees: await cursor('employees'),
    cursorOfTeams: await cursor('teams'),
    cursorOfEvents: await cursor('events'),
  }
  return { ...scene, kase, topic, names }
}

type Make = (stage: Stage, example: Readonly<Record<string, unknown>>) => ValidRequest | Promise<ValidRequest>

const freshName = (): string => `a${randomUUID().slice(0, 13)}`
/** Of what is changed, the present version: whichever it is. */
const present = { 'if-match': '*' }

const plain: Make = () => ({})
const someCall = (service: Service): Promise<Answer['body']> =>
  service.do('POST', '/v1/calls', {
    body: { callId: freshName(), event: 'ringing', direction: 'inbound', from: '+31612345678', to: '204' },
  })
const page: Make = () => ({ query: { limit: '2' } })
const ofCase: Make = ({ kase, sanne }) => ({ params: { caseId: kase.id }, as: sanne.id })
const ofCustomer: Make = ({ customer }) => ({ params: { customerId: customer.id } })
const ofTeam: Make = ({ team }) => ({ params: { teamId: team.id } })

const freshKey = async ({ service }: Stage): Promise<string> =>
  (await service.do('POST', '/v1/api-keys', { body: { name: 'old', scopes: ['cases:read'] } })).id

const freshAbsence = async ({ service, team }: Stage): Promise<string> => {
  const { id } = await service.employee({ teamId: team.id })
  const body = { fromDate: '2060-01-01', untilDate: '2060-01-05' }
  return (await service.do('POST', `/v1/employees/${id}/absences`, { body })).id
}

/** A succession that waits for a second person. */
const report = async ({ service, take, sanne }: Stage): Promise<string> => {
  const body = { cause: 'safety', reason: 'Threatens me.' }
  return (await service.do('POST', `/v1/cases/${(await take()).id}/successions`, { as: sanne.id, body })).id
}

/** What Sanne asks Piet about a case of hers. */
const ask = async ({ service, take, sanne, piet }: Scene): Promise<Answer['body']> =>
  service.do('POST', `/v1/cases/${(await take()).id}/consultations`, {
    as: sanne.id,
    body: { employeeId: piet.id, question: 'Why two debits?' },
  })

/** A user of SCIM under names that no other has. */
function named(example: object) {
  const userName = `${freshName()}@example.org`
  return { ...example, userName, externalId: freshName(), emails: [{ value: userName, primary: true }] }
}

const ofUser = async ({ service, team }: Stage) => ({
  params: { userId: (await service.employee({ teamId: team.id })).id },
})

/** A reference that no other customer has, in place of the example's. */
const referred = (example: object, teamId: string) => ({
  ...example,
  teamId,
  references: [{ system: 'crm', externalId: freshName() }],
})

/**
 * For each operation, by its id in the document, a request that succeeds: its body is the document's example with real
 * ids in it. What a request uses up or changes, it makes first.
 */
export const validRequests: Readonly<Record<string, Make>> = {
  getDocument: plain,
  getLiveness: plain,
  getReadiness: plain,
  listProblems: plain,
  getProblem: () => ({ params: { code: 'not-found' } }),

  getOrganisation: plain,
  // A mutation may have changed the currency.
  changeOrganisation: (_, body) => ({ headers: present, body: { ...body, currency: 'EUR' } }),
  listTeams: page,
  createTeam: (_, body) => ({ body }),
  getTeam: ofTeam,
  changeTeam: async ({ service }, body) => ({
    params: { teamId: (await service.team()).id },
    headers: present,
    body,
  }),
  getAgreements: ofTeam,
  // The ceiling of the organisation may have come down below the example's.
  changeAgreements: async ({ service }, body) => ({
    params: { teamId: (await service.team()).id },
    headers: present,
    body: { ...body, gestureCeiling: null },
  }),
  getBoard: ofTeam,
  getCoverage: ofTeam,
  reportCoverage: page,
  listTopics: page,
  createTopic: (_, body) => ({ body: { ...body, code: freshName() } }),
  getTopic: ({ topic }) => ({ params: { topicId: topic.id } }),
  changeTopic: ({ topic }, body) => ({ params: { topicId: topic.id }, headers: present, body }),

  listEmployees: page,
  createEmployee: ({ team }, body) => ({ body: { ...body, teamId: team.id } }),
  getEmployee: ({ sanne }) => ({ params: { employeeId: sanne.id } }),
  changeEmployee: async ({ service, team, topic }, body) => ({
    params: { employeeId: (await service.employee({ teamId: team.id })).id },
    headers: present,
    body: { ...body, topics: [topic.code] },
  }),
  getPresence: ({ sanne }) => ({ params: { employeeId: sanne.id } }),
  setPresence: async ({ service, team }, body) => ({
    params: { employeeId: (await service.employee({ teamId: team.id })).id },
    body,
  }),
  listAbsences: async ({ service, team }) => {
    const { id } = await service.employee({ teamId: team.id })
    const body = { fromDate: '2060-01-01', untilDate: '2060-01-05' }
    await service.do('POST', `/v1/employees/${id}/absences`, { body })
    return { params: { employeeId: id } }
  },
  registerAbsence: async ({ service, team }, body) => ({
    params: { employeeId: (await service.employee({ teamId: team.id })).id },
    body: { ...body, standInId: (await service.employee({ teamId: team.id })).id },
  }),
  getAbsence: async (stage) => ({ params: { absenceId: await freshAbsence(stage) } }),
  endAbsence: async (stage) => ({ params: { absenceId: await freshAbsence(stage) } }),
  departEmployee: async ({ service, team, piet }, body) => ({
    params: { employeeId: (await service.employee({ teamId: team.id })).id },
    body: { ...body, successorIds: [piet.id] },
  }),
  getMe: ({ sanne }) => ({ as: sanne.id }),
  getDay: ({ sanne }) => ({ as: sanne.id }),
  makeCalendarFeed: ({ piet }) => ({ params: { employeeId: piet.id } }),
  revokeCalendarFeed: async ({ service, piet }) => {
    await service.do('POST', `/v1/employees/${piet.id}/calendar-feed`)
    return { params: { employeeId: piet.id } }
  },
  getCalendarFeed: async ({ service, sanne }) => {
    const { token } = await service.do('POST', `/v1/employees/${sanne.id}/calendar-feed`)
    return { params: { employeeId: sanne.id }, query: { token } }
  },

  listCustomers: page,
  createCustomer: ({ team }, body) => ({ body: referred(body, team.id) }),
  getCustomer: ofCustomer,
  changeCustomer: async ({ service, team }, body) => ({
    params: { customerId: (await service.customer()).id },
    headers: present,
    body: referred(body, team.id),
  }),
  mergeCustomer: async ({ service, customer }) => ({
    params: { customerId: (await service.customer()).id },
    body: { customerId: customer.id },
  }),
  unmergeCustomer: async ({ service, customer }) => {
    const { id } = await service.customer()
    await service.do('POST', `/v1/customers/${id}/merge-into`, { body: { customerId: customer.id } })
    return { params: { customerId: id } }
  },
  getCustomerTimeline: ofCustomer,
  getCustomerByReference: async ({ service }) => {
    const reference = { system: 'crm', externalId: freshName() }
    await service.customer({ references: [reference] })
    return { params: reference }
  },
  putCustomerByReference: (_, body) => ({ params: { system: 'crm', externalId: freshName() }, body }),
  listFacts: ofCustomer,
  recordFact: ({ customer, sanne }, body) => ({ params: { customerId: customer.id }, as: sanne.id, body }),
  removeFact: async ({ service, customer }) => {
    const fact = await service.do('POST', `/v1/customers/${customer.id}/facts`, { body: { text: 'Moves.' } })
    return { params: { customerId: customer.id, factId: fact.id } }
  },

  listCases: page,
  openCase: ({ customer, topic, sanne }, body) => ({
    as: sanne.id,
    body: { ...body, customerId: customer.id, topic: topic.code, callback: soon() },
  }),
  getCase: ofCase,
  changeCase: ({ kase, sanne }, body) => ({
    params: { caseId: kase.id },
    as: sanne.id,
    headers: present,
    body,
  }),
  getCaseByReference: ({ kase }) => ({ params: { reference: kase.reference } }),
  resolveCase: async ({ take, sanne }, body) => ({
    params: { caseId: (await take()).id },
    as: sanne.id,
    body,
  }),
  correctCustomer: async ({ service, take, sanne }, body) => ({
    params: { caseId: (await take()).id },
    as: sanne.id,
    body: { ...body, customerId: (await service.customer()).id },
  }),
  reopenCase: async ({ resolved, sanne }, body) => ({
    params: { caseId: (await resolved()).id },
    as: sanne.id,
    body,
  }),
  getCaseTimeline: ofCase,
  listContacts: ofCase,
  recordContact: ({ kase, piet }, body) => ({ params: { caseId: kase.id }, as: piet.id, body }),
  listNotes: ofCase,
  addNote: ({ kase, sanne }, body) => ({ params: { caseId: kase.id }, as: sanne.id, body }),

  listCallbacks: page,
  getCallback: ({ kase }) => ({ params: { callbackId: kase.callback.id } }),
  listCallbackSlots: ofCase,
  attemptCallback: async ({ take, sanne }, body) => ({
    params: { callbackId: (await take()).callback.id },
    as: sanne.id,
    body,
  }),
  rescheduleCallback: async ({ take, sanne }, body) => ({
    params: { callbackId: (await take()).callback.id },
    as: sanne.id,
    body: { ...body, ...soon(), contact: outbound },
  }),

  askColleague: async ({ take, sanne, piet }, body) => ({
    params: { caseId: (await take()).id },
    as: sanne.id,
    body: { ...body, employeeId: piet.id },
  }),
  listCaseConsultations: async (stage) => ({ params: { caseId: (await ask(stage)).caseId } }),
  listConsultations: async (stage) => {
    await ask(stage)
    return { query: { limit: '2' } }
  },
  getConsultation: async (stage) => ({ params: { consultationId: (await ask(stage)).id } }),
  answerConsultation: async (stage, body) => ({
    params: { consultationId: (await ask(stage)).id },
    as: stage.piet.id,
    body,
  }),
  declineConsultation: async (stage, body) => ({
    params: { consultationId: (await ask(stage)).id },
    as: stage.piet.id,
    body: { ...body, mightKnow: stage.sanne.id },
  }),
  withdrawConsultation: async (stage, body) => ({
    params: { consultationId: (await ask(stage)).id },
    as: stage.sanne.id,
    body,
  }),
  rateAnswer: async (stage, body) => {
    const { id } = await ask(stage)
    const answer = { as: stage.piet.id, body: { answer: 'By mistake.' } }
    await stage.service.do('POST', `/v1/consultations/${id}/answer`, answer)
    return { params: { consultationId: id }, as: stage.sanne.id, body }
  },

  listSuccessions: async (stage) => {
    await report(stage)
    return { query: { limit: '2' } }
  },
  getSuccession: async (stage) => ({ params: { successionId: await report(stage) } }),
  requestSuccession: async ({ service, take, piet }, body) => {
    const { id: caseId } = await take()
    const contact = await service.do('POST', `/v1/cases/${caseId}/contacts`, { as: piet.id, body: inbound })
    return { params: { caseId }, as: piet.id, body: { ...body, contactId: contact.id, toOwnerId: piet.id } }
  },
  confirmSuccession: async (stage) => {
    const coach = await stage.service.employee({ teamId: null, role: 'coach' })
    return {
      params: { successionId: await report(stage) },
      as: coach.id,
      body: { toOwnerId: stage.piet.id },
    }
  },

  lookUpCaller: () => ({ query: { phone: encodeURIComponent('+31612345678') } }),
  recordCall: (_, body) => ({ body: { ...body, event: 'ended', callId: freshName() } }),
  listCalls: page,
  getCall: async ({ service }) => ({ params: { callId: (await someCall(service)).id } }),
  recordZammadCall: async ({ service }, body) => ({
    params: { token: await service.key('calls:write') },
    body: { ...body, event: 'hangup', callId: freshName() },
  }),

  listEvents: page,
  listApiKeys: page,
  createApiKey: (_, body) => ({ body }),
  rotateApiKey: async (stage, body) => ({ params: { keyId: await freshKey(stage) }, body }),
  revokeApiKey: async (stage) => ({ params: { keyId: await freshKey(stage) } }),

  listScimUsers: () => ({ query: { count: '2' } }),
  createScimUser: (_, body) => ({ body: named(body) }),
  getScimUser: ({ sanne }) => ({ params: { userId: sanne.id } }),
  putScimUser: async (stage, body) => ({ ...(await ofUser(stage)), body: named(body) }),
  changeScimUser: async (stage, body) => ({ ...(await ofUser(stage)), body }),
  deleteScimUser: ofUser,
  getScimConfig: plain,
  listScimResourceTypes: plain,
  getScimResourceType: () => ({ params: { name: 'User' } }),
  listScimSchemas: plain,
  getScimSchema: () => ({ params: { urn: 'urn:ietf:params:scim:schemas:core:2.0:User' } }),
}
