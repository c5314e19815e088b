import { scopes } from '../../src/rooms/access/scope-contract.ts'
import { freshObjects, type Objects } from '../requests/objects.ts'
import { missingObjects, standingObjects } from '../requests/other-objects.ts'
import type { Service } from './service.ts'

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

/** The people of two teams, the systems, and what they ask for. */
export interface Cast {
  readonly service: Service
  /** The owner's team. */
  readonly teamId: string
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
  const home = await service.team({ name: 'Team Noord', agreements: { callbacksPerHour: 60 } })
  const owner = await service.employee({ teamId: home.id })
  const [away, customer, topic, ...keys] = await Promise.all([
    service.team({ name: 'Team Zuid' }),
    service.customer({ teamId: home.id }),
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

  const objectsOf = (person: Person): Objects =>
    freshObjects({
      service,
      teamId: home.id,
      awayId: away.id,
      ownerId: owner.id,
      colleagueId: id.teammate,
      customerId: customer.id,
      topic: { id: topic.id, code: topic.code },
      ...(isConcerned(person) && { aboutEmployeeId: id[person] }),
    })
  const stands = new Map<Person, Objects>()
  const standing = (person: Person = 'owner'): Objects => {
    const found = stands.get(person) ?? standingObjects(objectsOf(person))
    stands.set(person, found)
    return found
  }
  return {
    service,
    teamId: home.id,
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
    standing,
    fresh: (person = 'owner') => objectsOf(person),
    missing: missingObjects(standing()),
  }
}
