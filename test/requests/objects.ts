import { randomInt, randomUUID } from 'node:crypto'
import { inbound, outbound } from '../support/scene.ts'
import type { Answer, Service } from '../support/service.ts'

/** Whom and what the objects of requests belong to. */
export interface Ground {
  readonly service: Service
  /** The team of the owner, of the colleague and of the customer, and another one. */
  readonly teamId: string
  readonly awayId: string
  readonly ownerId: string
  readonly colleagueId: string
  readonly customerId: string
  readonly topic: { readonly id: string; readonly code: string }
  /** The employee whom all cases are complaints about. */
  readonly aboutEmployeeId?: string
}

/** What requests are about: each is made when it is asked for, and told by its ids. */
export type Objects = ReturnType<typeof freshObjects>

/** Objects that are made for each request alone, so that it may use them up. */
export function freshObjects(ground: Ground) {
  const { service, teamId, awayId, ownerId, colleagueId, customerId, topic, aboutEmployeeId } = ground
  const make = async (url: string, body: object, as?: string): Promise<Answer['body']> =>
    await service.do('POST', url, { body, ...(as !== undefined && { as }) })
  const openCase = async (of = customerId) => {
    const about = aboutEmployeeId === undefined ? {} : { aboutEmployeeId }
    const body = { customerId: of, question: 'Why was I charged twice?', ...about }
    const { id, reference, callback } = await make('/v1/cases', body, ownerId)
    return named({ id, reference, callbackId: callback.id })
  }
  const ask = async () => {
    const { id: caseId } = await openCase()
    const body = { employeeId: colleagueId, question: 'Why two debits?' }
    const { id } = await make(`/v1/cases/${caseId}/consultations`, body, ownerId)
    return named({ caseId, id })
  }
  const makeRule = async () => {
    const { id } = await make('/v1/rules', houseRule(ownerId))
    return named({ id })
  }
  const draftOutreach = async () => {
    const why = { title: 'Meters', reason: 'They counted too much.', valueToCustomer: 'They get it back.' }
    const body = { ...why, customers: [{ customerId }] }
    return named({ id: (await make('/v1/outreaches', body, ownerId)).id, customerId })
  }
  const haveIdea = async () => {
    const { id } = await make('/v1/ideas', { title: 'Fewer forms', body: 'Nobody reads them.' }, ownerId)
    return named({ id })
  }
  const pagesOf = async (isResolved: boolean) => {
    const { id: customer } = await make('/v1/customers', { name: 'Jansen', teamId, phone: '+31612345999' })
    // Nobody is asked about a complaint: this is a question like any other.
    const kase = await make('/v1/cases', { customerId: customer, question: 'Why?' }, ownerId)
    const body = { outcome: 'answered', summary: 'Paid back.', contact: outbound }
    if (isResolved) await make(`/v1/cases/${kase.id}/resolve`, body, ownerId)
    const { survey, tracking } = await service.do('GET', `/v1/cases/${kase.id}/links`)
    const tokenIn = (link: { url: string } | null) => link?.url.split('/').at(-1) ?? ''
    return named({ survey: tokenIn(survey), tracking: tokenIn(tracking) })
  }
  const hire = async () => named({ id: (await service.employee({ teamId })).id })
  const calendarOf = async (employeeId: string) => {
    const { token } = await make(`/v1/employees/${employeeId}/calendar-feed`, {})
    return named({ employeeId, token })
  }
  const makeWebhook = async () => {
    const { id } = await make('/v1/webhooks', { url: 'https://93.184.215.14/hook', active: false })
    return named({ id })
  }
  return {
    webhook: makeWebhook,
    delivery: async () => {
      const { id: webhookId } = await makeWebhook()
      const { id } = await make(`/v1/webhooks/${webhookId}/test`, {})
      return named({ webhookId, id })
    },
    team: async () => named({ id: teamId }),
    topic: async () => named(topic),
    customer: async () => named({ id: customerId }),
    owner: async () => named({ id: ownerId }),
    colleague: async () => named({ id: colleagueId }),
    /** Somebody who owns nothing, so that they may leave. */
    hire,
    /** An absence of the owner, some day to come. */
    absence: async () => {
      const { id } = await make(`/v1/employees/${ownerId}/absences`, someDay())
      return named({ employeeId: ownerId, id })
    },
    /** The owner's calendar, and that of somebody new who has promised something. */
    calendar: () => calendarOf(ownerId),
    newCalendar: async () => {
      const { id } = await hire()
      await make('/v1/cases', { customerId, question: 'Where is my parcel?' }, id)
      return calendarOf(id)
    },
    key: async () =>
      named({ id: (await make('/v1/api-keys', { name: 'spare', scopes: ['employees:act'] })).id }),
    /** An import of nobody. */
    imported: async () => {
      const headers = { 'content-type': 'text/csv' }
      const body = 'name\n'
      return named({ id: (await service.do('POST', '/v1/imports/customers', { body, headers })).id })
    },
    /** A key of a telephone system that has it in its address. */
    bridge: async () => named({ token: await service.key('calls:write') }),

    /** A customer whom the system `crm` knows. */
    known: async () => {
      const externalId = `C-${randomUUID().slice(0, 13)}`
      const references = [{ system: 'crm', externalId }]
      return named({ id: (await service.customer({ teamId, references })).id, externalId })
    },
    fact: async () =>
      named({ customerId, id: (await make(`/v1/customers/${customerId}/facts`, { text: 'Is moving.' })).id }),
    /** A customer of another team, without a case. */
    stranger: async () => named({ id: (await service.customer({ teamId: awayId })).id }),
    /** A customer who was merged into another. */
    merged: async () => {
      const { id } = await service.customer({ teamId })
      await make(`/v1/customers/${id}/merge-into`, { customerId })
      return named({ id })
    },
    /** A customer with a number of their own, and their open case. */
    caller: async () => {
      const phone = `+316${String(randomInt(1e8)).padStart(8, '0')}`
      const { id } = await service.customer({ teamId, phone })
      return named({ phone, caseId: (await openCase(id)).id })
    },
    /** A call of such a customer, which was missed. */
    call: async () => {
      const phone = `+316${String(randomInt(1e8)).padStart(8, '0')}`
      const { id: calling } = await service.customer({ teamId, phone })
      const { id: caseId } = await openCase(calling)
      const told = { callId: freshName(), event: 'ended', direction: 'inbound', from: phone, to: '204' }
      return named({ id: (await make('/v1/calls', told)).id, caseId })
    },

    openCase: () => openCase(),
    /** Resolved, with a note. */
    resolvedCase: async () => {
      const kase = await openCase()
      await make(`/v1/cases/${kase.id}/notes`, { text: 'Look.' }, ownerId)
      const body = { outcome: 'answered', summary: 'Paid back.', contact: outbound }
      await make(`/v1/cases/${kase.id}/resolve`, body, ownerId)
      return kase
    },
    /** Open, and the customer has called again, twice. */
    chasedCase: async () => {
      const kase = await openCase()
      for (let time = 0; time < 2; time++) await make(`/v1/cases/${kase.id}/contacts`, inbound, colleagueId)
      return kase
    },
    /** An open case, and the contact in which its customer asked the colleague for somebody else. */
    choice: async () => {
      const { id: caseId } = await openCase()
      const { id: contactId } = await make(`/v1/cases/${caseId}/contacts`, inbound, colleagueId)
      return named({ caseId, contactId })
    },
    /** What the owner gave the customer of an open case. */
    gesture: async () => {
      const { id: caseId } = await openCase()
      const amount = { amount: '1.00', currency: 'EUR' }
      const body = { kind: 'credit', amount, reason: 'Charged twice.' }
      const { id } = await make(`/v1/cases/${caseId}/gestures`, body, ownerId)
      return named({ caseId, id })
    },
    /** What the owner asks for on an open case. */
    ask: async () => {
      const { id: caseId } = await openCase()
      const amount = { amount: '2500.00', currency: 'EUR' }
      const body = { wish: 'A new boiler.', amount, reason: 'We broke it.' }
      const { id } = await make(`/v1/cases/${caseId}/asks`, body, ownerId)
      return named({ caseId, id })
    },
    /** The budget of somebody new in the owner's team. */
    budget: async () => {
      const { id: employeeId } = await hire()
      const body = { kind: 'employee', employeeId, amount: { amount: '50.00', currency: 'EUR' } }
      return named({ employeeId, id: (await make('/v1/budgets', body)).id })
    },
    /** What the owner reported of a case; it waits for a second person. */
    report: async () => {
      const { id: caseId } = await openCase()
      const body = { cause: 'safety', reason: 'Threatens me.' }
      const { id } = await make(`/v1/cases/${caseId}/successions`, body, ownerId)
      return named({ caseId, id })
    },
    /** A rule that the owner answers for, and one that they bent in an open case. */
    rule: makeRule,
    deviation: async () => {
      const [{ id: caseId }, { id: ruleId }] = [await openCase(), await makeRule()]
      const body = { ruleId, benefit: 'Gets it back.', reason: 'The mistake was ours.' }
      const { id } = await make(`/v1/cases/${caseId}/deviations`, body, ownerId)
      return named({ caseId, id })
    },
    /** What the owner announced to their team, which knows. */
    newHeadsUp: async () => {
      const body = { title: 'Letter', message: 'New rates.', teamIds: [teamId] }
      return named({ id: (await make('/v1/heads-ups', body, ownerId)).id })
    },
    headsUp: async () => {
      const { id } = await make(
        '/v1/heads-ups',
        { title: 'Letter', message: 'New rates.', teamIds: [teamId] },
        ownerId,
      )
      await make(`/v1/heads-ups/${id}/acknowledge`, {}, ownerId)
      return named({ id })
    },
    /** Nobody has answered yet: each may once a week. */
    silence: async () => {
      await service.sql.query(
        'set session_replication_role = replica; delete from pulse_givers; set session_replication_role = origin',
      )
      return named({})
    },
    /** A week that was closed long ago. */
    closedWeek: async () => {
      const week = `${randomInt(2101, 2199)}-W${randomInt(10, 53)}`
      await service.sql.query(
        `insert into pulse_rounds values ($1, '2026-01-05', '2026-01-05T00:10:00Z') on conflict do nothing`,
        [week],
      )
      return named({ week })
    },
    /** What the owner drafted for a customer; one that was started; and somebody who is in none. */
    outreach: draftOutreach,
    startedOutreach: async () => {
      const outreach = await draftOutreach()
      await make(`/v1/outreaches/${outreach.id}/start`, {})
      return outreach
    },
    newcomer: async () => named({ id: (await make('/v1/customers', { name: 'Jansen', teamId })).id }),
    disturbance: async () => {
      const { id: caseId } = await openCase()
      const letter = { direction: 'outbound', channel: 'letter', summary: 'Why it was twice.' }
      await make(`/v1/cases/${caseId}/contacts`, letter, ownerId)
      const { data } = await service.do('GET', `/v1/customers/${customerId}/disturbances`)
      return named({ customerId, id: data[0].id })
    },
    /** What the owner would do better; and one of these that was answered. */
    idea: haveIdea,
    answeredIdea: async () => {
      const idea = await haveIdea()
      const { id: coachId } = await service.employee({ teamId: null, role: 'coach' })
      await make(`/v1/ideas/${idea.id}/answer`, { decision: 'trying', reason: 'Let us see.' }, coachId)
      return idea
    },
    /** The tokens of the pages of a customer who was asked how it was, and of one who waits. */
    pages: async () => pagesOf(true),
    openPages: async () => pagesOf(false),
    /** What the owner asked the colleague about an open case; and one of these that was answered. */
    consultation: ask,
    answered: async () => {
      const asked = await ask()
      await make(`/v1/consultations/${asked.id}/answer`, { answer: 'Taken twice.' }, colleagueId)
      return asked
    },
  }
}

/** A house rule that this employee answers for, to be reviewed in years to come. */
export const houseRule = (ownerId: string) => ({
  code: freshName(),
  title: 'No refund after 30 days',
  text: 'We pay nothing back after 30 days.',
  kind: 'house',
  ownerId,
  reviewOn: '2090-05-01',
  shareOfHonestPeopleBurdened: 0.6,
})

/** Ids alone, each of them a text: no object is more than what requests name of it. */
const named = <Name extends string>(names: Readonly<Record<Name, string>>) => names

let days = 0
/** An absence of a day that no other one has, in years to come. */
export function someDay(): { readonly fromDate: string; readonly untilDate: string } {
  const date = Temporal.PlainDate.from('2060-01-01').add({ days: days++ }).toString()
  return { fromDate: date, untilDate: date }
}

/** A text that no other one is like. */
export const freshName = (): string => `a${randomUUID().slice(0, 13)}`
