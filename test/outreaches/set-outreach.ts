import type { Database } from '../../src/db/database.ts'
import { openDatabase } from '../../src/db/database.ts'
import { isUnavailable } from '../../src/db/errors.ts'
import type { Clock } from '../../src/lib/instant.ts'
import { runOutreaches } from '../../src/rooms/outreaches/run-outreaches.ts'
import { atOnce } from '../support/at-once.ts'
import { setScene } from '../support/scene.ts'
import type { Answer, Service } from '../support/service.ts'

export const eur = (amount: string) => ({ amount, currency: 'EUR' })

/** A Monday morning in Amsterdam, with no holiday in the four weeks behind it. */
export const monday = Temporal.Instant.from('2026-11-02T07:00:00Z')

/** People, a customer, and how an outreach is drafted, asked for and run. */
export async function setOutreach(service: Service) {
  const scene = await setScene(service)
  const coach = await service.employee({ teamId: scene.team.id, role: 'coach' })
  const customers = (count: number, fields: object = {}): Promise<Answer['body'][]> =>
    atOnce([scene.team.id], (teamId) => service.customer({ teamId, ...fields }), count)
  const draft = (fields: object = {}, as?: string) =>
    service.call('POST', '/v1/outreaches', {
      ...(as !== undefined && { as }),
      body: {
        title: 'Meters that counted too much',
        reason: 'Meters of type K-40 counted too much.',
        valueToCustomer: 'They get back what they paid too much.',
        message: 'Your meter counted too much. We pay you back.',
        ...fields,
      },
    })
  const informing = (found: readonly { id: string }[], fields: object = {}) =>
    found.map(({ id }) => ({ customerId: id, ...fields }))
  const act = (id: string, action: 'start' | 'pause' | 'stop', as = coach.id) =>
    service.call('POST', `/v1/outreaches/${id}/${action}`, { as, body: undefined })
  const show = (id: string) => service.do('GET', `/v1/outreaches/${id}`)
  const list = async (id: string, query = '') =>
    (await service.do('GET', `/v1/outreaches/${id}/customers?limit=200${query}`)).data
  return { ...scene, coach, customers, draft, informing, act, show, list }
}

/** Goes on with all outreaches of the service, as so many instances beside each other would, by its clock. */
export async function run(service: Service, instances = 1): Promise<void> {
  const clock = () => service.clock.now ?? Temporal.Now.instant()
  const databases = Array.from({ length: instances }, () => open(service))
  try {
    const ended = await Promise.allSettled(databases.map((db) => untilDone(db, clock)))
    for (const each of ended) if (each.status === 'rejected') throw each.reason
  } finally {
    await Promise.all(databases.map((db) => db.close()))
  }
}

/** A busy machine may not connect in time: then it goes on where it was, as the job does. */
async function untilDone(db: Database, clock: Clock, tries = 5): Promise<void> {
  try {
    await runOutreaches(db, clock)
  } catch (error) {
    if (tries === 0 || !isUnavailable(error)) throw error
    await untilDone(db, clock, tries - 1)
  }
}

export const open = (service: Service): Database =>
  openDatabase({ url: service.databaseUrl, connections: 2, onError: () => undefined })
