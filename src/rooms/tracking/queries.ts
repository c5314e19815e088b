import { sql } from 'drizzle-orm'
import { lateBy } from '../../case-file/promise/late-by.ts'
import type { Database } from '../../db/database.ts'
import { asJsonList, pick, type RowOf, renamed } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import { customerActor } from '../../facts/customer-actor.ts'
import type { LinkTokens } from '../../facts/link-tokens.ts'
import { toWire } from '../../lib/instant.ts'
import { NotFound } from '../../lib/problems.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { cases, contacts, resolutions } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { agreements, organisation } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'
import type { Promised, TrackedPromise, TrackedWord, Tracking } from './contract.ts'

const promise = {
  ...pick(callbacks, 'b', 'id', 'state', 'channel', 'computed'),
  ...renamed(callbacks, 'b', { from: 'windowFrom', until: 'windowUntil' }),
  ...pick(callbacks, 'b', 'madeAt', 'closedAt', 'version'),
}
type Kind = TrackedWord['kind']
/** A promise as it is stored. */
type PromiseRow = RowOf<typeof promise>

const word = {
  ...pick(contacts, 't', 'at', 'summary'),
  kind: sql<Kind>`case when t.chose_from is not null then 'moved' when t.thanks then 'thanks' else 'notNeeded' end`,
}

const trackedRow = {
  ...pick(cases, 'c', 'id', 'reference', 'subject', 'question', 'callbackId', 'resolvedAt'),
  ...renamed(employees, 'e', { ownerName: 'name' }),
  ...renamed(organisation, 'o', { organisationName: 'name' }),
  timeZone: sql<string>`coalesce(cu.time_zone, a.time_zone)`,
  ...pick(customers, 'cu', 'language'),
  promises: sql<PromiseRow[]>`(select ${asJsonList(promise, sql`b.made_at desc, b.id desc`)}
    from (select * from ${callbacks} where case_id = c.id order by made_at desc, id desc limit 20) b)`,
  told: sql<string | null>`(select r.summary from ${resolutions} r
    where r.id = c.resolution_id and r.outcome in ('answered', 'fixed'))`,
  said: sql<RowOf<typeof word>[]>`(select ${asJsonList(word, sql`t.id`)}
    from ${contacts} t where t.case_id = c.id and t.recorded_by_id = ${sql.raw(`'${customerActor.id}'`)}::uuid)`,
}
export type TrackedRow = RowOf<typeof trackedRow>

const byId = selecting(trackedRow)<{
  id: string
}>(sql`from ${cases} c join ${employees} e on e.id = c.owner_id
  join ${customers} cu on cu.id = c.customer_id join ${agreements} a on a.team_id = c.team_id cross join ${organisation} o
  where c.id = ${sql.placeholder('id')} and cu.erased_at is null`)

/** The case of a token. Throws `not-found` in the same words for every token that opens none. */
export async function findTracked(
  db: Pick<Database, 'row'>,
  links: LinkTokens,
  token: string,
  now: Temporal.Instant,
): Promise<TrackedRow> {
  const id = await links.idIn('tracking', token, now)
  const found = id === undefined ? undefined : await db.row(byId, { id })
  if (!found) throw NotFound.because('Nothing has this address.')
  return found
}

/** With which words the service records what the customer says with a button, for the owner to read. */
export const words: Readonly<Record<Kind, string>> = {
  moved: 'Another moment suits them better.',
  notNeeded: 'It is not needed any more.',
  thanks: 'Thanks.',
}

/** The question as its customer sees it: what is promised, what was said, and the free places to which they may move it. */
export const toTracking = (row: TrackedRow, slots: Tracking['slots'], now: Temporal.Instant): Tracking => ({
  ...toPromised(row, now),
  question: row.question,
  told: row.told,
  said: row.said.map(({ at, kind, summary }) => ({
    at,
    kind,
    text: summary?.slice(words[kind].length).trim() || null,
  })),
  slots: slots.filter(({ from }) => from !== row.promises[0]?.from),
})

/** What is promised and how it was kept: what is signed. */
export function toPromised(row: TrackedRow, now: Temporal.Instant): Promised {
  const [promise = null, ...earlier] = row.promises.map((one) => toPromise(one, toWire(now)))
  return {
    organisation: row.organisationName,
    language: row.language,
    timeZone: row.timeZone,
    reference: row.reference,
    subject: row.subject,
    owner: row.ownerName,
    status: row.callbackId === null ? 'resolved' : 'open',
    promise,
    earlier,
    resolvedAt: row.resolvedAt,
  }
}

function toPromise(
  { channel, from, until, state, madeAt, closedAt }: PromiseRow,
  now: string,
): TrackedPromise {
  const late = lateBy(until, closedAt ?? now)
  return {
    channel,
    from,
    until,
    // Law 5: what was late counts as broken for ever, also where it was moved or ended afterwards.
    state: late === null ? state : 'broken',
    ending: state === 'open' ? null : state,
    overdue: state === 'open' && late !== null,
    lateBy: late,
    madeAt,
    closedAt,
  }
}
