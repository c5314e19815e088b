/** What a row is told of as, by the member of the event's data that names it. Rows come with their case and id. */
const told = [
  ['contactId', `select case_id, id, 'contact.recorded' from public.contacts`],
  [
    'contactId',
    `select t.case_id, t.id, 'contact.completed' from public.contacts t
      join public.events e on e.about_id = t.id and e.type = 'contact.recorded' and e.xmin <> t.xmin
      where t.xmin::text = pg_current_xact_id()::xid::text`,
  ],
  [
    'contactId',
    `select t.case_id, t.id, 'case.chased' from public.contacts t
      join public.callbacks b on b.case_id = t.case_id and b.state = 'open' and b.made_at <= t.at
      where t.direction = 'inbound' and not (t.opening or t.thanks) and t.chose_from is null
        and t.moment <> 'customer-called-owner'`,
  ],
  ['noteId', `select case_id, id, 'note.added' from public.notes`],
  ['callbackId', 'select case_id, id, told_as from public.callbacks'],
  ['callbackId', 'select case_id, id, ended_as from public.callbacks'],
  ['callbackId', 'select case_id, id, due_as from public.callbacks'],
  ['callbackId', 'select case_id, id, overdue_as from public.callbacks'],
  ['attemptId', 'select case_id, id, told_as from public.callback_attempts'],
  ['resolutionId', 'select case_id, id, told_as from public.resolutions'],
  ['consultationId', 'select case_id, id, told_as from public.consultations'],
  ['consultationId', 'select case_id, id, ended_as from public.consultations'],
  ['consultationId', 'select case_id, id, overdue_as from public.consultations'],
  [
    'consultationId',
    `select case_id, id, 'consultation.rated' from public.consultations
      where helpful is not null and xmin::text = pg_current_xact_id()::xid::text`,
  ],
  ['successionId', 'select case_id, id, told_as from public.successions'],
  ['successionId', 'select case_id, id, moved_as from public.successions'],
  ['correctionId', 'select case_id, id, told_as from public.case_corrections'],
  ['gestureId', `select case_id, id, 'gesture.granted' from public.gestures where ask_id is null`],
  [
    'gestureId',
    `select case_id, id, 'gesture.' || state from public.gestures where state in ('fulfilled', 'withdrawn')`,
  ],
  ['askId', `select case_id, id, 'ask.made' from public.asks`],
  [
    'askId',
    `select case_id, id, case when state = 'withdrawn' then 'ask.withdrawn' when by_silence then 'ask.granted-by-silence'
      else 'ask.answered' end from public.asks where state <> 'open'`,
  ],
  ['deviationId', `select case_id, id, 'deviation.recorded' from public.deviations`],
] as const

/**
 * Appends the events that the rows of a script are still without, as an honest script would have, so that it is the law
 * at hand that refuses it and not that its history is missing.
 */
export const tell = `
  with rows (key, case_id, id, type) as (
    ${told.map(([key, rows]) => `select '${key}', r.* from (${rows}) r`).join('\n    union all ')}
  ), untold as (
    select r.*, row_number() over (partition by r.case_id order by r.id, r.type) as place from rows r
    where r.type is not null and not exists (select from public.events e
      where e.case_id = r.case_id
        and (e.about_id = r.id or e.data ->> r.key = r.id::text)
        and (e.type = r.type or (e.type, r.type) = ('case.reopened', 'note.added')))
  ), appended as (
    insert into public.events (id, type, at, case_id, case_sequence, actor_kind, data)
    select gen_random_uuid(), u.type, now(), c.id, c.version + u.place, 'system', jsonb_build_object(u.key, u.id)
    from untold u join public.cases c on c.id = u.case_id
  )
  update public.cases c set version = c.version + u.events, chases = c.chases + u.chases
  from (select case_id, count(*) as events, count(*) filter (where type = 'case.chased') as chases
    from untold group by case_id) u where c.id = u.case_id`
