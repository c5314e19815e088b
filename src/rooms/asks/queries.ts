import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { after, equals, type Listing, listing } from '../../db/lists/listing.ts'
import { now } from '../../db/moment.ts'
import { select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { notAboutViewer, type Viewer, viewerOf, visible, visibleToMemberBy } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { assertVisible } from '../contacts/queries.ts'
import { type AskRow, askRow, asksOfCases, fromAsks, toAsk } from './ask-row.ts'
import type { AskQuery, AskShown, CaseAskQuery } from './contract.ts'

const byId = selecting(askRow)<Viewer & { id: string }>(
  sql`${fromAsks} where x.id = ${sql.placeholder('id')} and ${visible}`,
)

/** One ask on a case that the caller sees. Throws `not-found`. */
export async function showAsk({ db, actor, now }: Reader, id: string): Promise<AskShown> {
  const row = await db.row(byId, { id, ...viewerOf(actor) })
  if (!row) throw NotFound.because('There is no such ask.')
  return toAsk(row, toWire(now))
}

const silent = sql`(x.by_silence or (x.state = 'open' and x.answer_by <= ${now}))`

const whole = {
  select: select(askRow, fromAsks),
  byKeys: { from: asksOfCases, seen: visible },
  filters: {
    state: (value, many) => {
      const is = (state: SQL) => equals(state, 'text')(value, many)
      return sql`case when ${silent} then ${is(sql`'granted'`)} else ${is(sql`x.state`)} end`
    },
    caseId: equals(sql`x.case_id`, 'uuid'),
    teamId: equals(sql`x.team_id`, 'uuid'),
    askedById: equals(sql`x.asked_by_id`, 'uuid'),
    bySilence: (value) => sql`${silent} = ${value}::boolean`,
    answerByAfter: after(sql`x.answer_by`),
    // It was asked by then.
    answerByBefore: (value) =>
      sql`x.answer_by < ${value}::timestamptz and x.asked_at < ${value}::timestamptz`,
    stored: equals(sql`x.state`, 'text'),
    spoken: () => sql`not x.by_silence`,
  },
  leads: {
    askedById: { column: sql`x.asked_by_id`, type: 'uuid' },
    stored: { column: sql`x.state`, type: 'text' },
    spoken: { column: sql`x.by_silence`, type: 'boolean', value: sql`false` },
    teamId: { column: sql`x.team_id`, type: 'uuid' },
  },
  planned: ['answerByAfter'],
  orderWith: {
    filters: ['answerByBefore'],
    order: [
      { column: sql`x.asked_at`, key: 'askedAt', type: 'timestamptz' },
      { column: sql`x.id`, key: 'id', type: 'uuid' },
    ],
  },
  order: [{ column: sql`x.id`, key: 'id', type: 'uuid' }],
  descending: true,
} satisfies Listing<AskRow>
const listAll = listing({ ...whole, always: notAboutViewer })
const listOfMember = listing({ ...whole, parts: visibleToMemberBy(sql`x.team_id`) })

/** The asks on the cases that the caller sees, the latest first. */
export async function listAsks(reader: Reader, query: z.output<typeof AskQuery>): Promise<Page<AskShown>> {
  const viewer = viewerOf(reader.actor)
  const list = viewer.viewerSeesAll ? listAll : listOfMember
  const asked = {
    ...query,
    // What was silent for long enough counts as granted before it is written down.
    stored: query.state?.flatMap((state) => (state === 'granted' ? ['granted', 'open'] : [state])),
    spoken: query.bySilence === false ? true : undefined,
  }
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

/** The asks on a case, as they were made. Throws `not-found`. */
export async function listAsksOfCase(
  reader: Reader,
  id: string,
  query: z.output<typeof CaseAskQuery>,
): Promise<Page<AskShown>> {
  const [found] = await Promise.all([
    ofCase(reader, query, { id, ...viewerOf(reader.actor), now: toWire(reader.now) }),
    assertVisible(reader, id),
  ])
  return shown(found, reader)
}

const shown = ({ data, nextCursor }: Page<AskRow>, { now }: Reader): Page<AskShown> => ({
  data: data.map((row) => toAsk(row, toWire(now))),
  nextCursor,
})
