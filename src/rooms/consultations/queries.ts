import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { readReferences } from '../../case-file/reference.ts'
import { after, equals, type Listing, listing } from '../../db/lists/listing.ts'
import { now } from '../../db/moment.ts'
import { select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { idsOfTopics } from '../../facts/ids-of-topics.ts'
import { notAboutViewer, type Viewer, viewerOf, visible, visibleToMemberBy } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { assertVisible } from '../contacts/queries.ts'
import {
  type ConsultationRow,
  consultationRow,
  consultationsOfCases,
  fromConsultations,
  toConsultation,
} from './consultation-row.ts'
import type { CaseConsultationQuery, Consultation, ConsultationQuery } from './contract.ts'

const byId = selecting(consultationRow)<Viewer & { id: string }>(
  sql`${fromConsultations} where x.id = ${sql.placeholder('id')} and ${visible}`,
)

/** One consultation of a case that the caller sees. Throws `not-found`. */
export async function showConsultation({ db, actor, now }: Reader, id: string): Promise<Consultation> {
  const row = await db.row(byId, { id, ...viewerOf(actor) })
  if (!row) throw NotFound.because('There is no such consultation.')
  return toConsultation(row, toWire(now))
}

const whole = {
  select: select(consultationRow, fromConsultations),
  byKeys: { from: consultationsOfCases, seen: visible },
  filters: {
    state: equals(sql`x.state`, 'text'),
    kind: equals(sql`x.kind`, 'text'),
    consultedId: equals(sql`x.consulted_id`, 'uuid'),
    askedById: equals(sql`x.asked_by_id`, 'uuid'),
    caseId: equals(sql`x.case_id`, 'uuid'),
    reference: equals(sql`c.reference`, 'text'),
    topicId: equals(sql`x.topic_id`, 'uuid'),
    overdue: () => sql`x.state = 'open' and x.need_by < ${now}`,
    inTime: () => sql`not (x.state = 'open' and x.need_by < ${now})`,
    needByAfter: after(sql`x.need_by`),
    // It was asked by then.
    needByBefore: (value) => sql`x.need_by < ${value}::timestamptz and x.asked_at < ${value}::timestamptz`,
  },
  leads: {
    consultedId: { column: sql`x.consulted_id`, type: 'uuid' },
    askedById: { column: sql`x.asked_by_id`, type: 'uuid' },
    topicId: { column: sql`x.topic_id`, type: 'uuid' },
    overdue: { column: sql`x.state`, type: 'text', value: sql`'open'` },
    state: { column: sql`x.state`, type: 'text' },
    kind: { column: sql`x.kind`, type: 'text' },
  },
  planned: ['needByAfter'],
  orderWith: {
    filters: ['needByBefore'],
    order: [
      { column: sql`x.asked_at`, key: 'askedAt', type: 'timestamptz' },
      { column: sql`x.id`, key: 'id', type: 'uuid' },
    ],
  },
  order: [{ column: sql`x.id`, key: 'id', type: 'uuid' }],
  descending: true,
} satisfies Listing<ConsultationRow>
const listAll = listing({ ...whole, always: notAboutViewer })
const listOfMember = listing({ ...whole, parts: visibleToMemberBy(sql`x.own_team_id`) })

/** The consultations of the cases that the caller sees, the latest first. */
export async function listConsultations(
  reader: Reader,
  { overdue, topic, reference, ...query }: z.output<typeof ConsultationQuery>,
): Promise<Page<Consultation>> {
  const asked = {
    ...query,
    reference: readReferences(reference),
    overdue: overdue === true ? true : undefined,
    inTime: overdue === false ? true : undefined,
    topicId: topic && (await idsOfTopics(reader, topic)),
  }
  const viewer = viewerOf(reader.actor)
  const list = viewer.viewerSeesAll ? listAll : listOfMember
  return shown(await list(reader, asked, { ...viewer, now: toWire(reader.now) }), reader)
}

const ofCase = listing({
  ...whole,
  leads: {},
  planned: [],
  orderWith: undefined,
  always: sql`x.case_id = ${sql.placeholder('id')} and ${visible}`,
  descending: false,
})

/** The consultations of a case, as they were asked. Throws `not-found`. */
export async function listConsultationsOfCase(
  reader: Reader,
  id: string,
  query: z.output<typeof CaseConsultationQuery>,
): Promise<Page<Consultation>> {
  const [found] = await Promise.all([
    ofCase(reader, query, { id, ...viewerOf(reader.actor) }),
    assertVisible(reader, id),
  ])
  return shown(found, reader)
}

const shown = ({ data, nextCursor }: Page<ConsultationRow>, { now }: Reader): Page<Consultation> => ({
  data: data.map((row) => toConsultation(row, toWire(now))),
  nextCursor,
})
