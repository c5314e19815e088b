import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { outreaches } from '../../tables/ahead/outreaches.ts'
import type { Outreach } from './contract.ts'
import { toOutreach } from './outreach-row.ts'
import { lockOutreach } from './queries.ts'
import { inState } from './rules.ts'

/**
 * Pauses an outreach, or stops it for good; again it changes nothing. When it is answered nobody is being informed any more,
 * and what was promised stays promised. Throws `outreach-state` for what does not run, or is over.
 */
export async function haltOutreach(work: Work, id: string, to: 'paused' | 'stopped'): Promise<Outreach> {
  const row = await lockOutreach(work, id)
  assertExpected(work, row.version)
  const { state } = row
  if (state === to) return toOutreach(row)
  if (to === 'paused' && state !== 'running') throw inState(state, 'Only what runs can be paused.')
  if (state === 'stopped' || state === 'done') throw inState(state, 'It is over, and stays so.')
  const endedAt = to === 'stopped' ? toWire(work.now) : null
  const set = { state: to, endedAt, version: row.version + 1 }

  work.tx.update(outreaches, { id }, set)
  const { waiting } = row.counts
  record(work, { type: `outreach.${to}`, data: { outreachId: id, waiting } })
  return toOutreach({ ...row, ...set })
}
