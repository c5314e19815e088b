import { sql } from 'drizzle-orm'
import type { CaseRow } from '../../case-file/case-columns.ts'
import { answerOf, selectCase } from '../../case-file/select-case.ts'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Tx } from '../../db/tx.ts'
import type { Actor, Reader, Work } from '../../db/work.ts'
import {
  notAboutViewer,
  type Viewer,
  type Visibility,
  viewerOf,
  visibility,
  visible,
} from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { Forbidden, NotFound } from '../../lib/problems.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { caseSummaryOf } from '../cases/summary-contract.ts'
import type { Customer, Reference } from './contract.ts'
import { byId, byReference, found, read } from './queries.ts'
import { mostOpenCases, type ShownCustomer } from './shown-contract.ts'

type Served = Pick<Customer, 'id' | 'teamId'>
type Asked = Viewer & { readonly ids: readonly string[] }

const ids = sql`${sql.placeholder('ids')}::uuid[]`

const throughCases = statement<Asked, { readonly id: string; readonly isTheirs: boolean }>(sql`
  select c.customer_id as id, bool_or(${visibility} = 'all') as "isTheirs" from ${cases} c
  where c.customer_id = any(${ids}) and c.callback_id is not null and ${visible} group by c.customer_id`)

const openCasesOf = statement<Asked, CaseRow>(sql`
  select k.* from unnest(${ids}) asked (id) cross join lateral (${selectCase}
    where c.customer_id = asked.id and c.callback_id is not null and ${notAboutViewer}
    order by c.id desc limit ${sql.raw(String(mostOpenCases))}) k
  order by k.id desc`)

/**
 * How much the actor sees of each of these customers. `all`: their team serves the customer, or has an open question of
 * theirs, for which it has to reach them. `consulted`: they are asked about such a question, and change nothing.
 * `outside`: what a look-up of a caller tells.
 */
async function visibilitiesOf(
  db: Pick<Tx, 'rows'>,
  actor: Actor,
  served: readonly Served[],
): Promise<(customer: Served) => Visibility> {
  const viewer = viewerOf(actor)
  const isServed = ({ teamId }: Served) => viewer.viewerSeesAll || teamId === viewer.viewerTeamId
  const others = served.filter((customer) => !isServed(customer)).map(({ id }) => id)
  const rows = others.length === 0 ? [] : await db.rows(throughCases, { ...viewer, ids: others })
  const through = new Map(rows.map(({ id, isTheirs }) => [id, isTheirs ? 'all' : 'consulted'] as const))
  return (customer) => (isServed(customer) ? 'all' : (through.get(customer.id) ?? 'outside'))
}

/** These customers, each as far as the actor sees them. */
export async function asShown(
  { db, actor, now }: Reader,
  shown: readonly Customer[],
): Promise<ShownCustomer[]> {
  const visibilityOf = await visibilitiesOf(db, actor, shown)
  const outside = shown.filter((customer) => visibilityOf(customer) === 'outside').map(({ id }) => id)
  if (outside.length === 0) return [...shown]
  const rows = await db.rows(openCasesOf, { ...viewerOf(actor), ids: outside })
  const summaries = rows.map((row) => caseSummaryOf(answerOf(row, toWire(now))))
  return shown.map((customer) => {
    const { id, name, mergedInto } = customer
    if (!outside.includes(id)) return customer
    return { id, name, mergedInto, openCases: summaries.filter((kase) => kase.customer.id === id) }
  })
}

const byIds = read<{ ids: readonly string[] }>(sql`c.id = any(${sql.placeholder('ids')}::uuid[])`)

/** Rows with their customers, each as far as the actor sees them. Throws `forbidden` for a system that reads no customers. */
export async function withCustomers<Row extends { readonly customer: { readonly id: string } }>(
  reader: Reader,
  rows: readonly Row[],
): Promise<(Omit<Row, 'customer'> & { customer: Row['customer'] | ShownCustomer })[]> {
  if (!reader.actor.reads.customers)
    throw Forbidden.because('Only a key that reads customers expands them.', { required: 'customers:read' })
  const ids = [...new Set(rows.map(({ customer }) => customer.id))]
  const known = ids.length === 0 ? [] : await reader.db.rows(byIds, { ids })
  const shown = new Map((await asShown(reader, known)).map((customer) => [customer.id, customer]))
  return rows.map((row) => ({ ...row, customer: shown.get(row.customer.id) ?? row.customer }))
}

/** A customer, as far as the actor sees them. Throws `not-found`. */
export async function showCustomer(reader: Reader, id: string): Promise<ShownCustomer> {
  return shown(reader, await reader.db.row(byId, { id }))
}

/** The customer whom another system calls so, as far as the actor sees them. Throws `not-found`. */
export async function showCustomerByReference(reader: Reader, reference: Reference): Promise<ShownCustomer> {
  return shown(reader, await reader.db.row(byReference, reference))
}

async function shown(reader: Reader, customer: Customer | undefined): Promise<ShownCustomer> {
  const known = found(customer)
  return (await asShown(reader, [known]))[0] ?? known
}

const servedById = selecting(pick(customers, 'c', 'id', 'teamId'))<{ id: string }>(
  sql`from ${customers} c where c.id = ${sql.placeholder('id')}`,
)

/** Throws `not-found` for a customer who is not there, or of whom the actor sees a summary and no more. */
export async function assertSeesWhole({ db, actor }: Reader, id: string): Promise<void> {
  const customer = await db.row(servedById, { id })
  if (!customer || (await visibilitiesOf(db, actor, [customer]))(customer) === 'outside')
    throw NotFound.because('There is no such customer.')
}

/** Throws `forbidden` for a member or a specialist whose team neither serves the customer nor has an open case of theirs. */
export async function assertMayChange({ tx, actor }: Work, customer: Served): Promise<void> {
  if ((await visibilitiesOf(tx, actor, [customer]))(customer) === 'all') return
  throw Forbidden.because(
    'The team of the customer changes what is on record about them, or who has an open case of theirs, a coach or an admin.',
    { required: 'coach' },
  )
}
