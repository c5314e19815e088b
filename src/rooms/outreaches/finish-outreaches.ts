import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { beginWork, readsNothing } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { type Clock, toWire } from '../../lib/instant.ts'
import { outreachCustomers } from '../../tables/ahead/outreach-customers.ts'
import { outreaches } from '../../tables/ahead/outreaches.ts'

const finished = selecting({
  ...pick(outreaches, 'o', 'id', 'startedByKind', 'startedById', 'version'),
  informed: sql<number>`(select count(x.case_id)::integer from ${outreachCustomers} x where x.outreach_id = o.id)`,
  passedOver: sql<number>`(select count(x.because)::integer from ${outreachCustomers} x where x.outreach_id = o.id)`,
})<object>(sql`from ${outreaches} o where o.state = 'running'
  and not exists (select from ${outreachCustomers} x where x.outreach_id = o.id and x.state = 'waiting')
  order by o.id limit 1 for no key update of o skip locked`)

/** Ends the outreaches in which nobody waits any more, each once. */
export async function finishOutreaches(db: Database, clock: Clock): Promise<void> {
  while (await finishOne(db, clock)) {}
}

async function finishOne(db: Database, clock: Clock): Promise<boolean> {
  const tx = await db.transaction()
  let isFound = false
  try {
    const found = await tx.lock(finished, {})
    if (found?.startedByKind && found.startedById) {
      isFound = true
      const { id, informed, passedOver } = found
      const name = { kind: found.startedByKind, id: found.startedById }
      const actor = { ...name, onBehalfOf: null, employee: null, reads: readsNothing }
      const work = beginWork({ tx, actor, precondition: null, clock })
      const endedAt = toWire(work.now)
      tx.update(outreaches, { id }, { state: 'done', endedAt, version: found.version + 1 })
      record(work, { type: 'outreach.done', data: { outreachId: id, informed, passedOver } })
    }
  } catch (error) {
    await tx.rollback()
    throw error
  }
  await tx.commit()
  return isFound
}
