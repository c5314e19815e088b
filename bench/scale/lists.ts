/* What other lists hold of the cases that `said` made, in large statements: see fill.ts. */

const k = `k as materialized (
    select m.n, m.id, m.owner_id, m.team_id, m.customer_id, m.open, uuid_extract_timestamp(m.id) as at,
      (select e.id from employees e where e.team_id = m.team_id and e.id <> m.owner_id limit 1) as colleague_id
    from made_cases m order by n
  )`

/** The history: three events a case, a fourth of each that was chased, and a few that are about no case. */
const events = `
  with k as materialized (select c.*, m.n from cases c join made_cases m using (id) order by m.n),
  told as (
    select k.id as case_id, k.customer_id, k.owner_id, t.at, t.sequence, t.type, t.data
    from k cross join lateral (values
      (k.opened_at, 1, 'case.opened', jsonb_build_object('ownerId', k.owner_id, 'teamId', k.team_id, 'reason', 'taken')),
      (k.opened_at, 2, 'contact.recorded', '{}'::jsonb),
      (coalesce(k.resolved_at, k.opened_at), 3, case when k.resolved_at is null then 'callback.made' else 'case.resolved' end, '{}'),
      (k.opened_at + interval '2 days', 4, 'case.chased', '{}')) t (at, sequence, type, data)
    where t.sequence <= k.version
  ),
  written as (
    insert into events (id, type, at, case_id, case_sequence, customer_id, actor_kind, actor_id, data)
    select uuidv7(at - now()), type, at, case_id, sequence, customer_id, 'employee', owner_id, data from told order by at, sequence
    returning id
  )
  insert into events (id, type, at, actor_kind, data)
  select uuidv7(make_interval(days => -n)), 'values.changed', now() - make_interval(days => n), 'system', '{}' from generate_series(1, 30) n`

const feed = `
  insert into feed (position, event_id, hash, chain)
  select row_number() over (order by at, case_id, case_sequence), id, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex') from events`

const said = `
  with ${k},
  rule as (
    insert into rules (id, code, title, kind, owner_id, text_number, created_at, changed_at)
    select gen_random_uuid(), 'rule-' || n, 'Rule', 'contract', (select id from employees limit 1), 1, now(), now() from generate_series(1, 3) n
    returning id, code
  ),
  asked as (
    insert into consultations (id, case_id, asked_by_id, consulted_id, topic_id, kind, question, need_by, state, own_team_id, outside, asked_at, closed_at, answer, reason)
    select uuidv7(at - now()), id, owner_id, colleague_id, (select topic_id from cases c where c.id = k.id), case when n % 2000 = 2 then 'action' else 'question' end, 'Weet je dit?',
      at + interval '4 hours', case when open then 'open' when n % 1000 = 6 then 'declined' else 'answered' end, team_id, false, at,
      case when not open then at + interval '1 hour' end, case when not open and n % 1000 <> 6 then 'Ja' end, case when not open and n % 1000 = 6 then 'Nee' end
    from k where n % 2 = 0
  ),
  gave as (
    insert into gestures (id, case_id, team_id, owner_id, granted_by_id, kind, amount, currency, reason, values, state, granted_at, ended_at, withdrawn_by_id)
    select uuidv7(at - now()), id, team_id, owner_id, owner_id, case when n % 1000 = 2 then 'gift' else 'credit' end, 100, 'EUR', 'Sorry',
      case when n % 2000 = 2 then '{brave}'::text[] when n % 4 = 0 then '{honest}' else '{}' end, case when n % 1000 = 4 then 'withdrawn' else 'granted' end, at,
      case when n % 1000 = 4 then at + interval '1 hour' end, case when n % 1000 = 4 then owner_id end
    from k where n % 2 = 0
  ),
  wished as (
    insert into asks (id, case_id, team_id, asked_by_id, wish, amount, currency, ceiling, reason, asked_at, answer_by, state, closed_at, by_silence, answered_by_id, answer_reason, alternative)
    select uuidv7(at - now()), id, team_id, owner_id, 'Een nieuwe', 100, 'EUR', 1000, 'Kapot', at, at + interval '1 day',
      case when n % 1000 = 1 then 'refused' else 'granted' end, at + case when n % 1000 = 1 then interval '1 hour' else interval '1 day' end, n % 1000 <> 1,
      case when n % 1000 = 1 then colleague_id end, case when n % 1000 = 1 then 'Nee' end, case when n % 1000 = 1 then 'Een oude' end
    from k where n % 2 = 1
  ),
  bent as (
    insert into deviations (id, case_id, rule_id, rule_kind, text_number, benefit, reason, employee_id, at)
    select uuidv7(at - now()), k.id, rule.id, 'contract', 1, 'Kreeg het', 'Kon', owner_id, at
    from k join rule on rule.code = case when n % 2000 = 2 then 'rule-2' else 'rule-1' end where n % 2 = 0
  ),
  moved as (
    insert into successions (id, case_id, cause, from_owner_id, to_owner_id, reason, departure_of, reported_by_id, requested_at, completed_at)
    select uuidv7(at - now()), id, case when n % 1000 = 2 then 'safety' else 'departure' end, owner_id, colleague_id, 'Weg', case when n % 1000 <> 2 then owner_id end, owner_id,
      at, case when n % 1000 <> 2 then at end
    from k where n % 2 = 0
  ),
  heard as (
    insert into ideas (id, title, body, anonymous, author_id, values, created_at, answer_by, decision, reason, answered_by_id, answered_at)
    select uuidv7(at - now()), 'Een idee', 'Doe het', false, owner_id, case when n % 2000 = 2 then '{brave}'::text[] else '{}' end, at, at + interval '14 days',
      case when n % 1000 = 4 then 'trying' when n % 10 < 9 then 'declined' end, case when n % 10 < 9 then 'Nee' end, case when n % 10 < 9 then colleague_id end, case when n % 10 < 9 then at + interval '1 day' end
    from k where n % 2 = 0
    returning id, author_id, created_at
  ),
  idea_n as materialized (select *, row_number() over (order by id) as n from heard),
  of_cases as (insert into idea_cases (idea_id, case_id) select i.id, k.id from idea_n i join k on k.n = i.n where i.n % 2 = 0),
  of_rules as (insert into idea_rules (idea_id, rule_id) select i.id, rule.id from idea_n i join rule on rule.code = case when i.n % 1000 = 0 then 'rule-2' else 'rule-1' end where i.n % 2 = 0),
  supported as (insert into idea_supports (idea_id, employee_id, at) select i.id, e.id, i.created_at from idea_n i join employees e on e.id <> i.author_id and e.name = 'Employee 1-' || 2 + i.n % 5)
  insert into calls (id, call_id, direction, from_number, to_number, at, rang, answered, ended, employee_extension, answered_by_id, customer_id, case_id, contact_id)
  select uuidv7(at - now()), 'call-' || n, case when n % 1000 = 2 then 'outbound' else 'inbound' end, '+316' || lpad((10000000 + n * 7)::text, 8, '0'), '+31201234567', at, true, n % 1000 <> 4, true,
    '101', owner_id, customer_id, id, gen_random_uuid() from k where n % 2 = 0`

const wishes = `
  insert into gestures (id, case_id, team_id, owner_id, granted_by_id, kind, amount, currency, reason, state, ask_id, granted_at, ended_at)
  select uuidv7(asked_at - now()), case_id, team_id, asked_by_id, asked_by_id, 'credit', 100, 'EUR', 'Kapot', case when state = 'refused' then 'refused' else 'granted' end, id, answer_by,
    case when state = 'refused' then closed_at end from asks`

const around = `
  with announced as (
    insert into heads_ups (id, title, kind, topic_id, from_at, until_at, message, expected_questions, announced_by_kind, announced_by_id, announced_at, released_at, released_by_kind, released_by_id)
    select uuidv7(make_interval(hours => -n)), 'Storing', case when n % 1000 = 2 then 'mailing' else 'outage' end, (select id from topics where code = case when n % 500 = 2 then 'other' else 'invoice' end),
      now() - make_interval(hours => n), now() - make_interval(hours => n - 2), 'Er is iets', '[]', 'employee', (select id from employees limit 1), now() - make_interval(hours => n),
      case when n % 500 <> 3 then now() end, case when n % 500 <> 3 then 'employee' end, case when n % 500 <> 3 then (select id from employees limit 1) end
    from generate_series(1, 4000) n returning id
  ),
  told as (insert into heads_up_teams (heads_up_id, team_id) select a.id, t.id from announced a cross join lateral (select id from teams order by id limit 2) t),
  hooked as (
    insert into webhooks (id, url, types, active, format, secret, created_at, position)
    select gen_random_uuid(), 'https://example.org/hook', '{case.opened}', false, 'standard', 'whsec_x', now(), 0 returning id
  )
  insert into webhook_deliveries (id, webhook_id, event_id, position, case_id, case_sequence, state, attempts, created_at, delivered_at)
  select uuidv7(e.at - now()), hooked.id, e.id, f.position, e.case_id, e.case_sequence, case when f.position % 2000 = 1 then 'parked' else 'delivered' end, 1, e.at,
    case when f.position % 2000 <> 1 then e.at end
  from events e join feed f on f.event_id = e.id, hooked where e.type = 'case.opened'`

/** One outreach to a thousand customers, most of whom it let sleep, and one to nobody. */
const ahead = `
  with announced as (
    insert into outreaches (id, title, reason, value_to_customer, message, decision, budget, currency, from_at, until_at, quiet_from, quiet_until, state,
      announced_by_kind, announced_by_id, announced_at, started_by_kind, started_by_id, started_at, ended_at)
    select gen_random_uuid(), 'Uitstoot ' || n, 'Omdat', 'Scheelt een telefoontje', 'Er komt iets', 'letSleep', 0, 'EUR', now(), now() + interval '1 day', '20:00', '09:00', 'stopped',
      'employee', (select id from employees limit 1), now(), 'employee', (select id from employees limit 1), now(), now()
    from generate_series(1, 2) n returning id, title
  )
  insert into outreach_customers (outreach_id, customer_id, decision, why, state, because, next_at, settled_at)
  select a.id, c.id, case when c.n % 1000 = 2 then 'inform' else 'letSleep' end, case when c.n % 1000 <> 2 then 'Weinig' end,
    case when c.n % 1000 = 2 then 'passed-over' else 'asleep' end, case when c.n % 1000 = 2 then 'opted-out' end, now(), now()
  from announced a, (select id, row_number() over (order by id) as n from customers) c where a.title = 'Uitstoot 1' and c.n <= 1000`

/** One of each team is away for a year, and another one of it stands in. */
const away = `
  with pairs as (
    select gen_random_uuid() as id, owner.id as owner_id, mate.id as mate_id, owner.team_id, now() - interval '1 day' as since, now() + interval '1 year' as until
    from employees owner join employees mate using (team_id) where owner.name like '%-5' and mate.name like '%-6'
  ),
  left_for as (
    insert into absences (id, employee_id, from_at, until_at, registered_at, version) select id, owner_id, since, until, now(), 1 from pairs
  )
  insert into stand_ins (id, absence_id, owner_id, stand_in_id, from_at, until_at, absence_from, absence_until, owner_team_id, stand_in_team_id)
  select gen_random_uuid(), id, owner_id, mate_id, since, until, since, until, team_id, team_id from pairs`

/** In this order. */
export const ofLists: Readonly<Record<string, string>> = {
  events,
  feed,
  'what was asked, given and bent': said,
  'what was wished for': wishes,
  'what was announced and sent': around,
  'whom we spoke to first': ahead,
  'who is away': away,
}
