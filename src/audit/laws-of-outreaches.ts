/** What must be true of customers who are contacted first. */
export const lawsOfOutreaches: Readonly<Record<string, string>> = {
  'whoever an outreach informed has one case that came of it, and it is on record that they were disturbed': `
    select x.outreach_id || ' ' || x.customer_id as id from outreach_customers x left join cases c on c.id = x.case_id
    where x.state = 'opened' and (c.origin is distinct from 'outreach' or not exists (select from disturbances d
      where d.outreach_id = x.outreach_id and d.customer_id in (x.customer_id, current_customer(x.customer_id), c.customer_id)))`,

  'nobody waits in an outreach that is done': `
    select o.id from outreaches o where o.state = 'done'
      and exists (select from outreach_customers x where x.outreach_id = o.id and x.state = 'waiting')`,

  'nobody is disturbed twice in a week, unless it is worth more': `
    select d.id from disturbances d join disturbances e on e.customer_id = d.customer_id and e.id > d.id
    where num_nulls(d.contact_id, e.contact_id) = 2 and not d.worth_more and not e.worth_more
      and tstzrange(d.at, d.quiet_until) && tstzrange(e.at, e.quiet_until)`,

  'an outreach gave what it decided to give, within its budget': `
    select o.id from outreaches o left join spending_accounts a on a.outreach_id = o.id
    where coalesce(a.spent, 0) > o.budget or coalesce(a.spent, 0) <> (select coalesce(sum(g.amount), 0)
      from gestures g join outreach_customers x on x.gesture_id = g.id and x.refund = g.amount and x.case_id = g.case_id
      where g.outreach_id = o.id and g.state <> 'withdrawn')
    union all select g.id from gestures g where g.outreach_id is not null
      and not exists (select from outreach_customers x where x.gesture_id = g.id and x.outreach_id = g.outreach_id)`,
}
