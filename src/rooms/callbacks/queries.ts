import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { OpenCase } from '../../case-file/locked-case.ts'
import { lateBy } from '../../case-file/promise/late-by.ts'
import { equals, type Filter, type Listing, listing } from '../../db/listing.ts'
import { statement } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { notAboutViewer, type Viewer, viewerOf, visible, visibleToMember } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { attempts, callbacks } from '../../tables/callbacks.ts'
import { cases } from '../../tables/cases.ts'
import { standIns } from '../../tables/people.ts'
import type { Callback, CallbackQuery, CallbackWithAttempts } from './contract.ts'

type CallbackRow = Omit<Callback, 'overdue' | 'lateBy'>

const columns = sql`b.id, b.case_id as "caseId", c.reference, b.owner_id as "ownerId", c.customer_id as "customerId",
  b.state, b.channel, b.address as "to", b.window_from as "from", b.window_until as "until", b.computed, b.yielded, b.attempts,
  b.next_try_at as "nextTryAt", b.made_at as "madeAt", b.closed_at as "closedAt", b.contact_id as "contactId",
  b.customer_called_first as "customerCalledFirst", b.replaced_by as "replacedBy", b.reason, b.version`
const joined = sql`from ${callbacks} b join ${cases} c on c.id = b.case_id`

const byId = statement<Viewer & { id: string }, CallbackRow & Pick<CallbackWithAttempts, 'history'>>(sql`
  select ${columns}, (select coalesce(json_agg(json_build_object('id', a.id, 'callbackId', a.callback_id, 'outcome', a.outcome,
      'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'summary', a.summary,
      'contactId', a.contact_id, 'employeeId', a.employee_id) order by a.id), '[]')
    from ${attempts} a where a.callback_id = b.id) as history
  ${joined} where b.id = ${sql.placeholder('id')} and ${visible}`)

/** One callback with every try at keeping it. Throws `not-found`. */
export async function showCallback({ db, actor, now }: Reader, id: string): Promise<CallbackWithAttempts> {
  const row = await db.row(byId, { id, ...viewerOf(actor) })
  if (!row) throw NotFound.because('There is no such callback.')
  const { history, ...callback } = row
  return { ...toCallback(callback, toWire(now)), history }
}

const moment = (column: 'b.window_from' | 'b.window_until', comparison: '<' | '>'): Filter => {
  const compared = sql.raw(`${column} ${comparison}`)
  return (value) => sql`${compared} ${value}::timestamptz`
}

const whole = {
  select: sql<CallbackRow>`select ${columns} ${joined}`,
  filters: {
    open: () => sql`b.state = 'open'`,
    overdue: () => sql`b.state = 'open' and b.window_until < ${sql.placeholder('now')}::timestamptz`,
    inTime: () => sql`not (b.state = 'open' and b.window_until < ${sql.placeholder('now')}::timestamptz)`,
    state: equals(sql`b.state`, 'text'),
    ownerId: equals(sql`b.owner_id`, 'uuid'),
    standInId: (value, many) => sql`b.state = 'open' and b.owner_id in (select p.owner_id from ${standIns} p
      where ${equals(sql`p.stand_in_id`, 'uuid')(value, many)} and p.from_at <= ${sql.placeholder('now')}::timestamptz
        and p.until_at > ${sql.placeholder('now')}::timestamptz and p.stand_in_id is distinct from c.about_employee_id)`,
    teamId: equals(sql`c.team_id`, 'uuid'),
    caseId: equals(sql`b.case_id`, 'uuid'),
    customerId: equals(sql`c.customer_id`, 'uuid'),
    channel: equals(sql`b.channel`, 'text'),
    customerCalledFirst: (value) => sql`b.customer_called_first = ${value}::boolean`,
    fromAfter: moment('b.window_from', '>'),
    fromBefore: moment('b.window_from', '<'),
    untilAfter: moment('b.window_until', '>'),
    untilBefore: moment('b.window_until', '<'),
  },
  order: [
    { column: sql`b.window_until`, key: 'until', type: 'timestamptz' },
    { column: sql`b.id`, key: 'id', type: 'uuid' },
  ],
  descending: false,
} satisfies Listing
const listAll = listing<CallbackRow>({ ...whole, always: notAboutViewer })
const listOfMember = listing<CallbackRow>({ ...whole, parts: visibleToMember })

/** The callbacks of cases that the caller sees, in the order in which their windows end. */
export async function listCallbacks(
  reader: Reader,
  { state, overdue, ...query }: z.output<typeof CallbackQuery>,
): Promise<Page<Callback>> {
  const now = toWire(reader.now)
  const onlyOpen = state?.every((s) => s === 'open') ?? false
  const asked = {
    ...query,
    open: onlyOpen ? true : undefined,
    state: onlyOpen ? undefined : state,
    overdue: overdue === true ? true : undefined,
    inTime: overdue === false ? true : undefined,
  }
  const viewer = viewerOf(reader.actor)
  const list = viewer.viewerSeesAll ? listAll : listOfMember
  const { data, nextCursor } = await list(reader, asked, { now, ...viewer })
  return { data: data.map((row) => toCallback(row, now)), nextCursor }
}

function toCallback(row: CallbackRow, now: string): Callback {
  return {
    ...row,
    overdue: row.state === 'open' && row.until < now,
    lateBy: lateBy(row.until, row.closedAt ?? now),
  }
}

/** The open callback of a case within a unit of work, as it is answered. */
export function openCallbackOf(kase: OpenCase, now: Temporal.Instant): Callback {
  const { callback } = kase.holds
  const row: CallbackRow = {
    id: callback.id,
    caseId: kase.id,
    reference: kase.reference,
    ownerId: kase.ownerId,
    customerId: kase.customerId,
    state: 'open',
    channel: callback.channel,
    to: callback.address,
    from: callback.windowFrom,
    until: callback.windowUntil,
    computed: callback.computed,
    yielded: callback.yielded,
    attempts: callback.attempts,
    nextTryAt: callback.nextTryAt,
    madeAt: callback.madeAt,
    closedAt: null,
    contactId: null,
    customerCalledFirst: false,
    replacedBy: null,
    reason: null,
    version: callback.version,
  }
  return toCallback(row, toWire(now))
}
