import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { equals, type Filter, listing } from '../../db/lists/listing.ts'
import { asJsonList, pick, renamed, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { readCountry } from '../../facts/country.ts'
import { thoseStoodFor } from '../../facts/current-customer.ts'
import { notAboutViewer, type Viewer, viewerOf } from '../../facts/visibility.ts'
import type { Page } from '../../lib/page.ts'
import { readPhone } from '../../lib/phone.ts'
import { NotFound } from '../../lib/problems.ts'
import { callEvents, callState, calls } from '../../tables/calls.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { employees } from '../../tables/people.ts'
import type { CallOnRecord } from './call-contract.ts'
import type { CallQuery } from './call-list-contract.ts'

interface Named {
  readonly id: string
  readonly name: string
}

const state = callState(sql`l.answered`, sql`l.ended`, sql`l.given_up`)

const callRow = {
  ...pick(
    calls,
    'l',
    'id',
    'callId',
    'direction',
    'at',
    'employeeExtension',
    'caseId',
    'contactId',
    'version',
  ),
  ...renamed(calls, 'l', { from: 'fromNumber', to: 'toNumber' }),
  state,
  employee: sql<Named | null>`(select json_build_object('id', e.id, 'name', e.name) from ${employees} e
    where e.id = l.answered_by_id)`,
  customer: sql<
    CallOnRecord['customer']
  >`(select json_build_object('id', k.id, 'name', k.name) from ${customers} k
    where k.id = current_customer(l.customer_id))`,
  events: sql<
    CallOnRecord['events']
  >`(select ${asJsonList(pick(callEvents, 'v', 'event', 'at', 'employeeExtension'), sql`v.place`)}
    from ${callEvents} v where v.call_id = l.id)`,
}

/** A call on a complaint is invisible to whom it is about. */
const shown = sql`(l.case_id is null or exists (select from ${cases} c where c.id = l.case_id and ${notAboutViewer}))`

const byId = selecting(callRow)<Viewer & { id: string }>(
  sql`from ${calls} l where l.id = ${sql.placeholder('id')} and ${shown}`,
)

/** A call: what was told of it, and what became of it. Throws `not-found`. */
export async function showCallOnRecord({ db, actor }: Reader, id: string): Promise<CallOnRecord> {
  const row = await db.row(byId, { id, ...viewerOf(actor) })
  if (!row) throw NotFound.because('There is no such call.')
  return row
}

const at =
  (comparison: SQL): Filter =>
  (value) =>
    sql`l.at ${comparison} ${value}::timestamptz`

const list = listing<CallOnRecord>({
  select: select(callRow, sql`from ${calls} l`),
  filters: {
    callId: equals(sql`l.call_id`, 'text'),
    state: equals(state, 'text'),
    direction: equals(sql`l.direction`, 'text'),
    employeeId: equals(sql`l.answered_by_id`, 'uuid'),
    // Calls stay with the customer whom they were with when that one was merged into another.
    customerId: (value, many) =>
      sql`l.customer_id = any(${thoseStoodFor(many ? sql`unnest(${value}::uuid[])` : sql`${value}::uuid`)})`,
    caseId: equals(sql`l.case_id`, 'uuid'),
    from: equals(sql`l.from_number`, 'text'),
    to: equals(sql`l.to_number`, 'text'),
    atAfter: at(sql`>`),
    atBefore: at(sql`<`),
  },
  leads: {
    employeeId: { column: sql`l.answered_by_id`, type: 'uuid' },
    caseId: { column: sql`l.case_id`, type: 'uuid' },
    from: { column: sql`l.from_number`, type: 'text' },
    to: { column: sql`l.to_number`, type: 'text' },
    state: { column: state, type: 'text' },
    direction: { column: sql`l.direction`, type: 'text' },
  },
  orderWith: {
    filters: ['atAfter', 'atBefore'],
    order: [
      { column: sql`l.at`, key: 'at', type: 'timestamptz' },
      { column: sql`l.id`, key: 'id', type: 'uuid' },
    ],
  },
  always: shown,
  order: [{ column: sql`l.id`, key: 'id', type: 'uuid' }],
  descending: true,
})

/** Calls, those that were told of last first. Throws `validation-failed` for a telephone number that is none. */
export async function listCalls(
  reader: Reader,
  { from, to, ...query }: z.output<typeof CallQuery>,
): Promise<Page<CallOnRecord>> {
  const numbers = [...(from ?? []), ...(to ?? [])]
  const isNational = numbers.some((number) => !number.startsWith('+'))
  const country = isNational ? ((await reader.db.row(readCountry, {}))?.country ?? '') : ''
  const asked = {
    ...query,
    from: from?.map((number) => readPhone(number, country, '/from')),
    to: to?.map((number) => readPhone(number, country, '/to')),
  }
  return list(reader, asked, { ...viewerOf(reader.actor) })
}
