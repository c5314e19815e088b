import { randomInt } from 'node:crypto'
import { everyReport } from '../../src/rooms/reports/every-report.ts'
import { houseRule, someDay } from '../requests/objects.ts'
import type { Wanted } from './every-reading.ts'
import { inbound, outbound } from './scene.ts'
import type { Answer, Service } from './service.ts'

/** A case with a secret in everything that was said about it, and all by which one could look for it. */
export interface HiddenCase {
  readonly id: string
  readonly reference: string
  readonly callbackId: string
  readonly customerId: string
  /** Each word that was said, once: in the subject, the question, a tag, a note, a contact and so on. */
  readonly words: readonly string[]
  readonly ids: readonly string[]
  readonly wanted: Wanted
}

interface People {
  readonly service: Service
  readonly owner: { readonly id: string }
  readonly teamId: string
  readonly aboutEmployeeId?: string
}

/** Opens a case, speaks about it, tries the callback, resolves it, and opens it again. It is open, and was resolved. */
export async function hideCase({ service, owner, teamId, aboutEmployeeId }: People): Promise<HiddenCase> {
  const words: string[] = []
  const word = (): string => {
    words.push(`zeldzaam${randomInt(1e9)}`)
    return words.at(-1) ?? ''
  }
  const phone = `+316${String(randomInt(1e8)).padStart(8, '0')}`
  const externalId = `C-${randomInt(1e9)}`
  const customer = await service.customer({
    teamId,
    phone,
    email: `c${externalId}@example.org`,
    segment: 'households',
    references: [{ system: 'crm', externalId }],
  })
  const say = (url: string, body: object): Promise<Answer['body']> =>
    service.do('POST', url, { as: owner.id, body })
  const kase = await say('/v1/cases', {
    customerId: customer.id,
    subject: `Again ${word()}`,
    question: `Why ${word()}?`,
    tags: [word()],
    topic: 'invoice',
    contact: { summary: `Angry ${word()}` },
    ...(aboutEmployeeId && { aboutEmployeeId }),
  })
  const [theirs, at] = ['/v1/callbacks', `/v1/cases/${kase.id}`]
  const note = await say(`${at}/notes`, { text: `Careful ${word()}` })
  const contact = await say(`${at}/contacts`, { ...inbound, summary: `Asks ${word()}` })
  await say(`${theirs}/${kase.callback.id}/attempts`, { outcome: 'no-answer', summary: `Nobody ${word()}` })
  const moved = await say(`${theirs}/${kase.callback.id}/reschedule`, {
    reason: `Busy ${word()}`,
    contact: { ...outbound, summary: `Told ${word()}` },
  })
  const { id: colleagueId } = await service.employee({ teamId: null })
  const ask = (question: string) => say(`${at}/consultations`, { employeeId: colleagueId, question })
  const asked = await ask(`Know ${word()}`)
  await service.do('POST', `/v1/consultations/${asked.id}/answer`, {
    as: colleagueId,
    body: { answer: `Because ${word()}` },
  })
  const declined = await ask(`Know ${word()}`)
  await service.do('POST', `/v1/consultations/${declined.id}/decline`, {
    as: colleagueId,
    body: { reason: `Not ${word()}`, mightKnow: owner.id },
  })
  const dropped = await ask(`Know ${word()}`)
  await say(`/v1/consultations/${dropped.id}/withdraw`, { reason: `Found ${word()}` })
  const rule = await service.do('POST', '/v1/rules', { body: houseRule(owner.id) })
  const bends = { ruleId: rule.id, benefit: `Gets ${word()}`, reason: `Since ${word()}` }
  const bent = await say(`${at}/deviations`, bends)
  await service.do('PUT', '/v1/values', {
    body: { values: [{ code: 'honest', name: 'Honest', meaning: 'We say what went wrong.' }] },
  })
  const give = (reason: string) =>
    say(`${at}/gestures`, {
      kind: 'credit',
      amount: { amount: '1.00', currency: 'EUR' },
      reason,
      values: ['honest'],
    })
  const given = await give(`Sorry ${word()}`)
  const kept = await give(`Sorry ${word()}`)
  await say(`/v1/gestures/${kept.id}/withdraw`, { reason: `Twice ${word()}` })
  const wished = await say(`${at}/asks`, {
    wish: `Boiler ${word()}`,
    amount: { amount: '1.00', currency: 'EUR' },
    reason: `Because ${word()}`,
  })
  await say(`${at}/resolve`, { outcome: 'answered', summary: `Paid ${word()}`, contact: outbound })
  const again = await say(`${at}/reopen`, { reason: `Not paid ${word()}`, contact: inbound })
  const open = await ask(`Know ${word()}`)
  const danger = await say(`${at}/successions`, { cause: 'safety', reason: `Threats ${word()}` })
  const absence = await service.do('POST', `/v1/employees/${owner.id}/absences`, { body: someDay() })
  const told = {
    callId: `pbx-${randomInt(1e9)}`,
    event: 'ended',
    direction: 'inbound',
    from: phone,
    to: '+31201234567',
  }
  const call = await service.do('POST', '/v1/calls', { body: told })
  const { data: events } = await service.do('GET', `/v1/events?caseId=${kase.id}&limit=200`)

  const [past, future] = ['2020-01-01T00:00:00Z', '2098-01-01T00:00:00Z']
  return {
    id: kase.id,
    reference: kase.reference,
    callbackId: again.callback.id,
    customerId: customer.id,
    words,
    ids: [
      kase.id,
      kase.reference,
      kase.callback.id,
      moved.id,
      again.callback.id,
      note.id,
      contact.id,
      danger.id,
      asked.id,
      declined.id,
      dropped.id,
      open.id,
      bent.id,
      given.id,
      wished.id,
      kept.id,
    ],
    wanted: {
      caseId: kase.id,
      callbackId: again.callback.id,
      absenceId: absence.id,
      consultationId: open.id,
      gestureId: given.id,
      askId: wished.id,
      bySilence: ['true', 'false'],
      'state of listAsks': ['withdrawn', 'open,granted,refused,withdrawn'],
      'state of listCaseAsks': ['withdrawn', 'open,granted,refused,withdrawn'],
      budgetId: given.id,
      grantedById: owner.id,
      value: 'honest',
      period: 'month',
      'kind of listGestures': 'credit',
      'kind of listBudgets': 'team',
      'state of listGestures': ['granted', 'granted,fulfilled,withdrawn'],
      'state of listCaseGestures': ['granted', 'granted,fulfilled,withdrawn'],
      callId: call.id,
      'callId of listCalls': told.callId,
      'state of listCalls': ['missed', 'ringing,answered,missed,ended'],
      'from of listCalls': phone,
      to: told.to,
      ruleId: rule.id,
      reviewDue: ['true', 'false'],
      'state of listIdeas': 'open',
      'state of listHeadsUps': 'announced',
      'kind of listHeadsUps': 'other',
      'state of listOutreaches': 'draft',
      'state of listOutreachCustomers': 'waiting',
      'because of listOutreachCustomers': 'opted-out',
      decision: 'inform',
      'kind of listDisturbances': 'letter',
      overridden: ['true', 'false'],
      supportedById: owner.id,
      authorId: owner.id,
      'state of listRules': 'active',
      'code of listRules': rule.code,
      'kind of listRules': 'house',
      consultedId: colleagueId,
      askedById: owner.id,
      customerId: customer.id,
      teamId,
      topicId: kase.id,
      employeeId: owner.id,
      ownerId: owner.id,
      standInId: owner.id,
      successionId: danger.id,
      fromOwnerId: owner.id,
      toOwnerId: owner.id,
      cause: 'safety',
      aboutEmployeeId: aboutEmployeeId ?? owner.id,
      reference: kase.reference,
      phone,
      email: `c${externalId}@example.org`,
      system: 'crm',
      externalId,
      segment: 'households',
      q: [...words, kase.reference, customer.name, phone],
      code: 'invoice',
      'expand of listCases': ['customer,callback', 'customer'],
      'expand of getCase': 'customer,callback',
      'expand of getCaseByReference': 'customer,callback',
      'expand of listCallbacks': ['case,customer', 'case'],
      'expand of getCallback': 'case,customer',
      expand: 'case',
      'order of listCases': ['openedAt', 'updatedAt', '-updatedAt'],
      'order of listCallbacks': ['-until', 'madeAt', '-madeAt'],
      ideaId: kase.id,
      week: '2026-W48',
      headsUpId: kase.id,
      outreachId: kase.id,
      importId: kase.id,
      webhookId: kase.id,
      eventId: kase.id,
      ticket: 'none',
      by: 'month',
      ...Object.fromEntries(
        everyReport.map(({ name }) => [`format of report${name[0]?.toUpperCase()}${name.slice(1)}`, 'csv']),
      ),
      token: 'none',
      topic: 'invoice',
      tag: kase.tags[0],
      status: ['open', 'resolved', 'open,resolved'],
      state: ['open', 'open,kept,rescheduled,released'],
      origin: 'question',
      channel: 'phone',
      outcome: 'answered',
      'kind of exportRows': 'cases',
      format: ['ndjson', 'csv'],
      bom: ['true', 'false'],
      direction: ['inbound', 'outbound'],
      kind: ['person', 'question'],
      role: 'member',
      discipline: 'both',
      extension: '204',
      type: 'case.opened',
      after: [events[0].id, 'now'],
      id: [kase.id, again.callback.id],
      from: service.clock.now?.toString() ?? Temporal.Now.instant().toString(),
      until: (service.clock.now ?? Temporal.Now.instant()).add({ hours: 24 * 7 }).toString(),
      duration: 'PT30M',
      ...Object.fromEntries(
        ['active', 'waiting', 'all', 'overdue', 'chased', 'customerCalledFirst'].map((flag) => [
          flag,
          ['true', 'false'],
        ]),
      ),
      ...Object.fromEntries(
        [
          'opened',
          'updated',
          'resolved',
          'due',
          'from',
          'until',
          'needBy',
          'at',
          'granted',
          'answerBy',
          'created',
          'from',
          'until',
        ].flatMap((name) => [
          [`${name}After`, past],
          [`${name}Before`, future],
        ]),
      ),
    },
  }
}
