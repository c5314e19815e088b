import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { readReferences } from '../../case-file/reference.ts'
import { after, before, equals, type Filter, type Listing, listing } from '../../db/lists/listing.ts'
import { now } from '../../db/moment.ts'
import { select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { underWay } from '../../facts/absent-now.ts'
import { currentCustomers } from '../../facts/current-customers.ts'
import {
  isTheirTeam,
  notAboutViewer,
  type Viewer,
  viewerOf,
  visible,
  visibleToMember,
} from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { standIns } from '../../tables/people.ts'
import {
  type CallbackRow,
  callbackOfCase,
  callbackRow,
  callbackTables,
  toCallback,
} from './callback-answer.ts'
import type { Callback, CallbackQuery, CallbackWithAttempts } from './contract.ts'
import { history } from './history.ts'

const oneById = selecting({ ...callbackRow, history })<Viewer & { id: string }>(
  sql`${callbackTables} where b.id = ${sql.placeholder('id')} and ${visible}`,
)

/** One callback with every try at keeping it. Throws `not-found`. */
export async function showCallback({ db, actor, now }: Reader, id: string): Promise<CallbackWithAttempts> {
  const row = await db.row(oneById, { id, ...viewerOf(actor) })
  if (!row) throw NotFound.because('There is no such callback.')
  const { history: tries, ...callback } = row
  return { ...toCallback(callback, toWire(now)), history: tries }
}

/** For whom they stand in now. */
const ownersOf: Filter = (value, many) => sql`select p.owner_id from ${standIns} p
  where ${equals(sql`p.stand_in_id`, 'uuid')(value, many)} and ${underWay('p')}`

const whole = {
  select: select(callbackRow, callbackTables),
  byKeys: { from: callbackOfCase, seen: visible },
  filters: {
    open: () => sql`b.state = 'open'`,
    overdue: () => sql`b.state = 'open' and b.window_until < ${now}`,
    inTime: () => sql`not (b.state = 'open' and b.window_until < ${now})`,
    state: equals(sql`b.state`, 'text'),
    id: equals(sql`b.id`, 'uuid'),
    ownerId: equals(sql`b.owner_id`, 'uuid'),
    standInId: (value: SQL, many: boolean) => sql`b.state = 'open' and b.owner_id in (${ownersOf(value, many)}
      and p.stand_in_id is distinct from c.about_employee_id)`,
    teamId: equals(sql`c.team_id`, 'uuid'),
    caseId: equals(sql`b.case_id`, 'uuid'),
    reference: equals(sql`c.reference`, 'text'),
    customerId: equals(sql`c.customer_id`, 'uuid'),
    channel: equals(sql`b.channel`, 'text'),
    calledFirst: () => sql`b.customer_called_first`,
    notCalledFirst: () => sql`not b.customer_called_first`,
    // It ends later still. That bounds the walk; said with > as well, both would be taken for conditions that few pass.
    fromAfter: (value: SQL) =>
      sql`b.window_until > ${value}::timestamptz and timestamptz_gt(b.window_from, ${value}::timestamptz)`,
    fromBefore: before(sql`b.window_from`),
    untilAfter: after(sql`b.window_until`),
    untilBefore: before(sql`b.window_until`),
  },
  planned: [
    ...[
      'state',
      'teamId',
      'inTime',
      'calledFirst',
      'notCalledFirst',
      'fromAfter',
      'fromBefore',
      'untilAfter',
      'untilBefore',
    ],
    ...['reference', 'customerId', 'caseId'],
  ],
}
/** By indexes that end as the list is ordered. */
const leads = {
  ownerId: { column: sql`b.owner_id`, type: 'uuid' },
  standInId: { column: sql`b.owner_id`, type: 'uuid', values: ownersOf },
  channel: { column: sql`b.channel`, type: 'text' },
} as const
const byId = [{ column: sql`b.id`, key: 'id', type: 'uuid' }] as const
const byEnd = [{ column: sql`b.window_until`, key: 'until', type: 'timestamptz' }, ...byId] as const

const everyFilter = Object.keys(whole.filters)

/** A list for each order, so that a cursor of one is none of another. */
const listsOf = (seen: Pick<Listing<CallbackRow>, 'always' | 'parts'>) => ({
  until: listing({ ...whole, ...seen, leads, order: byEnd, descending: false }),
  '-until': listing({ ...whole, ...seen, leads, order: byEnd, descending: true }),
  madeAt: listing({ ...whole, ...seen, planned: everyFilter, order: byId, descending: false }),
  '-madeAt': listing({ ...whole, ...seen, planned: everyFilter, order: byId, descending: true }),
})
const listsOfAll = listsOf({ always: notAboutViewer })
const [ofTeam, consulted] = visibleToMember
const listsOfMember = listsOf({ parts: [{ where: ofTeam, filters: { teamId: isTheirTeam } }, consulted] })

/** The callbacks of cases that the caller sees, in the order in which their windows end unless asked otherwise. */
export async function listCallbacks(
  reader: Reader,
  {
    state,
    overdue,
    customerCalledFirst,
    customerId,
    reference,
    order = 'until',
    ...query
  }: z.output<typeof CallbackQuery>,
): Promise<Page<Callback>> {
  const now = toWire(reader.now)
  const onlyOpen = state?.every((s) => s === 'open') ?? false
  const asked = {
    ...query,
    // It narrows nothing: a cursor belongs to its order.
    order: order === 'until' ? undefined : order,
    reference: readReferences(reference),
    customerId: customerId && (await currentCustomers(reader, customerId)),
    open: onlyOpen ? true : undefined,
    state: onlyOpen ? undefined : state,
    overdue: overdue === true ? true : undefined,
    inTime: overdue === false ? true : undefined,
    calledFirst: customerCalledFirst === true ? true : undefined,
    notCalledFirst: customerCalledFirst === false ? true : undefined,
  }
  const viewer = viewerOf(reader.actor)
  const list = (viewer.viewerSeesAll ? listsOfAll : listsOfMember)[order]
  const { data, nextCursor } = await list(reader, asked, { now, ...viewer })
  return { data: data.map((row) => toCallback(row, now)), nextCursor }
}
