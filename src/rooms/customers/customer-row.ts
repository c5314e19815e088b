import { sql } from 'drizzle-orm'
import { asJson, asJsonList, pick, type RowOf, wireMoment } from '../../db/selection.ts'
import { customerReferences, customers } from '../../tables/customers.ts'
import { events } from '../../tables/events.ts'
import type { Reference } from './contract.ts'

const reference = pick(customerReferences, 'r', 'system', 'externalId')
const standsFor = pick(customers, 's', 'id', 'name')

/** The event `e` is one of a customer that gives a customer another version; facts give none. */
export const changesCustomer = sql`e.type like 'customer.%' and e.data ->> 'factId' is null`

/** Everything that an answer tells of a customer `c`. Other systems’ names sort by their characters, as in code. */
export const customerRow = {
  ...pick(
    customers,
    'c',
    'id',
    'name',
    'kind',
    'anonymous',
    'phone',
    'email',
    'otherContactPoints',
    'language',
  ),
  ...pick(
    customers,
    'c',
    'segment',
    'teamId',
    'preferredChannel',
    'preferredWindows',
    'timeZone',
    'outreachOptOut',
  ),
  references: sql<Reference[]>`(
    select ${asJsonList(reference, sql`r.system collate "C", r.external_id collate "C"`)}
    from ${customerReferences} r where r.customer_id = c.id)`,
  mergedInto: sql<RowOf<typeof standsFor> | null>`case when c.merge_id is not null then (
    select ${asJson(standsFor)} from ${customers} s where s.id = current_customer(c.id)) end`,
  ...pick(customers, 'c', 'erasedAt', 'createdAt'),
  updatedAt: wireMoment(sql<string>`coalesce((select max(e.at) from ${events} e
    where e.customer_id = c.id and ${changesCustomer}), c.created_at)`),
  ...pick(customers, 'c', 'version'),
}
