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

/** A scene with one thing of every kind to ask for. */
export interface Stage extends Scene {
  /** Ids, moments and cursors by name, for whoever puts them where they don't belong. */
  readonly names: Readonly<Record<string, string>>
  /** A request for this operation that succeeds, of objects that are made for it. */
  prepare(operation: string): Promise<ValidRequest>
}

export async function setStage(service: Service): Promise<Stage> {
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
  const cursor = async (list: string) => (await service.do('GET', `/v1/${list}?limit=1`)).nextCursor
  const names = {
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
    consultationId: (await objects.consultation()).id,
    ruleId: (await objects.rule()).id,
    ideaId: (await objects.idea()).id,
    headsUpId: (await objects.headsUp()).id,
    outreachId: (await objects.outreach()).id,
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
  const prepare = async (operation: string): Promise<ValidRequest> => {
    const name = requestNames.find((each) => operationOf(each) === operation) ?? operation
    const { by, shows: _, ...request } = await requestOf(name, objects)
    return by === undefined ? request : { ...request, as: askers[by] }
  }
  return { ...scene, names, prepare }
}
