import type { Client } from 'pg'
import { newId } from '../src/lib/id.ts'
import { insertOpenCases } from './insert-open-cases.ts'

/** An open case that was put there, and the promise that it holds. */
export interface OpenCase {
  readonly id: string
  readonly callbackId: string
  readonly ownerId: string
}

/** Who and what both databases hold from the beginning, under the same ids. */
export interface Seed {
  readonly employees: readonly string[]
  readonly topics: readonly string[]
  readonly customers: readonly string[]
  readonly cases: readonly NewCase[]
  /** The oldest events of the feed. */
  readonly events: readonly string[]
}

const employeesInTeam = 20
// Ten times the customers that the cases need: every opened case answers the customer's other open ones, and with
// few customers the contestant that opens more of them would soon answer more for each.
const customerCount = 20_000
const caseCount = 5_000
const topicCodes = 'invoice,contract,moving,delivery,complaint,warranty,meter,price,login,other'.split(',')

/** Fills an empty, migrated database with an organisation at work. */
export async function seed(client: Client): Promise<Seed> {
  const team = newId()
  const employees = ids(employeesInTeam)
  const customers = ids(customerCount)
  await client.query('begin')
  await client.query(`insert into teams (id, name, created_at) values ($1, 'Team A to Z', now())`, [team])
  await client.query(
    `insert into agreements (team_id, opening_hours, time_zone, closures, callback_within, callback_horizon,
      callbacks_per_hour, remind_before, attempts, attempt_days, attempt_pause)
    values ($1, $2, 'Europe/Amsterdam', '[]', 'PT8H', 'P10D', 60, 'PT30M', 3, 2, 'PT2H')`,
    [team, JSON.stringify(alwaysOpen())],
  )
  await client.query('update organisation set default_team_id = $1', [team])
  await client.query(
    `insert into employees (id, name, team_id, discipline, role, extension, contract_hours, created_at)
    select id, 'Employee ' || n, $2, 'both', 'member', (200 + n)::text, 36, now()
    from unnest($1::uuid[]) with ordinality as e (id, n)`,
    [employees, team],
  )
  await client.query(
    `insert into topics (id, code, name, created_at)
    select id, code, initcap(code), now() from unnest($1::uuid[], $2::text[]) as t (id, code)`,
    [ids(topicCodes.length), topicCodes],
  )
  await client.query(
    `insert into customers (id, name, kind, phone, email, other_contact_points, team_id, created_at)
    select id, 'Customer ' || n, 'person', phone, 'customer' || n || '@example.org', '[]', $2, now()
    from unnest($1::uuid[], $3::text[]) with ordinality as c (id, phone, n)`,
    [customers, team, customers.map((_, n) => phoneOf(n))],
  )
  await client.query(
    `insert into customer_references (system, external_id, customer_id)
    select 'crm', external_id, id from unnest($1::uuid[], $2::text[]) as r (id, external_id)`,
    [customers, customers.map((_, n) => externalIdOf(n))],
  )
  await client.query('commit')
  const known = { employees, topics: topicCodes, customers, cases: [], events: [] }
  const cases = newCases(known, caseCount)
  await insertCases(client, cases)
  const { rows } = await client.query(`select event_id as id from feed order by position limit ${caseCount}`)
  return { ...known, cases, events: rows.map(({ id }) => id) }
}

/** The telephone number of the n-th customer. */
export const phoneOf = (n: number): string => `+3161${String(n + 1).padStart(7, '0')}`
/** What the other system, `crm`, calls the n-th customer. */
export const externalIdOf = (n: number): string => `C-${n + 1}`

/** Whichever window is asked for, somebody works then: the calendar is not what is measured. */
const alwaysOpen = () =>
  Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
      day,
      [{ from: '00:00', until: '23:59' }],
    ]),
  )

const ids = (count: number): string[] => Array.from({ length: count }, newId)

export interface NewCase extends OpenCase {
  readonly customerId: string
}

/** Cases to insert, spread evenly over owners and at random over customers. */
export function newCases({ employees, customers }: Seed, count: number): NewCase[] {
  return Array.from({ length: count }, (_, n) => ({
    id: newId(),
    callbackId: newId(),
    ownerId: employees[n % employees.length] ?? '',
    customerId: customers[Math.floor(Math.random() * customers.length)] ?? '',
  }))
}

const atOnce = 2_500

/** Inserts open cases, each with its opening contact, its callback, and its history, which is in the feed already. */
export async function insertCases(client: Client, cases: readonly NewCase[]): Promise<void> {
  for (let from = 0; from < cases.length; from += atOnce) {
    const batch = cases.slice(from, from + atOnce)
    await client.query(insertOpenCases, [
      batch.map((kase) => kase.id),
      batch.map((kase) => kase.callbackId),
      batch.map((kase) => kase.ownerId),
      batch.map((kase) => kase.customerId),
      ids(batch.length),
      ids(batch.length * 3),
      batch.map((_, n) => from + n),
    ])
    await client.query(placeInFeed)
  }
}

const placeInFeed = 'select number_feed(1000000)'
