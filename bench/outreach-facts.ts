import type pg from 'pg'

/** Customers in two teams, in the time zones of three continents; some want none of it, some cannot be reached. */
export async function fillCustomers(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `with numbered as (
       insert into customers (id, name, kind, phone, other_contact_points, team_id, time_zone, outreach_opt_out, created_at)
       select md5('customer ' || n)::uuid, 'Customer ' || n, 'person', case when n % 200 <> 7 then '+316' || (10000000 + n) end, '[]',
         (select id from teams order by name offset n % 2 limit 1),
         (array[null, null, 'America/New_York', 'Asia/Tokyo'])[1 + n % 4], n % 100 = 3, now()
       from generate_series(0, $1::int - 1) n)
     insert into customer_references (system, external_id, customer_id)
     select 'crm', 'C-' || n, md5('customer ' || n)::uuid from generate_series(0, $1::int - 1) n`,
    [count],
  )
  await client.query('analyze')
}

const promised = `outreach_customers x join outreaches o on o.id = x.outreach_id join cases c on c.id = x.case_id
  join callbacks b on b.id = c.callback_id join customers cu on cu.id = x.customer_id join agreements a on a.team_id = c.team_id`
const local = (at: string) => `(${at} at time zone coalesce(cu.time_zone, a.time_zone))`

/** What must not be: each query answers with the rows that break it; $1 is the outreach. */
export const wrongs: Readonly<Record<string, string>> = {
  'who should have a case has not exactly one': `
    select x.customer_id from outreach_customers x join customers cu on cu.id = x.customer_id
    left join cases c on c.customer_id = x.customer_id and c.origin = 'outreach' and c.subject = 'From a file'
    where x.outreach_id = $1 group by x.customer_id, x.decision, cu.outreach_opt_out, cu.phone
    having count(c.id) <> case when x.decision = 'letSleep' or cu.outreach_opt_out or cu.phone is null then 0 else 1 end`,
  'a callback by night, by the customer’s clock': `
    select b.id from ${promised} where x.outreach_id = $1
      and (${local('b.window_from')}::time < '08:00' or ${local('b.window_until')}::time > '21:00')`,
  'a customer who is disturbed twice in a week': `
    select d.id from disturbances d join disturbances e on e.customer_id = d.customer_id and e.id > d.id
    where $1::uuid is not null and d.quiet_until > e.at and e.quiet_until > d.at`,
  'an hour of whoever calls over its places': `
    select b.booked_hour from callbacks b join agreements a on a.team_id = (select team_id from cases c where c.id = b.case_id)
    where $1::uuid is not null and b.state = 'open' group by coalesce(b.caller_id, b.owner_id), b.booked_hour, a.callbacks_per_hour
    having count(*) >= a.callbacks_per_hour`,
  'a day of whoever calls more than half full': `
    select date(b.booked_hour) from callbacks b join cases c on c.id = b.case_id join agreements a on a.team_id = c.team_id
    where $1::uuid is not null and b.state = 'open'
    group by coalesce(b.caller_id, b.owner_id), date(b.booked_hour), a.callbacks_per_hour having count(*) > a.callbacks_per_hour * 4`,
  'a refund without its gesture in the ledger, or another amount': `
    select x.customer_id from outreach_customers x left join gestures g on g.id = x.gesture_id
    left join ledger l on l.gesture_id = g.id and l.phase = 'granted'
    where x.outreach_id = $1 and x.state = 'opened' and x.refund is distinct from l.amount
    union all select id from spending_accounts where outreach_id = $1
      and spent <> (select sum(refund) from outreach_customers where outreach_id = $1 and state = 'opened')`,
  'a case whose history does not begin with its opening and its promise': `
    select c.id from ${promised} where x.outreach_id = $1 and (select array_agg(e.type order by e.case_sequence) from events e
      where e.case_id = c.id and e.case_sequence <= 2) <> array['case.opened', 'callback.made']`,
}

/** What came of it. */
export async function figures(client: pg.Client, id: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await client.query(
    `select count(x.case_id)::int as cases, count(x.gesture_id)::int as refunds,
      count(*) filter (where x.state = 'asleep')::int as "let sleep",
      count(*) filter (where x.because = 'opted-out')::int as "opted out",
      count(*) filter (where x.because = 'no-address')::int as "cannot be reached",
      (select count(*)::int from ${promised} where x.outreach_id = $1 and exists (select from disturbances d
        where d.customer_id = c.customer_id and d.at < b.window_from)) as "called behind a quiet week",
      (select count(distinct owner_id)::int from cases) as owners,
      (select max(n)::int from (select count(*) as n from callbacks group by owner_id, booked_hour) h) as "most in an hour, of 8",
      (select max(n)::int from (select count(*) as n from callbacks group by owner_id, date(booked_hour)) h) as "most in a day, of 64",
      (select count(distinct date(booked_hour))::int from callbacks) as days
     from outreach_customers x where x.outreach_id = $1`,
    [id],
  )
  return rows[0]
}
