import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toMoney } from '../../lib/money.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { outreaches } from '../../tables/ahead/outreaches.ts'
import { aroundOutreach } from './announce-outreach.ts'
import type { Outreach } from './contract.ts'
import { toOutreach } from './outreach-row.ts'
import { lockOutreach } from './queries.ts'
import { readSaid } from './read-said.ts'
import { assertDraft, assertMayTend } from './rules.ts'
import type { OutreachChange } from './write-contract.ts'

/** Changes what a draft says; null is what it says when left out. Throws `outreach-state` once it has started. */
export async function changeOutreach(work: Work, id: string, change: OutreachChange): Promise<Outreach> {
  const row = await lockOutreach(work, id)
  assertExpected(work, row.version)
  assertMayTend(work.actor, row)
  assertDraft(row)
  const { topic, ...said } = change
  const now = {
    ...row,
    budget: toMoney(row.budget, row.currency),
    quietHours: { from: row.quietFrom, until: row.quietUntil },
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
  }
  const around = typeof topic === 'string' ? await work.tx.row(aroundOutreach, { topic }) : undefined
  if (around && around.topicId === null) throw Unprocessable.at('/topic', 'is no topic')
  const set = {
    ...readSaid(now, row.currency, work.now),
    topicId: topic === undefined ? row.topicId : (around?.topicId ?? null),
    version: row.version + 1,
  }

  work.tx.update(outreaches, { id }, set)
  record(work, { type: 'outreach.changed', data: { outreachId: id, fields: Object.keys(change) } })
  return toOutreach({
    ...row,
    ...set,
    topicCode: topic === undefined ? row.topicCode : (around?.topicCode ?? null),
    topicName: topic === undefined ? row.topicName : (around?.topicName ?? null),
  })
}
