import { sql } from 'drizzle-orm'
import { orNull, pick, renamed } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { recordedAs, type Work } from '../../db/work.ts'
import { findByFilter } from '../../facts/find-by-filter.ts'
import { record } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { outreaches } from '../../tables/ahead/outreaches.ts'
import { organisation } from '../../tables/organisation.ts'
import { topics } from '../../tables/topics.ts'
import type { Outreach } from './contract.ts'
import { type Decided, type DecisionTerms, decideCustomers } from './decide-customers.ts'
import { countedWith, insertCustomers } from './insert-customers.ts'
import { toOutreach } from './outreach-row.ts'
import { minorOf, readSaid } from './read-said.ts'
import type { NewOutreach } from './write-contract.ts'

/** The currency, and the topic with this code where there is one. */
export const aroundOutreach = selecting({
  ...pick(organisation, 'org', 'currency'),
  ...orNull(renamed(topics, 't', { topicId: 'id', topicCode: 'code', topicName: 'name' })),
})<{ topic: string | null }>(
  sql`from ${organisation} org left join ${topics} t on t.code = ${sql.placeholder('topic')}`,
)

/**
 * Makes the draft of an outreach, with its customers where they are named or can be told. Throws `no-value-to-customer`, and
 * `unprocessable` for topics and customers that there are none of.
 */
export async function announceOutreach(work: Work, given: NewOutreach): Promise<Outreach> {
  const { tx, actor } = work
  const topic = given.topic ?? null
  const around = await tx.row(aroundOutreach, { topic })
  if (!around) throw new Error('there is always an organisation')
  const { currency, topicId, topicCode, topicName } = around
  const said = readSaid(given, currency, work.now)
  if (topic !== null && topicId === null) throw Unprocessable.at('/topic', 'is no topic')
  const id = newId()
  const terms = {
    outreachId: id,
    currency,
    decision: given.decision ?? 'inform',
    refund: given.refund ? minorOf(given.refund, currency, '/refund') : null,
    why: given.why ?? null,
  } as const
  const named = await decideCustomers(work, given.customers ?? [], terms, (place) => `/customers/${place}`)
  const known = new Set(named.map(({ customerId }) => customerId))
  const usual = given.filter && usualDecision(terms)
  const filtered = given.filter ? await findByFilter(work, given.filter) : []
  const doer = recordedAs(actor)
  const { outreachId: _, ...decided } = terms
  const row = {
    id,
    ...said,
    topicId,
    ...decided,
    state: 'draft' as const,
    announcedByKind: doer.kind,
    announcedById: doer.id,
    announcedAt: toWire(work.now),
    version: 1,
  }

  tx.insert(outreaches, row)
  const added = insertCustomers(work, id, [
    ...named,
    ...filtered.flatMap((customerId) => (usual && !known.has(customerId) ? [{ customerId, ...usual }] : [])),
  ])
  record(work, { type: 'outreach.announced', data: { outreachId: id, ...added } })
  const nobody = { customers: 0, waiting: 0, informed: 0, letSleep: 0, passedOver: 0, refunds: 0 }
  return toOutreach({
    ...row,
    topicCode,
    topicName,
    ...{ startedByKind: null, startedById: null, startedAt: null, endedAt: null },
    counts: countedWith(nobody, added),
    spent: 0,
  })
}

/** What is decided for all whom a filter finds. Throws `unprocessable` where it lacks its amount or its reason. */
function usualDecision({ decision, refund, why }: DecisionTerms): Omit<Decided, 'customerId'> {
  if (decision === 'letSleep' && why === null)
    throw Unprocessable.at('/why', 'is needed: why are they let sleep?')
  if (decision === 'informAndRefund' && refund === null)
    throw Unprocessable.at('/refund', 'is needed: how much do they get?')
  return {
    decision,
    refund: decision === 'informAndRefund' ? refund : null,
    why: decision === 'letSleep' ? why : null,
  }
}
