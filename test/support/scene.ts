import { holidaysOf } from '../../src/calendar/holidays.ts'
import type { Answer, Service } from './service.ts'

/** A team with people of its own, so that tests in one database keep out of each other's way. */
export interface Scene {
  readonly service: Service
  readonly team: { readonly id: string }
  readonly sanne: { readonly id: string; readonly name: string }
  readonly piet: { readonly id: string; readonly name: string }
  readonly customer: { readonly id: string; readonly name: string }
  /** Opens a case by Sanne. */
  open(fields?: object): Promise<Answer['body']>
  /** Opens a case by Sanne, with a window by the team's agreement: books no hour. */
  take(fields?: object): Promise<Answer['body']>
  /** Opens a case by Sanne and resolves it. */
  resolved(): Promise<Answer['body']>
}

const zone = 'Europe/Amsterdam'

/** The next working day but one, from two until three in the afternoon in Amsterdam: the usual team is open then. */
export function soon(hour = 14): { readonly from: string; readonly until: string } {
  let day = Temporal.Now.plainDateISO(zone)
  for (let ahead = 0; ahead < 2; ) {
    day = day.add({ days: 1 })
    const isOff = day.dayOfWeek > 5 || holidaysOf('NL', null, day.year).has(day.toString())
    if (!isOff) ahead++
  }
  const at = (h: number) =>
    day
      .toZonedDateTime({ timeZone: zone, plainTime: { hour: h } })
      .toInstant()
      .toString()
  return { from: at(hour), until: at(hour + 1) }
}

export const outbound = { direction: 'outbound', channel: 'phone', summary: 'Explained.' }
export const inbound = { direction: 'inbound', channel: 'phone', summary: 'Asks again.' }

/** Hires people and makes a customer. Their team promises as many callbacks in an hour as a test wants to open cases. */
export async function setScene(service: Service): Promise<Scene> {
  const team = await service.team({ agreements: { callbacksPerHour: 60 } })
  const sanne = await service.employee({ teamId: team.id })
  const piet = await service.employee({ teamId: team.id, extension: '205' })
  const customer = await service.customer({ teamId: team.id })
  const open = (fields: object = {}) =>
    service.do('POST', '/v1/cases', {
      as: sanne.id,
      body: { customerId: customer.id, question: 'Why was I charged twice?', callback: soon(), ...fields },
    })
  const take = (fields: object = {}) => open({ callback: undefined, ...fields })
  const resolved = async () => {
    const kase = await take()
    return await service.do('POST', `/v1/cases/${kase.id}/resolve`, {
      as: sanne.id,
      body: { outcome: 'answered', summary: 'Paid back.', contact: outbound },
    })
  }
  return { service, team, sanne, piet, customer, open, take, resolved }
}

/** Several instances on one database as one service: each request goes to the next of them. */
export function inTurns(first: Service, ...others: readonly Service[]): Service {
  const instances = [first, ...others]
  let turn = 0
  const call: Service['call'] = (...request) =>
    (instances[turn++ % instances.length] ?? first).call(...request)
  return Object.create(first, { call: { value: call } })
}
