import { randomInt, randomUUID } from 'node:crypto'
import { referenceOf } from '../../src/case-file/reference.ts'
import { scopes } from '../../src/rooms/access/scope-contract.ts'
import { inbound, outbound } from './scene.ts'
import type { Answer, Service } from './service.ts'

/** Who has a role in the question of who may what. Each concerned employee has complaints about them. */
export const people = [
  'owner',
  'teammate',
  'foreign',
  'specialist',
  'coach',
  'admin',
  'concerned',
  'concernedCoach',
  'concernedAdmin',
] as const
export type Person = (typeof people)[number]

const isConcerned = (person: Person): boolean => person.startsWith('concerned')

interface Credentials {
  readonly key: string | null
  readonly as?: string
}

/** As much of a case as requests name. */
interface NamedCase {
  readonly id: string
  readonly reference: string
  readonly callback: { readonly id: string } | null
}

/**
 * Where a request takes its objects from: what stands there for all that are refused, or what is made for this
 * request alone, or nothing that exists.
 */
export interface Objects {
  readonly customerId: string
  /** What the system `crm` calls the customer. */
  readonly customerReference: string
  readonly teamId: string
  readonly topicId: string
  readonly employeeId: string
  /** The teammate of the owner. */
  readonly colleagueId: string
  openCase(): Promise<NamedCase>
  resolvedCase(): Promise<NamedCase>
  /** Open, and the customer has called again, twice. */
  chasedCase(): Promise<NamedCase>
  /** A customer with a number of their own, and their open case. */
  caller(): Promise<{ readonly phone: string; readonly caseId: string }>
  /** A call of theirs that was missed. */
  call(): Promise<{ readonly id: string; readonly callId: string; readonly caseId: string }>
  /** An open case, and the contact in which its customer asked a teammate of the owner for somebody else. */
  choice(): Promise<{ readonly caseId: string; readonly contactId: string }>
  /** What the owner reported of a case; it waits for a second person. */
  report(): Promise<{ readonly caseId: string; readonly successionId: string }>
  /** The owner asked the teammate about an open case; and one of these that was answered. */
  consultation(): Promise<{ readonly caseId: string; readonly id: string }>
  answered(): Promise<{ readonly caseId: string; readonly id: string }>
  factId(): Promise<string>
  /** A customer without a case. */
  strangerId(): Promise<string>
  /** A customer who was merged into another. */
  mergedId(): Promise<string>
  /** Somebody who owns nothing, so that they may leave. */
  hireId(): Promise<string>
  keyId(): Promise<string>
  /** An absence of the owner, some day to come. */
  absenceId(): Promise<string>
  /** A key of a telephone system that has it in its address. */
  bridgeToken(): Promise<string>
  /** The address of the calendar of somebody who has promised nothing. */
  feedUrl(): Promise<string>
}

/** The people of two teams, the systems, and what they ask for. */
export interface Cast {
  readonly service: Service
  readonly id: Readonly<Record<Person, string>>
  /** Nobody whom the service knows, each in another way. */
  readonly strangers: Readonly<Record<string, Credentials>>
  /** Known, and yet not let in in the name that they give. */
  readonly barred: Readonly<Record<string, Credentials>>
  /** A key for each scope, with that scope alone. */
  readonly systems: Readonly<Record<string, Credentials>>
  /** An employee, through a system that has no right of its own. */
  as(person: Person): Credentials
  /** What stands there; for a concerned employee the cases are complaints about them. */
  standing(person?: Person): Objects
  fresh(person?: Person): Objects
  readonly missing: Objects
}

/** Hires everybody: the team of the owner is the default one, and not that of the coach, the admin and the foreigner. */
export async function meetCast(service: Service): Promise<Cast> {
  const home = await service.team({ name: 'Team Noord' })
  const owner = await service.employee({ teamId: home.id })
  const [away, customer, topic, ...keys] = await Promise.all([
    service.team({ name: 'Team Zuid' }),
    service.customer({ teamId: home.id, references: [{ system: 'crm', externalId: 'C-1' }] }),
    service.do('POST', '/v1/topics', { body: { code: 'invoice', name: 'Invoice' } }),
    ...scopes.map(async (scope) => [scope, { key: await service.key(scope) }] as const),
  ])
  const systems = Object.fromEntries(keys)
  const hire = async (fields: object): Promise<string> => (await service.employee(fields)).id
  const id = {
    owner: owner.id,
    teammate: await hire({ teamId: home.id }),
    foreign: await hire({ teamId: away.id }),
    specialist: await hire({ teamId: null }),
    coach: await hire({ teamId: away.id, role: 'coach' }),
    admin: await hire({ teamId: away.id, role: 'admin' }),
    concerned: await hire({ teamId: home.id }),
    concernedCoach: await hire({ teamId: home.id, role: 'coach' }),
    concernedAdmin: await hire({ teamId: home.id, role: 'admin' }),
  }
  const departed = await hire({ teamId: away.id })
  await service.sql.query('update employees set departed_at = now() where id = $1', [departed])
  const acts = systems['employees:act']?.key ?? ''
  const revoked = await service.do('POST', '/v1/api-keys', { body: { name: 'ended', scopes: ['admin'] } })
  await service.do('DELETE', `/v1/api-keys/${revoked.id}`)
  const idle = await service.key(...scopes.filter((scope) => scope !== 'employees:act' && scope !== 'admin'))

  const places = {
    customerId: customer.id,
    customerReference: 'C-1',
    teamId: home.id,
    topicId: topic.id,
    employeeId: owner.id,
    colleagueId: id.teammate,
  }
  const ask = async (kase: { readonly id: string }) => {
    const body = { employeeId: id.teammate, question: 'Why two debits?' }
    const asked = await service.do('POST', `/v1/cases/${kase.id}/consultations`, { as: owner.id, body })
    return { caseId: kase.id, id: asked.id }
  }
  const makes = (person: Person = 'owner'): Objects => {
    const openCase = (customerId: string = customer.id): Promise<Answer['body']> =>
      service.do('POST', '/v1/cases', {
        as: owner.id,
        body: {
          customerId,
          question: 'Why was I charged twice?',
          ...(isConcerned(person) && { aboutEmployeeId: id[person] }),
        },
      })
    return {
      ...places,
      openCase: () => openCase(),
      resolvedCase: async () => {
        const { id: caseId } = await openCase()
        const body = { outcome: 'answered', summary: 'Paid back.', contact: outbound }
        await service.do('POST', `/v1/cases/${caseId}/notes`, { as: owner.id, body: { text: 'Look.' } })
        return service.do('POST', `/v1/cases/${caseId}/resolve`, { as: owner.id, body })
      },
      chasedCase: async () => {
        const chased = await openCase()
        const again = { as: id.teammate, body: inbound }
        for (let time = 0; time < 2; time++)
          await service.do('POST', `/v1/cases/${chased.id}/contacts`, again)
        return chased
      },
      caller: async () => {
        const phone = `+316${String(randomInt(1e8)).padStart(8, '0')}`
        const { id: calling } = await service.customer({ teamId: home.id, phone })
        return { phone, caseId: (await openCase(calling)).id }
      },
      call: async () => {
        const phone = `+316${String(randomInt(1e8)).padStart(8, '0')}`
        const { id: calling } = await service.customer({ teamId: home.id, phone })
        const { id: caseId } = await openCase(calling)
        const told = { callId: randomUUID(), event: 'ended', direction: 'inbound', from: phone, to: '204' }
        const { id, callId } = await service.do('POST', '/v1/calls', { body: told })
        return { id, callId, caseId }
      },
      choice: async () => {
        const { id: caseId } = await openCase()
        const contact = await service.do('POST', `/v1/cases/${caseId}/contacts`, {
          as: id.teammate,
          body: inbound,
        })
        return { caseId, contactId: contact.id }
      },
      report: async () => {
        const { id: caseId } = await openCase()
        const body = { cause: 'safety', reason: 'Threatens me.' }
        const { id: successionId } = await service.do('POST', `/v1/cases/${caseId}/successions`, {
          as: owner.id,
          body,
        })
        return { caseId, successionId }
      },
      consultation: async () => ask(await openCase()),
      answered: async () => {
        const asked = await ask(await openCase())
        const body = { answer: 'Taken twice by mistake.' }
        await service.do('POST', `/v1/consultations/${asked.id}/answer`, { as: id.teammate, body })
        return asked
      },
      factId: async () =>
        (await service.do('POST', `/v1/customers/${customer.id}/facts`, { body: { text: 'Is moving.' } })).id,
      strangerId: async () => (await service.customer({ teamId: away.id })).id,
      mergedId: async () => {
        const { id: twice } = await service.customer({ teamId: home.id })
        await service.do('POST', `/v1/customers/${twice}/merge-into`, { body: { customerId: customer.id } })
        return twice
      },
      hireId: () => hire({ teamId: away.id }),
      keyId: async () =>
        (await service.do('POST', '/v1/api-keys', { body: { name: 'spare', scopes: ['employees:act'] } })).id,
      absenceId: async () =>
        (await service.do('POST', `/v1/employees/${owner.id}/absences`, { body: someDay() })).id,
      bridgeToken: () => service.key('calls:write'),
      feedUrl: async () => {
        const hired = await hire({ teamId: away.id })
        return (await service.do('POST', `/v1/employees/${hired}/calendar-feed`)).url
      },
    }
  }
  const stands = new Map<Person, Objects>()
  return {
    service,
    id,
    strangers: {
      'nobody, without a key': { key: null },
      'nobody, with a broken key': { key: `${acts.slice(0, -1)}${acts.endsWith('0') ? '1' : '0'}` },
      'nobody, with a revoked key': { key: revoked.key },
      'nobody, with the id of an employee for a key': { key: owner.id },
    },
    barred: {
      'somebody who has left': { key: acts, as: departed },
      'a key that may not act for the owner': { key: idle, as: owner.id },
    },
    systems,
    as: (person) => ({ key: acts, as: id[person] }),
    standing: (person = 'owner') => {
      const found = stands.get(person) ?? standStill(makes(person))
      stands.set(person, found)
      return found
    },
    fresh: makes,
    missing: nothingThere(),
  }
}

let days = 0
/** An absence of a day that no other one has, in years to come. */
export function someDay(): { readonly fromDate: string; readonly untilDate: string } {
  const date = Temporal.PlainDate.from('2060-01-01').add({ days: days++ }).toString()
  return { fromDate: date, untilDate: date }
}

/** Makes each object once, when it is first asked for. */
function standStill(objects: Objects): Objects {
  const once = <T>(make: () => Promise<T>) => {
    let made: Promise<T> | undefined
    return () => {
      made ??= make()
      return made
    }
  }
  return {
    ...objects,
    openCase: once(objects.openCase),
    resolvedCase: once(objects.resolvedCase),
    caller: once(objects.caller),
    call: once(objects.call),
    choice: once(objects.choice),
    report: once(objects.report),
    consultation: once(objects.consultation),
    answered: once(objects.answered),
    factId: once(objects.factId),
    strangerId: once(objects.strangerId),
    mergedId: once(objects.mergedId),
    hireId: once(objects.hireId),
    keyId: once(objects.keyId),
    absenceId: once(objects.absenceId),
    chasedCase: once(objects.chasedCase),
    bridgeToken: once(objects.bridgeToken),
    feedUrl: once(objects.feedUrl),
  }
}

function nothingThere(): Objects {
  const nowhere = async (): Promise<NamedCase> => ({
    id: randomUUID(),
    reference: referenceOf(98_765_432),
    callback: { id: randomUUID() },
  })
  return {
    customerId: randomUUID(),
    customerReference: 'C-none',
    teamId: randomUUID(),
    topicId: randomUUID(),
    employeeId: randomUUID(),
    colleagueId: randomUUID(),
    openCase: nowhere,
    resolvedCase: nowhere,
    chasedCase: nowhere,
    caller: async () => ({ phone: '+31699999999', caseId: randomUUID() }),
    call: async () => ({ id: randomUUID(), callId: randomUUID(), caseId: randomUUID() }),
    choice: async () => ({ caseId: randomUUID(), contactId: randomUUID() }),
    report: async () => ({ caseId: randomUUID(), successionId: randomUUID() }),
    consultation: async () => ({ caseId: randomUUID(), id: randomUUID() }),
    answered: async () => ({ caseId: randomUUID(), id: randomUUID() }),
    factId: async () => randomUUID(),
    strangerId: async () => randomUUID(),
    mergedId: async () => randomUUID(),
    hireId: async () => randomUUID(),
    keyId: async () => randomUUID(),
    absenceId: async () => randomUUID(),
    bridgeToken: async () => 'none',
    feedUrl: async () => `/v1/employees/${randomUUID()}/callbacks.ics?token=none`,
  }
}
