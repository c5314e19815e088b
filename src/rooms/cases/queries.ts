import { sql } from 'drizzle-orm'
import type { CaseRow } from '../../case-file/case-columns.ts'
import { readReference } from '../../case-file/reference.ts'
import { answerOf, selectCase } from '../../case-file/select-case.ts'
import { statement } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { type Viewer, viewerOf, visible } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound } from '../../lib/problems.ts'
import type { Case } from './contract.ts'
import { ReferenceMisread } from './problems.ts'

const byId = statement<Viewer & { id: string; now: string }, CaseRow>(
  sql`${selectCase} where c.id = ${sql.placeholder('id')} and ${visible}`,
)
const byReference = statement<Viewer & { reference: string; now: string }, CaseRow>(
  sql`${selectCase} where c.reference = ${sql.placeholder('reference')} and ${visible}`,
)

/** One case. Throws `not-found`. */
export const showCase = async ({ db, actor, now }: Reader, id: string): Promise<Case> =>
  shown(await db.row(byId, { id, now: toWire(now), ...viewerOf(actor) }), now)

/** One case by what the customer reads out. Throws `reference-misread` rather than show somebody else's case. */
export async function showCaseByReference({ db, actor, now }: Reader, given: string): Promise<Case> {
  const reference = readReference(given)
  if (reference === null)
    throw ReferenceMisread.because('The check digit does not fit: ask for the reference again.')
  return shown(await db.row(byReference, { reference, now: toWire(now), ...viewerOf(actor) }), now)
}

function shown(row: CaseRow | undefined, now: Temporal.Instant): Case {
  if (!row) throw NotFound.because('There is no such case.')
  return answerOf(row, toWire(now))
}
