import { sql } from 'drizzle-orm'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { currentCustomer } from '../../facts/current-customer.ts'
import { customerMerges, customerReferences, customers } from '../../tables/customers.ts'
import { chooseKnown, type FoundBy, type KnownCustomer } from './choose-known.ts'
import type { Customer, NewCustomer } from './contract.ts'
import { makeCustomer } from './create-customer.ts'
import { lockPoints, type Points } from './lock-points.ts'
import { circumstancesOfNew } from './queries.ts'
import { type Fields, readFields } from './read-fields.ts'

const known = selecting({
  by: sql<FoundBy>`found.by`,
  id: sql<string>`found.id`,
  name: sql<string | null>`found.name`,
})<{
  systems: readonly string[]
  externalIds: readonly string[]
  emails: readonly string[]
  phones: readonly string[]
}>(sql`from (
    select 'reference' as by, ${currentCustomer(sql`r.customer_id`)} as id, null as name, g.place
    from unnest(${sql.placeholder('systems')}::text[], ${sql.placeholder('externalIds')}::text[])
      with ordinality g (system, external_id, place)
    join ${customerReferences} r on r.system = g.system and r.external_id = g.external_id
    union all select 'email', c.id, c.name, 0 from unnest(${sql.placeholder('emails')}::text[]) e
    cross join lateral customers_at(e) c
    union all select 'phone', c.id, c.name, 0 from unnest(${sql.placeholder('phones')}::text[]) p
    cross join lateral customers_with(p) c
    union all select 'phone', c.id, away.name, 0 from unnest(${sql.placeholder('phones')}::text[]) p
    cross join lateral customers_with(p) c
    cross join lateral (
      with recursive stood_for as (
        select m.customer_id from ${customerMerges} m where m.into_id = c.id and m.reversed_at is null
        union select m.customer_id from ${customerMerges} m join stood_for f on f.customer_id = m.into_id
        where m.reversed_at is null)
      select n.name from stood_for f join ${customers} n on n.id = f.customer_id where n.name is not null) away
  ) found order by found.place`)

/** Who is meant by the customer that a request describes. */
export type Meant =
  | { readonly foundBy: FoundBy; readonly id: string; readonly said: Fields }
  | { readonly foundBy: null; readonly made: Customer }

/**
 * The customer on record whom a request describes, by a reference, an e-mail address or a telephone number; else makes one.
 * Nothing on record is overwritten. Many at once make one. `at` is where the customer stands in the request. Throws
 * what creating throws.
 */
export async function findCustomer(work: Work, given: NewCustomer, at: string): Promise<Meant> {
  const around = await circumstancesOfNew(work, given)
  const { anonymous = false, ...description } = given
  const said = readFields(description, around, at)
  const points = pointsOf(said)
  const { references, emails, phones } = points
  const asked = {
    systems: references.map(({ system }) => system),
    externalIds: references.map(({ externalId }) => externalId),
    emails,
    phones,
  }
  // The second statement travels with the first, and sees what whoever held the points before has written.
  const [, found] = await Promise.all([
    lockPoints(work, points),
    anonymous ? [] : work.tx.rows<typeof asked, KnownCustomer>(known, asked),
  ])
  const chosen = chooseKnown(found, said.name ?? null)
  if (chosen) return { foundBy: chosen.by, id: chosen.id, said }
  return { foundBy: null, made: makeCustomer(work, given, around, at) }
}

function pointsOf({ references, email, phone, otherContactPoints }: Fields): Points {
  const others = (channel: string) =>
    (otherContactPoints ?? []).filter((point) => point.channel === channel).map(({ address }) => address)
  return {
    references: references ?? [],
    emails: [...(email ? [email] : []), ...others('email')],
    phones: [...(phone ? [phone] : []), ...others('phone')],
  }
}
