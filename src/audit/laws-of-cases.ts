/** Laws of cases and of the organisation: each query answers with the rows that break it. */
export const lawsOfCases: Readonly<Record<string, string>> = {
  'an open case is owned by an active member of its team': `
    select c.id from cases c left join employees e on e.id = c.owner_id
    where e.id is null or (c.callback_id is not null and e.active_team_id is distinct from c.team_id)`,

  'who has left owns no open case': `
    select c.id from cases c join employees e on e.id = c.owner_id where c.callback_id is not null and e.departed_at is not null`,

  'a duplicate is of an older case of the same customer': `
    select r.id from resolutions r join cases c on c.id = r.case_id left join cases o on o.id = r.duplicate_of
    where r.outcome = 'duplicate' and ((o.opened_at, o.id) < (c.opened_at, c.id) and (o.customer_id = c.customer_id
      or exists (select from case_corrections x where x.case_id in (c.id, o.id) and x.at >= r.at))) is not true`,

  'a case is with a customer who stands for themselves, to whom its last correction led': `
    select c.id from cases c join customers cu on cu.id = c.customer_id
    left join case_corrections x on x.id = c.correction_id and x.case_id = c.id
    where cu.merge_id is not null or (c.correction_id is not null and x.to_customer_id is distinct from c.customer_id)
      or (c.correction_id is null and exists (select from case_corrections y where y.case_id = c.id))`,

  'a merge stands with its customer, and who was merged has neither references nor facts': `
    select m.id from customer_merges m join customers c on c.id = m.customer_id
    where (m.reversed_at is null) <> (c.merge_id is not distinct from m.id)
      or (m.reversed_at is null and (exists (select from customer_references r where r.customer_id = c.id)
        or exists (select from customer_facts f where f.customer_id = c.id)))`,

  'a case that has ended asks nobody anything': `
    select x.id from consultations x join cases c on c.id = x.case_id where x.state = 'open' and c.callback_id is null`,

  'nobody is consulted about a resolved case any more': `
    select x.id from consultations x join cases c on c.id = x.case_id where x.state = 'open' and c.callback_id is null`,

  'a case belongs to a customer who stands for themselves, and to whom its last correction led': `
    select c.id from cases c join customers cu on cu.id = c.customer_id
    left join case_corrections k on k.id = c.correction_id
    where cu.merge_id is not null or (k.id is not null and (k.case_id, k.to_customer_id) <> (c.id, c.customer_id))`,

  'every case has its words': `select c.id from cases c left join case_words w on w.case_id = c.id where w.case_id is null`,

  'the default team has a member, from the first one on': `
    select o.id from organisation o left join employees e on e.id = o.default_member_id
    where (e.active_team_id is distinct from o.default_team_id)
      and exists (select from employees m where m.active_team_id = o.default_team_id)`,

  'there is one organisation': `select count(*) from organisation having count(*) <> 1`,

  'a reference belongs to one case': `select reference from cases group by reference having count(*) > 1`,
}
