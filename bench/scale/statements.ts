/* The large statements that make an organisation: see fill.ts. */

export const people = `
  with made as materialized (select gen_random_uuid() as id, n from generate_series(1, 20) n),
  t as (insert into teams (id, name, created_at) select id, 'Team ' || n, now() from made returning id),
  a as (insert into agreements (team_id, opening_hours, time_zone, closures, callback_within, callback_horizon,
      callbacks_per_hour, remind_before, attempts, attempt_days, attempt_pause)
    select id, (select jsonb_object_agg(day, '[{"from":"00:00","until":"23:59"}]'::jsonb) from unnest(
      '{monday,tuesday,wednesday,thursday,friday,saturday,sunday}'::text[]) day),
      'Europe/Amsterdam', '[]', 'PT8H', 'P10D', 60, 'PT30M', 3, 2, 'PT2H' from made),
  e as (insert into employees (id, name, team_id, discipline, role, extension, contract_hours, created_at)
    select gen_random_uuid(), 'Employee ' || m.n || '-' || place, m.id, 'both', case when place = 1 then 'coach' else 'member' end,
      (m.n * 100 + place)::text, 36, now() from made m cross join generate_series(1, 20) place)
  insert into topics (id, code, name, created_at)
  select gen_random_uuid(), code, initcap(code), now() from unnest('{invoice,contract,moving,delivery,complaint,meter,other}'::text[]) code`

/** A word's rank is drawn so that twice as common is half as far back in the list (Zipf). */
export const sentences = `
  create unlogged table made_sentences as
  select s.n, (select string_agg(w.word, ' ' order by p.n) from (
      select n, floor(power((select count(*) from made_words), random()) - 1)::int as rank from generate_series(1, 8 + s.n % 5) n where s.n >= 0
    ) p join made_words w on w.n = p.rank) as text
  from generate_series(0, 59999) s (n)`

export const customers = `
  with sizes as (select array_length($2::text[], 1) as firsts, array_length($3::text[], 1) as lasts),
  teams as materialized (select id, row_number() over (order by id) - 1 as n from teams),
  drawn as materialized (
    select n, uuidv7(make_interval(secs => -94608000.0 * ($1 - n) / $1)) as id,
      1 + floor(power(s.firsts, random()) - 1)::int as first, 1 + floor(power(s.lasts, random()) - 1)::int as last, random() as chance
    from generate_series(1, $1::int) n, sizes s
  ),
  named as materialized (
    select d.n, d.id, t.id as team_id, f.name as first, l.name as last, d.chance,
      f.name || case when d.chance < 0.2 then ' van ' when d.chance < 0.3 then ' de ' else ' ' end || l.name as name
    from drawn d join unnest($2::text[]) with ordinality f (name, n) on f.n = d.first
      join unnest($3::text[]) with ordinality l (name, n) on l.n = d.last join teams t on t.n = d.n % 20
  ),
  known as (
    insert into customer_references (system, external_id, customer_id) select 'crm', 'C-' || (500000 + n), id from named where n % 3 = 0
  )
  insert into customers (id, name, kind, phone, email, other_contact_points, team_id, created_at, search)
  select id, name, 'person', '+316' || lpad((10000000 + n * 7)::text, 8, '0'),
    lower(unaccent(first || '.' || last)) || n || '@example.org', '[]', team_id, uuid_extract_timestamp(id),
    customer_words(id, name, lower(unaccent(first || '.' || last)) || n || '@example.org', '+316' || lpad((10000000 + n * 7)::text, 8, '0'))
      || case when n % 3 = 0 then array_to_tsvector(array['c', (500000 + n)::text, 'c' || (500000 + n), 'c-' || (500000 + n)]) else '' end
  from named`

export const cases = `
  create unlogged table made_cases as
  with owners as materialized (select id, team_id, row_number() over (order by team_id, id) - 1 as n from employees),
  cs as materialized (select id, row_number() over (order by id) as n from customers),
  drawn as materialized (
    select n, uuidv7(make_interval(secs => -94608000.0 * ($1 - n) / $1)) as id, 1 + floor(random() * $2)::int as customer,
      floor(random() * 400)::int as owner, floor(random() * 60000)::int as s1, floor(random() * 60000)::int as s2,
      floor(random() * 60000)::int as s3, n > $1 * 0.9 and n % 2 = 0 as open
    from generate_series(1, $1::int) n
  )
  select d.n, d.id, c.id as customer_id, o.id as owner_id, o.team_id, d.open, gen_random_uuid() as ending, a.text as subject,
    b.text || '. ' || e.text || '. ' || (20000000 + d.n) || case when d.n % 100000 = 7 then ' ' || $3::text else '' end as question,
    d.s1, d.s2, d.s3
  from drawn d join cs c on c.n = d.customer join owners o on o.n = d.owner
    join made_sentences a on a.n = d.s1 join made_sentences b on b.n = d.s2 join made_sentences e on e.n = d.s3`

/*
 * What filters ask for is common, rare or nowhere: a tenth of the cases came by a letter in a thousand, an outreach is one in
 * a hundred, nothing is a recovery or came by a visit, nobody's case is a withdrawn one. Team 20 has neither letters nor outreaches.
 */
export const said = `
  with k as materialized (
    select m.*, uuid_extract_timestamp(m.id) as at, m.team_id = (select id from teams order by id desc limit 1) as is_plain,
      (select id from topics where code = case when m.n % 1000 = 3 then 'other' when m.n % 10 < 6 then 'invoice' when m.n % 10 < 9 then 'contract' end) as topic_id
    from made_cases m order by n
  ),
  opened as (
    insert into cases (id, reference, customer_id, owner_id, team_id, callback_id, resolution_id, topic_id, subject, question, tags, origin, channel,
      opened_by_kind, opened_by_id, assignment_reason, about_employee_id, chases, opened_at, resolved_at, version)
    select id, (1000000000 + n * 10)::text, customer_id, owner_id, team_id, case when open then ending end, case when not open then ending end, topic_id,
      left(coalesce(subject, 'Vraag'), 60), coalesce(question, 'Waarom?'),
      case when n % 2000 = 5 then '{rare}'::text[] when n % 5 = 1 then '{gold}' else '{}' end,
      case when n % 100 = 7 and not is_plain then 'outreach' else 'question' end,
      case when n % 1000 = 11 and not is_plain then 'letter' when n % 10 < 7 then 'phone' when n % 10 < 9 then 'email' else 'web' end,
      'employee', owner_id, 'taken', case when n % 3000 = 9 then (select id from employees e where e.team_id = k.team_id and e.id <> k.owner_id limit 1) end,
      case when n % 50 = 3 and not is_plain then 1 else 0 end, at, case when not open then at + interval '1 day' end,
      3 + (n % 50 = 3 and not is_plain)::int from k
  ),
  promised as (
    insert into callbacks (id, case_id, owner_id, state, channel, address, window_from, window_until, computed, remind_at, made_at, closed_at,
      contact_id, contact_moment, reason, replaced_by)
    select case when open then ending else uuidv7(at - now()) end, id, owner_id,
      case when open then 'open' when n % 1000 = 13 then 'rescheduled' else 'kept' end, case when n % 1000 = 17 then 'letter' else 'phone' end, '+31612345678',
      at + interval '1 day', at + interval '26 hours', true, at + interval '25 hours', at, case when not open then at + interval '1 day' end,
      case when not open then gen_random_uuid() end,
      case when not open then case when n % 500 = 19 then 'customer-called-owner' else 'owner-reached' end end,
      case when n % 1000 = 13 and not open then 'Druk' end, case when n % 1000 = 13 and not open then gen_random_uuid() end from k
  ),
  ended as (
    insert into resolutions (id, case_id, outcome, summary, contact_id, contact_moment, resolved_by_id, at)
    select ending, id, case when n % 400 = 21 then 'unreachable' when n % 10 < 7 then 'answered' else 'fixed' end,
      (select text from made_sentences s where s.n = (k.s1 + 1) % 60000), gen_random_uuid(), 'owner-reached',
      owner_id, at + interval '1 day' from k where not open
  ),
  noted as (
    insert into notes (id, case_id, text, author_kind, author_id, at)
    select uuidv7(at - now()), id, (select text from made_sentences s where s.n = (k.s2 + 1) % 60000), 'employee', owner_id, at from k where k.n % 3 = 0 and k.s2 <> 59999
  )
  insert into contacts (id, case_id, direction, channel, outcome, summary, at, employee_id, spoken_for, opening, participants,
    recorded_by_kind, recorded_by_id, recorded_at)
  select uuidv7(at - now()), id, 'inbound', 'phone', 'reached', case when n % 2 = 0 then (select text from made_sentences s where s.n = (k.s3 + 1) % 60000) end,
    at, owner_id, owner_id, true, '[]', 'employee', owner_id, at from k where $1 > 0`

export const words = `
  insert into case_words (case_id, words) select id, words_of_case(id)
  from (select id from made_cases where n % $2::int = $1::int order by id offset 0) k`
