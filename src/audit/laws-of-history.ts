/** What the history says of rows: each query answers with the rows that say something else. */
export const lawsOfHistory: Readonly<Record<string, string>> = {
  'the owner is the one who was there at the opening, or to whom the last succession led, says the history': `
    select c.id from cases c
    left join events e on e.case_id = c.id and e.case_sequence = 1 and e.type = 'case.opened'
    left join lateral (select s.data ->> 'toOwnerId' as owner from events s
      where s.case_id = c.id and s.type = 'case.succeeded' order by s.case_sequence desc limit 1) s on true
    where coalesce(s.owner, e.data ->> 'ownerId') is distinct from c.owner_id::text`,

  'each succession that is complete moved its case once, from owner to owner without a gap': `
    select s.id from successions s
    left join lateral (select count(*) as times,
        bool_and(e.data ->> 'fromOwnerId' = s.from_owner_id::text and e.data ->> 'toOwnerId' = s.to_owner_id::text) as same,
        bool_and(e.data ->> 'fromOwnerId' = coalesce((select b.data ->> 'toOwnerId' from events b where b.case_id = e.case_id
          and b.type = 'case.succeeded' and b.case_sequence < e.case_sequence order by b.case_sequence desc limit 1),
          (select o.data ->> 'ownerId' from events o where o.case_id = e.case_id and o.case_sequence = 1))) as chained
      from events e where e.case_id = s.case_id and e.type = 'case.succeeded' and e.data ->> 'successionId' = s.id::text) told on true
    where case when s.completed_at is null then told.times > 0 else not (told.times = 1 and told.same and told.chained) end`,

  'each resolution ended its case once': `
    select r.id from resolutions r
    left join events e on e.case_id = r.case_id and e.type = 'case.resolved' and e.data ->> 'resolutionId' = r.id::text
    group by r.id having count(e.id) <> 1`,

  'each correction moved its case once, from customer to customer without a gap, says the history': `
    select x.id from case_corrections x
    left join lateral (select count(*) as times,
        bool_and(e.data ->> 'fromCustomerId' = x.from_customer_id::text and e.data ->> 'toCustomerId' = x.to_customer_id::text) as same,
        bool_and(e.data ->> 'fromCustomerId' = coalesce((select b.data ->> 'toCustomerId' from events b where b.case_id = e.case_id
          and b.type = 'case.customer-corrected' and b.case_sequence < e.case_sequence order by b.case_sequence desc limit 1),
          (select o.customer_id::text from events o where o.case_id = e.case_id and o.case_sequence = 1))) as chained
      from events e where e.case_id = x.case_id and e.type = 'case.customer-corrected' and e.data ->> 'correctionId' = x.id::text) told on true
    where not coalesce(told.times = 1 and told.same and told.chained, false)`,

  'each consultation ended as its history says, and once': `
    select x.id from consultations x left join events e on e.case_id = x.case_id
      and e.data ->> 'consultationId' = x.id::text
      and e.type in ('consultation.answered', 'consultation.declined', 'consultation.withdrawn')
    group by x.id having coalesce(string_agg(e.type, ','), 'consultation.open') <> 'consultation.' || x.state`,

  'attempts are counted': `
    select b.id from callbacks b
    where b.attempts <> (select count(*) from callback_attempts t where t.callback_id = b.id
      and not exists (select from events e where e.case_id = b.case_id and e.type = 'contact.completed'
        and e.data @> '{"noTry": true}' and e.data ->> 'contactId' = t.contact_id::text))`,

  'chases are counted': `
    select c.id from cases c
    where c.chases <> (select count(*) filter (where e.type = 'case.chased')
      - count(*) filter (where e.type = 'contact.completed' and e.data @> '{"noChase": true}')
      from events e where e.case_id = c.id)`,

  'faces are those who were there, in the contacts': `
    select c.id from cases c where (select coalesce(array_agg(f order by f), '{}') from unnest(c.faces) f)
      is distinct from (select coalesce(array_agg(distinct f order by f), '{}') from (
        select f::uuid from contacts t, jsonb_array_elements_text(t.participants || to_jsonb(array[t.employee_id])) f
          where t.case_id = c.id and t.employee_id is not null and case when t.channel in ('phone', 'chat', 'visit')
              and t.outcome = 'reached' then true
            else t.direction = 'outbound' and t.channel not in ('phone', 'visit') and t.outcome in ('reached', 'message-sent') end) met)`,

  'the events of a case are numbered 1, 2, 3, … and the last is its version': `
    select c.id from cases c left join events e on e.case_id = c.id
    group by c.id having min(e.case_sequence) is distinct from 1 or max(e.case_sequence) <> count(*)
      or max(e.case_sequence) <> c.version`,

  'a promise is told of as its columns say: once that it ends soon, once that it has ended, and not before': `
    select b.id from callbacks b left join events e on e.data ->> 'callbackId' = b.id::text
      and e.type in ('callback.due', 'callback.overdue')
    group by b.id
    having count(e.id) filter (where e.type = 'callback.due') <> num_nonnulls(b.reminded_at)
      or count(e.id) filter (where e.type = 'callback.overdue') <> num_nonnulls(b.overdue_told_at)
      or bool_or(e.case_id <> b.case_id) or bool_or(e.at < case e.type when 'callback.due' then b.remind_at else b.window_until end)`,

  'the feed has every event, without a gap': `
    select coalesce(f.event_id, e.id) from feed f full join events e on e.id = f.event_id where f.event_id is null or e.id is null
    union all select null from feed having count(*) <> coalesce(max(position), 0)`,

  'within a case the feed has the order of its history': `
    select id from (select e.id, f.position, lag(f.position) over (partition by case_id order by case_sequence) as before
      from events e join feed f on f.event_id = e.id where case_id is not null) e where before > position`,
}
