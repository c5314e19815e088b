const wire = (moment: string) => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Open cases, each with its opening contact, its callback and its history: see `insertCases`. */
export const insertOpenCases = `
  with given as materialized (
    select g.*, row_number() over () as n, nextval('case_references')::text || '0' as reference, e.team_id
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $7::int[])
      as g (id, callback_id, owner_id, customer_id, contact_id, spread)
    join employees e on e.id = g.owner_id
  ),
  opened as (
    insert into cases (id, reference, customer_id, owner_id, team_id, callback_id, topic_id, subject, question, origin,
      channel, opened_by_kind, opened_by_id, assignment_reason, faces, opened_at, version)
    select g.id, reference, customer_id, owner_id, team_id, callback_id, t.id, 'Charged twice in October',
      'My October bill was taken from my account twice. Can one be paid back? Number ' || g.n, 'question',
      'phone', 'employee', owner_id, 'taken', array[owner_id], now(), 3
    from given g join (select id, row_number() over (order by id) - 1 as place from topics) t on t.place = g.n % 10
  ),
  heard as (
    insert into contacts (id, case_id, direction, channel, outcome, at, employee_id, spoken_for, opening, participants,
      recorded_by_kind, recorded_by_id, recorded_at)
    select contact_id, id, 'inbound', 'phone', 'reached', now(), owner_id, owner_id, true, '[]',
      'employee', owner_id, now() from given
  ),
  promised as (
    insert into callbacks (id, case_id, owner_id, state, channel, address, window_from, window_until, computed, remind_at, made_at)
    select callback_id, id, owner_id, 'open', 'phone', '+31612345678', starts, starts + interval '1 hour', true,
      starts + interval '30 minutes', now()
    from given, lateral (select case
      -- Of each owner one in 25 is promised for the last hour of today, of which some may be over, the others for the days to come.
      when spread / 20 % 25 = 0 then greatest(now(), ((now() at time zone 'Europe/Amsterdam')::date + 1)::timestamp
        at time zone 'Europe/Amsterdam' - interval '1 hour')
      else date_trunc('hour', now()) + (24 + spread % 100) * interval '1 hour' end as starts) w
    returning case_id, window_from, window_until
  )
  insert into events (id, type, at, case_id, case_sequence, customer_id, actor_kind, actor_id, data)
  select e.id, (array['case.opened', 'contact.recorded', 'callback.made'])[(e.n - 1) % 3 + 1],
    now(), g.id, (e.n - 1) % 3 + 1, g.customer_id, 'employee', g.owner_id,
    jsonb_build_object('ownerId', g.owner_id, 'contactId', g.contact_id, 'callbackId', g.callback_id, 'channel', 'phone',
      'direction', 'inbound', 'outcome', 'reached', 'employeeId', g.owner_id, 'from', ${wire('p.window_from')},
      'until', ${wire('p.window_until')})
  from unnest($6::uuid[]) with ordinality as e (id, n) join given g on g.n = (e.n + 2) / 3
    join promised p on p.case_id = g.id`
