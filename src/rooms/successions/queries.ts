import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { readReferences } from '../../case-file/reference.ts'
import { equals, type Listing, listing } from '../../db/lists/listing.ts'
import { pick, type RowOf, renamed, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { notAboutViewer, type Viewer, viewerOf, visible, visibleToMember } from '../../facts/visibility.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { cases } from '../../tables/cases.ts'
import { successions } from '../../tables/successions.ts'
import type { Succession, SuccessionQuery } from './contract.ts'

const successionRow = {
  ...pick(successions, 's', 'id', 'caseId'),
  ...pick(cases, 'c', 'reference'),
  ...pick(successions, 's', 'cause', 'fromOwnerId', 'toOwnerId', 'reason', 'contactId'),
  ...renamed(successions, 's', { reportedBy: 'reportedById', confirmedBy: 'confirmedById' }),
  ...pick(successions, 's', 'requestedAt', 'completedAt', 'version'),
}
const from = sql`from ${successions} s join ${cases} c on c.id = s.case_id`
const withId = sql`${from} where s.id = ${sql.placeholder('id')}`

/** One succession as it is now, for whoever holds its case. */
export const successionById = selecting(successionRow)<{ id: string }>(withId)

const seenById = selecting(successionRow)<Viewer & { id: string }>(sql`${withId} and ${visible}`)

/** One succession of a case that the caller sees. Throws `not-found`. */
export async function showSuccession({ db, actor }: Reader, id: string): Promise<Succession> {
  const found = await db.row(seenById, { id, ...viewerOf(actor) })
  if (!found) throw NotFound.because('There is no such succession.')
  return found
}

const whole = {
  select: select(successionRow, from),
  filters: {
    cause: equals(sql`s.cause`, 'text'),
    caseId: equals(sql`s.case_id`, 'uuid'),
    reference: equals(sql`c.reference`, 'text'),
    fromOwnerId: equals(sql`s.from_owner_id`, 'uuid'),
    toOwnerId: equals(sql`s.to_owner_id`, 'uuid'),
    // What waits for the leave of somebody who is the owner no longer, waits for nothing.
    waiting: () => sql`s.completed_at is null and s.from_owner_id = c.owner_id and c.callback_id is not null`,
    settled: () =>
      sql`not (s.completed_at is null and s.from_owner_id = c.owner_id and c.callback_id is not null)`,
  },
  leads: {
    fromOwnerId: { column: sql`s.from_owner_id`, type: 'uuid' },
    toOwnerId: { column: sql`s.to_owner_id`, type: 'uuid' },
    waiting: { column: sql`(s.completed_at is null)`, type: 'boolean', value: sql`true` },
    cause: { column: sql`s.cause`, type: 'text' },
  },
  order: [{ column: sql`s.id`, key: 'id', type: 'uuid' }],
  descending: true,
} satisfies Listing<RowOf<typeof successionRow>>
const listAll = listing({ ...whole, always: notAboutViewer })
const listOfMember = listing({ ...whole, parts: visibleToMember })

/** The successions of the cases that the caller sees, the latest first. */
export const listSuccessions = (
  reader: Reader,
  { reference, waiting, ...query }: z.output<typeof SuccessionQuery>,
): Promise<Page<Succession>> => {
  const asked = {
    ...query,
    reference: readReferences(reference),
    waiting: waiting === true ? true : undefined,
    settled: waiting === false ? true : undefined,
  }
  const viewer = viewerOf(reader.actor)
  return (viewer.viewerSeesAll ? listAll : listOfMember)(reader, asked, { ...viewer })
}
