import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inbound, outbound, type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

let scene: Scene
let other: Scene
let outsider: Answer['body']
const cases: Record<string, Answer['body']> = {}

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2027-01-12T${time}Z`)

/** A Tuesday: five questions of two teams, each with something of its own. */
const service = useService()
beforeAll(async () => {
  service.clock.now = at('08:00:00')
  scene = await setScene(service)
  other = await setScene(service)
  for (const code of ['invoice', 'moving'])
    await service.do('POST', '/v1/topics', { body: { code, name: code } })
  const { sanne, piet, take } = scene
  const window = (from: string, until: string) => ({ from: at(from).toString(), until: at(until).toString() })

  cases.invoice = await take({
    topic: 'invoice',
    tags: ['urgent', 'direct-debit'],
    callback: window('10:00:00', '11:00:00'),
  })
  service.clock.now = at('08:10:00')
  cases.moving = await take({
    topic: 'moving',
    channel: 'email',
    tags: ['urgent'],
    question: 'How do I move to Zürich?',
    callback: window('13:00:00', '14:00:00'),
  })
  service.clock.now = at('08:20:00')
  cases.chased = await service.do('POST', '/v1/cases', {
    as: piet.id,
    body: {
      customer: { name: 'Meneer Öztürk', email: 'ozturk@example.org' },
      question: 'Where is my parcel?',
      origin: 'outreach',
      callback: window('14:00:00', '15:00:00'),
    },
  })
  await service.do('POST', `/v1/cases/${cases.chased.id}/contacts`, { as: sanne.id, body: inbound })
  service.clock.now = at('08:30:00')
  cases.answered = await take({ origin: 'recovery', question: 'Is it paid?', callback: undefined })
  service.clock.now = at('09:00:00')
  await service.do('POST', `/v1/cases/${cases.answered.id}/resolve`, {
    as: sanne.id,
    body: { outcome: 'answered', summary: 'Yes.', contact: outbound },
  })
  service.clock.now = at('09:10:00')
  cases.withdrawn = await other.take({ question: 'Never mind?' })
  service.clock.now = at('09:30:00')
  await service.do('POST', `/v1/cases/${cases.withdrawn.id}/resolve`, {
    as: other.sanne.id,
    body: { outcome: 'withdrawn', summary: 'Never mind.', contact: inbound },
  })
  outsider = await service.employee({ teamId: null })
})
beforeEach(() => {
  service.clock.now = at('12:00:00')
})

const found = async (query: string): Promise<string[]> => {
  const { data } = await service.do('GET', `/v1/cases?${query}`)
  const names = Object.entries(cases).map(([name, { id }]) => [id, name] as const)
  return data.map(({ id }: { id: string }) => new Map(names).get(id) ?? id).sort()
}

const everything = ['answered', 'chased', 'invoice', 'moving', 'withdrawn']

describe('the list of cases has what is asked for, and nothing else', () => {
  test.each<[string, () => string, string[]]>([
    ['nothing asked', () => '', everything],
    ['open', () => 'status=open', ['chased', 'invoice', 'moving']],
    ['resolved', () => 'status=resolved', ['answered', 'withdrawn']],
    ['either', () => 'status=open,resolved', everything],
    ['either, said twice', () => 'status=open&status=resolved', everything],
    ['an owner', () => `ownerId=${scene.sanne.id}`, ['answered', 'invoice', 'moving']],
    ['one owner or another', () => `ownerId=${scene.piet.id},${other.sanne.id}`, ['chased', 'withdrawn']],
    ['an owner in capitals', () => `ownerId=${scene.piet.id.toUpperCase()}`, ['chased']],
    ['who owns nothing', () => `ownerId=${outsider.id}`, []],
    ['a team', () => `teamId=${other.team.id}`, ['withdrawn']],
    ['two teams', () => `teamId=${other.team.id},${scene.team.id}`, everything],
    ['a customer', () => `customerId=${scene.customer.id}`, ['answered', 'invoice', 'moving']],
    ['nobody', () => `customerId=${randomUUID()}`, []],
    ['a topic', () => 'topic=invoice', ['invoice']],
    ['topics', () => 'topic=invoice,moving,none', ['invoice', 'moving']],
    ['an origin', () => 'origin=recovery', ['answered']],
    ['origins', () => 'origin=recovery,outreach', ['answered', 'chased']],
    ['a channel', () => 'channel=email', ['moving']],
    ['channels', () => 'channel=phone,email', everything],
    ['an outcome', () => 'outcome=answered', ['answered']],
    ['outcomes', () => 'outcome=withdrawn,answered,duplicate', ['answered', 'withdrawn']],
    ['a tag', () => 'tag=urgent', ['invoice', 'moving']],
    ['either tag', () => 'tag=direct-debit,none', ['invoice']],
    ['a tag that nobody has', () => 'tag=none', []],
    ['a reference', () => `reference=${cases.moving.reference}`, ['moving']],
    [
      'references',
      () => `reference=${cases.moving.reference},${cases.chased.reference}`,
      ['chased', 'moving'],
    ],
    ['overdue', () => 'overdue=true', ['invoice']],
    ['not overdue', () => 'overdue=false', ['answered', 'chased', 'moving', 'withdrawn']],
    ['open and in time', () => 'overdue=false&status=open', ['chased', 'moving']],
    ['chased', () => 'chased=true&status=open', ['chased']],
    ['not chased', () => 'chased=false', ['answered', 'invoice', 'moving', 'withdrawn']],
    ['opened after', () => 'openedAfter=2027-01-12T08:20:00Z', ['answered', 'withdrawn']],
    ['opened before', () => 'openedBefore=2027-01-12T08:20:00Z', ['invoice', 'moving']],
    [
      'opened between, in another zone',
      () =>
        `openedAfter=${encodeURIComponent('2027-01-12T09:05:00+01:00')}&openedBefore=${encodeURIComponent('2027-01-12T09:25:00+01:00')}`,
      ['chased', 'moving'],
    ],
    ['resolved after', () => 'resolvedAfter=2027-01-12T09:00:00Z', ['withdrawn']],
    ['resolved before', () => 'resolvedBefore=2027-01-12T09:00:00.001Z', ['answered']],
    ['due after', () => 'dueAfter=2027-01-12T14:00:00Z', ['chased']],
    ['due before', () => 'dueBefore=2027-01-12T14:00:00.001Z', ['invoice', 'moving']],
    [
      'all at once',
      () => `status=open&ownerId=${scene.sanne.id}&topic=invoice,moving&tag=urgent&overdue=false`,
      ['moving'],
    ],
    ['words of the question', () => 'q=parcel', ['chased']],
    ['beginnings of words, in any order and case', () => `q=${encodeURIComponent('zür HOW')}`, ['moving']],
    ['words of the customer', () => `q=${encodeURIComponent('Öztürk')}`, ['chased']],
    ['the customer’s address', () => 'q=ozturk@example.org', ['chased']],
    [
      'the reference as it is read out',
      () => `q=${cases.invoice.reference.slice(0, 3)}-${cases.invoice.reference.slice(3)}`,
      ['invoice'],
    ],
    ['words that nobody said', () => 'q=zeppelin', []],
    ['words, and a filter', () => 'q=paid&status=open', []],
  ])('%s', async (_, query, expected) => {
    expect(await found(query())).toEqual(expected)
  })

  test('newest first', async () => {
    const { data } = await service.do('GET', '/v1/cases')
    expect(data.map(({ openedAt }: { openedAt: string }) => openedAt)).toEqual(
      data
        .map(({ openedAt }: { openedAt: string }) => openedAt)
        .sort()
        .reverse(),
    )
  })

  test('overdue as soon as the window is past, and not before', async () => {
    try {
      service.clock.now = at('14:00:00')
      expect(await found('overdue=true')).toEqual(['invoice'])
      service.clock.now = at('14:00:00.001')
      expect(await found('overdue=true')).toEqual(['invoice', 'moving'])
      const { data } = await service.do('GET', '/v1/callbacks?overdue=true')
      expect(data.map(({ caseId }: { caseId: string }) => caseId)).toEqual([
        cases.invoice.id,
        cases.moving.id,
      ])
    } finally {
      service.clock.now = at('12:00:00')
    }
  })
})

describe('the list of callbacks has what is asked for, in the order in which they are due', () => {
  const caseOf = new Map<string, string>()
  const callbacks = async (query: string): Promise<string[]> => {
    const { data } = await service.do('GET', `/v1/callbacks?${query}`)
    for (const [name, { id }] of Object.entries(cases)) caseOf.set(id, name)
    return data.map(({ caseId }: { caseId: string }) => caseOf.get(caseId) ?? caseId)
  }

  test.each<[string, () => string, string[]]>([
    ['open', () => 'state=open', ['invoice', 'moving', 'chased']],
    ['kept', () => 'state=kept', ['answered']],
    ['released', () => 'state=released', ['withdrawn']],
    ['kept or rescheduled', () => 'state=kept,rescheduled', ['answered']],
    ['an owner’s', () => `ownerId=${scene.sanne.id}&state=open`, ['invoice', 'moving']],
    ['a team’s', () => `teamId=${other.team.id}`, ['withdrawn']],
    ['a customer’s', () => `customerId=${scene.customer.id}&state=open`, ['invoice', 'moving']],
    ['a case’s', () => `caseId=${cases.chased.id}`, ['chased']],
    ['overdue', () => 'overdue=true', ['invoice']],
    ['in time', () => 'overdue=false&state=open', ['moving', 'chased']],
    ['by a channel', () => 'channel=email', ['chased']],
    ['the customer called first', () => 'customerCalledFirst=true', []],
    ['from after', () => 'fromAfter=2027-01-12T10:00:00Z&state=open', ['moving', 'chased']],
    ['from before', () => 'fromBefore=2027-01-12T10:00:00.001Z&state=open', ['invoice']],
    ['until after', () => 'untilAfter=2027-01-12T14:00:00Z&state=open', ['chased']],
    ['until before', () => 'untilBefore=2027-01-12T14:00:00Z&state=open', ['invoice']],
  ])('%s', async (_, query, expected) => {
    expect(await callbacks(query())).toEqual(expected)
  })
})
