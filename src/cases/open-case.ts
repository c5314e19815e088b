import { sql } from 'drizzle-orm'
import {
  type Assignment,
  type Candidate,
  leastLoadedMember,
  selectMember,
} from '../assignment/choose-owner.ts'
import { promiseCallback } from '../callbacks/promise-callback.ts'
import { createCustomer } from '../customers/create-customer.ts'
import { OrganisationNotReady } from '../customers/problems.ts'
import { statement } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { newId } from '../lib/id.ts'
import { toWire } from '../lib/instant.ts'
import { Unprocessable, ValidationFailed } from '../lib/problems.ts'
import { cases } from '../tables/cases.ts'
import { customers } from '../tables/customers.ts'
import { organisation, topics } from '../tables/organisation.ts'
import { toCase } from './case-row.ts'
import type { OpenCase, OpenedCase } from './contract.ts'
import { type Draft, recordOnCase } from './draft.ts'
import { endCase } from './end-case.ts'
import { addContact } from './record-contact.ts'
import { referenceOf } from './reference.ts'
import { assertTold, type Witness } from './rules.ts'

interface Asker {
  readonly id: string
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly preferredChannel: Draft['customerPreferredChannel']
  readonly anonymous: boolean
  readonly teamId: string
}

interface Intake {
  readonly number: number
  readonly country: string
  readonly topicId: string | null
  readonly topicCode: string | null
  readonly topicName: string | null
  readonly customer: Asker | null
  readonly related: OpenedCase['related']
  /** The member of a team who takes the question, or whom a system names. */
  readonly named: Candidate | null
}

const intake = statement<
  { customerId: string | null; topic: string | null; namedId: string | null },
  Intake
>(sql`
  select nextval('case_references')::integer as number, org.country, t.id as "topicId", t.code as "topicCode", t.name as "topicName",
    (select json_build_object('id', id, 'name', name, 'phone', phone, 'email', email,
        'preferredChannel', preferred_channel, 'anonymous', anonymous, 'teamId', team_id)
      from ${customers} where id = ${sql.placeholder('customerId')}) as customer,
    (select coalesce(json_agg(json_build_object('id', id, 'reference', reference, 'subject', subject,
        'ownerId', owner_id, 'openedAt', to_char(opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by id), '[]')
      from (select * from ${cases} where customer_id = ${sql.placeholder('customerId')} and callback_id is not null
        order by id limit 20) open) as related,
    (select row_to_json(member) from (${selectMember(sql`${sql.placeholder('namedId')}`)}) member) as named
  from ${organisation} org left join ${topics} t on t.code = ${sql.placeholder('topic')}`)

/**
 * Opens a case: with an owner (laws 1 and 3) and with a promise (law 4), or resolved in the same contact. Throws
 * `organisation-not-ready` before the first team has its first member, and `unprocessable` for what does not exist.
 */
export async function openCase(work: Work, given: OpenCase): Promise<OpenedCase> {
  const namedId = whoTakes(work, given)
  const asked = { customerId: given.customerId ?? null, topic: given.topic ?? null, namedId }
  const [found, made] = await Promise.all([
    work.tx.row(intake, asked),
    given.customer && createCustomer(work, given.customer, '/customer'),
  ])
  const customer: Asker | undefined = made ?? found?.customer ?? undefined
  if (!found || !customer) throw Unprocessable.at('/customerId', 'is no customer')
  if (asked.topic !== null && found.topicId === null) throw Unprocessable.at('/topic', 'is no topic')
  const assignment =
    namedId === null
      ? await leastLoadedMember(work, customer.teamId, given.aboutEmployeeId ?? null)
      : takenBy(work, given, found.named)
  if (!assignment)
    throw OrganisationNotReady.because('No team has an active member yet, so nobody could own a question.')
  const kase = draftOf(work, given, found, customer, assignment)

  const { ownerId, teamId, origin, channel } = kase
  recordOnCase(work, kase, 'case.opened', { ownerId, teamId, reason: assignment.reason, origin, channel })
  const heard = {
    channel: given.channel ?? (work.actor.employee ? 'phone' : 'web'),
    ...given.contact,
    direction: 'inbound',
  } as const
  const { witness } = addContact(work, kase, heard, {
    pointer: '/contact',
    opening: true,
    spokenBy: spokenBy(work, given, assignment),
  })
  const callbackId = given.resolution ? null : promiseCallback(work, kase, given.callback ?? {}, '/callback')
  const resolutionId = given.resolution
    ? resolveAtOnce(work, kase, given.resolution, given.contact?.summary, witness)
    : null
  work.tx.insert(cases, {
    ...rowOf(kase, given, found, assignment),
    callbackId,
    resolutionId,
    resolvedAt: kase.resolvedAt,
  })
  return { ...toCase(kase, toWire(work.now)), related: found.related }
}

/** First-contact resolution: the customer has the answer from the owner, in the contact that opened the case. */
function resolveAtOnce(
  work: Work,
  kase: Draft,
  { outcome, summary }: NonNullable<OpenCase['resolution']>,
  said: string | undefined,
  witness: Witness,
): string {
  if (summary === undefined && said === undefined)
    throw ValidationFailed.at('/resolution/summary', 'is needed: what did the customer hear?')
  assertTold(outcome, witness, '')

  const id = newId()
  endCase(work, kase, id, { outcome, summary: summary ?? said ?? '' }, witness)
  return id
}

/**
 * Law 3: whoever takes it owns it, and a system may name who took it. Null leaves it to the team: what a specialist
 * takes as well, since intake never fails and a specialist never owns, and a complaint about whoever takes it.
 */
function whoTakes({ actor: { employee } }: Work, { ownerId, aboutEmployeeId }: OpenCase): string | null {
  if (!employee) return ownerId ?? null
  if (ownerId !== undefined && ownerId !== employee.id) {
    throw Unprocessable.at('/ownerId', 'must be you: whoever takes a question owns it')
  }
  return employee.teamId === null || employee.id === aboutEmployeeId ? null : employee.id
}

function takenBy({ actor }: Work, { aboutEmployeeId }: OpenCase, owner: Candidate | null): Assignment {
  if (!owner) throw Unprocessable.at('/ownerId', 'is no active member of a team')
  if (owner.id === aboutEmployeeId) throw Unprocessable.at('/aboutEmployeeId', 'cannot be the owner')
  return { owner, reason: actor.employee ? 'taken' : 'named' }
}

/** Who spoke with the customer: whoever takes it, or whom the telephone system names. A form was read by nobody yet. */
const spokenBy = (work: Work, given: OpenCase, { owner }: Assignment): string | null =>
  work.actor.employee?.id ?? (given.ownerId === undefined ? null : owner.id)

function draftOf(
  work: Work,
  given: OpenCase,
  found: Intake,
  customer: Asker,
  { owner, reason }: Assignment,
): Draft {
  const { actor } = work
  return {
    id: newId(),
    reference: referenceOf(found.number),
    customerId: customer.id,
    customerName: customer.name,
    customerPhone: customer.phone,
    customerEmail: customer.email,
    customerPreferredChannel: customer.preferredChannel,
    customerAnonymous: customer.anonymous,
    ownerId: owner.id,
    ownerName: owner.name,
    ownerExtension: owner.extension,
    teamId: owner.teamId,
    teamTimeZone: owner.teamTimeZone,
    callbackWithin: owner.callbackWithin,
    country: found.country,
    topicCode: found.topicCode,
    topicName: found.topicName,
    subject: given.subject ?? subjectOf(given.question),
    question: given.question,
    tags: given.tags ?? [],
    origin: given.origin ?? 'question',
    channel: given.channel ?? given.contact?.channel ?? (actor.employee ? 'phone' : 'web'),
    openedByKind: actor.employee ? 'employee' : actor.kind,
    openedById: actor.employee?.id ?? actor.id,
    assignmentReason: reason,
    chases: 0,
    openedAt: toWire(work.now),
    ...nothingYet,
  }
}

const nothingYet = {
  version: 0,
  resolvedAt: null,
  callbackId: null,
  callbackChannel: 'phone',
  callbackAddress: null,
  callbackFrom: '',
  callbackUntil: '',
  callbackMadeAt: '',
  callbackAttempts: 0,
  callbackNextTryAt: null,
  callbackVersion: 0,
  callbackComputed: false,
  attemptsNeeded: 0,
  attemptDaysNeeded: 0,
  attemptPause: '',
  outcome: null,
  resolutionSummary: '',
  resolutionContactId: null,
  resolutionMoment: null,
  duplicateOf: null,
  resolvedById: '',
} as const

function rowOf(kase: Draft, given: OpenCase, { topicId }: Intake, { reason }: Assignment) {
  const {
    id,
    reference,
    customerId,
    ownerId,
    teamId,
    subject,
    question,
    origin,
    channel,
    openedByKind,
    openedById,
    openedAt,
    version,
  } = kase
  const aboutEmployeeId = given.aboutEmployeeId ?? null
  return {
    id,
    reference,
    customerId,
    ownerId,
    teamId,
    topicId,
    subject,
    question,
    tags: [...kase.tags],
    origin,
    channel,
    openedByKind,
    openedById,
    openedAt,
    version,
    aboutEmployeeId,
    assignmentReason: reason,
  }
}

const longest = 80

/** The first words of a question, where nobody wrote a subject. */
function subjectOf(question: string): string {
  const [firstLine = ''] = question.split('\n', 1)
  if (firstLine.length <= longest) return firstLine
  const cut = firstLine.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).toWellFormed()}…`
}
