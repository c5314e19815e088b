import { operationOf, requestNames, requestOf } from '../requests/book.ts'
import { freshName, freshObjects } from '../requests/objects.ts'
import type { Asker, Request } from '../requests/request.ts'
import { type Scene, setScene } from './scene.ts'
import type { Service } from './service.ts'

/** A request that succeeds. */
export interface ValidRequest extends Omit<Request, 'by' | 'shows'> {
  /** The employee who does it; left out, a system with the scope `admin`. */
  readonly as?: string
}

type Names = Readonly<Record<string, string>>

/** A scene with one thing of each kind that is put where it doesn't belong. */
export interface Stage extends Scene {
  /** Ids, moments and cursors by name, for whoever puts them there. */
  readonly names: Names
  /** The cursors among them: of lists of the whole house, which other stages may share. */
  readonly cursors: Names
  /** A request for this operation that succeeds, of objects that are made for it. */
  prepare(operation: string): Promise<ValidRequest>
}

export async function setStage(service: Service, beside?: Stage): Promise<Stage> {
  const scene = await setScene(service)
  const topic = await service.do('POST', '/v1/topics', { body: { code: freshName(), name: 'Invoice' } })
  const foreignTeamId = (await service.team()).id
  const objects = freshObjects({
    service,
    teamId: scene.team.id,
    awayId: foreignTeamId,
    ownerId: scene.sanne.id,
    colleagueId: scene.piet.id,
    customerId: scene.customer.id,
    topic: { id: topic.id, code: topic.code },
  })
  const coach = await service.employee({ teamId: null, role: 'coach' })
  const askers: Readonly<Record<Asker, string>> = {
    owner: scene.sanne.id,
    colleague: scene.piet.id,
    coach: coach.id,
  }
  const kase = await objects.openCase()
  const ended = await objects.resolvedCase()
  const own = {
    caseId: kase.id,
    endedCaseId: ended.id,
    reference: kase.reference,
    callbackId: kase.callbackId,
    customerId: scene.customer.id,
    foreignCustomerId: (await service.customer()).id,
    teamId: scene.team.id,
    foreignTeamId,
    employeeId: scene.sanne.id,
    colleagueId: scene.piet.id,
    specialistId: (await service.employee({ teamId: null })).id,
    topicId: topic.id,
    topic: topic.code,
    contactId: (await service.do('GET', `/v1/cases/${ended.id}/contacts`)).data[0].id,
    nobody: '00000000-0000-4000-8000-000000000000',
    yesterday: Temporal.Now.instant().subtract({ hours: 24 }).toString(),
    now: Temporal.Now.instant().toString(),
    tomorrow: Temporal.Now.instant().add({ hours: 24 }).toString(),
  }
  // Behind all that, since a list of one has no cursor.
  const cursors = beside?.cursors ?? (await cursorsOf(service))
  const prepare = async (operation: string): Promise<ValidRequest> => {
    const name = requestNames.find((each) => operationOf(each) === operation) ?? operation
    const { by, shows: _, ...request } = await requestOf(name, objects)
    return by === undefined ? request : { ...request, as: askers[by] }
  }
  return { ...scene, names: { ...own, ...cursors }, cursors, prepare }
}

async function cursorsOf(service: Service): Promise<Names> {
  const cursor = async (list: string) => (await service.do('GET', `/v1/${list}?limit=1`)).nextCursor
  return {
    cursorOfCases: await cursor('cases'),
    cursorOfCustomers: await cursor('customers'),
    cursorOfEmployees: await cursor('employees'),
    cursorOfTeams: await cursor('teams'),
    cursorOfEvents: await cursor('events'),
  }
}
