import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { after, before, equals, type Listing, listing } from '../../db/lists/listing.ts'
import { select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { notAboutViewer, type Viewer, viewerOf, visible, visibleToMemberBy } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { assertVisible } from '../contacts/queries.ts'
import type { CaseGestureQuery, Gesture, GestureQuery } from './contract.ts'
import { came, fromGestures, type GestureRow, gestureRow, gesturesOfCases, toGesture } from './gesture-row.ts'

const byId = selecting(gestureRow)<Viewer & { id: string; now: string }>(
  sql`${fromGestures} where x.id = ${sql.placeholder('id')} and ${visible} and ${came}`,
)

/** One gesture of a case that the caller sees. Throws `not-found`. */
export async function showGesture({ db, actor, now }: Reader, id: string): Promise<Gesture> {
  const row = await db.row(byId, { id, now: toWire(now), ...viewerOf(actor) })
  if (!row) throw NotFound.because('There is no such gesture.')
  return toGesture(row)
}

const whole = {
  select: select(gestureRow, fromGestures),
  byKeys: { from: gesturesOfCases, seen: visible },
  filters: {
    state: equals(sql`x.state`, 'text'),
    kind: equals(sql`x.kind`, 'text'),
    caseId: equals(sql`x.case_id`, 'uuid'),
    teamId: equals(sql`x.team_id`, 'uuid'),
    ownerId: equals(sql`x.owner_id`, 'uuid'),
    grantedById: equals(sql`x.granted_by_id`, 'uuid'),
    // The index holds those that have any.
    value: (value, many) => sql`x.values <> '{}'
      and ${many ? sql`x.values && ${value}::text[]` : sql`x.values @> array[${value}::text]`}`,
    grantedAfter: after(sql`x.granted_at`),
    grantedBefore: before(sql`x.granted_at`),
  },
  leads: {
    grantedById: { column: sql`x.granted_by_id`, type: 'uuid' },
    ownerId: { column: sql`x.owner_id`, type: 'uuid' },
    kind: { column: sql`x.kind`, type: 'text' },
    state: { column: sql`x.state`, type: 'text' },
    teamId: { column: sql`x.team_id`, type: 'uuid' },
  },
  planned: ['value'],
  orderWith: {
    filters: ['grantedAfter', 'grantedBefore'],
    order: [
      { column: sql`x.granted_at`, key: 'grantedAt', type: 'timestamptz' },
      { column: sql`x.id`, key: 'id', type: 'uuid' },
    ],
  },
  order: [{ column: sql`x.id`, key: 'id', type: 'uuid' }],
  descending: true,
} satisfies Listing<GestureRow>
const listAll = listing({ ...whole, always: sql`${notAboutViewer} and ${came}` })
const listOfMember = listing({ ...whole, always: came, parts: visibleToMemberBy(sql`x.team_id`) })

/** The gestures on the cases that the caller sees, the latest first. */
export async function listGestures(
  reader: Reader,
  query: z.output<typeof GestureQuery>,
): Promise<Page<Gesture>> {
  const viewer = viewerOf(reader.actor)
  return shown(
    await (viewer.viewerSeesAll ? listAll : listOfMember)(reader, query, {
      ...viewer,
      now: toWire(reader.now),
    }),
  )
}

const ofCase = listing({
  ...whole,
  leads: {},
  planned: [],
  orderWith: undefined,
  always: sql`x.case_id = ${sql.placeholder('id')} and ${visible} and ${came}`,
  descending: false,
})

/** The gestures on a case, as they were granted. Throws `not-found`. */
export async function listGesturesOfCase(
  reader: Reader,
  id: string,
  query: z.output<typeof CaseGestureQuery>,
): Promise<Page<Gesture>> {
  const [found] = await Promise.all([
    ofCase(reader, query, { id, now: toWire(reader.now), ...viewerOf(reader.actor) }),
    assertVisible(reader, id),
  ])
  return shown(found)
}

const shown = ({ data, nextCursor }: Page<GestureRow>): Page<Gesture> => ({
  data: data.map(toGesture),
  nextCursor,
})
