/** What the floor's writes consist of. $1 is the employee, $2 now, $3 the system that calls, $4 to $6 the idempotency key. */

export const wire = (moment: string) =>
  `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export const eventColumns =
  'events (id, type, at, case_id, case_sequence, customer_id, actor_kind, actor_id, on_behalf_of, data)'

export const event = (
  id: string,
  type: string,
  kase: string,
  sequence: string,
  customer: string,
  data: string,
) =>
  `select ${id}::uuid, '${type}', $2::text::timestamptz, ${kase}, ${sequence}, ${customer}, 'system', $3::uuid, $1::uuid, ${data}`

export const keep = (headers: string) => `
  kept as (
    insert into idempotency_keys (caller, key, fingerprint, status, headers, body, at)
    select $4::text, $5::text, $6::bytea, 201, ${headers}, body, $2::text::timestamptz from answer
  )
  select body from answer`

export const plain = `'{"content-type":"application/json; charset=utf-8"}'::jsonb`

/** The last promise of a case in this alias that was broken, unless something was given since. */
export const brokenOf = (kase: string): string => `case when ${kase}.callback_id is not null then (
  select json_build_object('because', 'promise-broken', 'callbackId', x.id, 'since', x.window_until)
  from callbacks x where x.case_id = ${kase}.id and x.window_until < coalesce(x.closed_at, now())
    and not exists (select from gestures g where g.case_id = ${kase}.id and g.state in ('granted', 'fulfilled')
      and g.granted_at > x.window_until and g.granted_at <= now())
  order by x.window_until desc limit 1) end`

/** The outreach that opened a case. */
export const outreachOf = (kase: string): string =>
  `case when ${kase}.origin = 'outreach' then (select x.outreach_id from outreach_customers x where x.case_id = ${kase}.id) end`

export const kaseJson = (parts: {
  readonly status: string
  readonly callback: string
  readonly resolution: string
  readonly openedAt: string
  readonly resolvedAt: string
  readonly headsUps: string
  readonly version: string
  readonly more?: string
}) => `json_build_object('id', k.id, 'reference', k.reference, 'status', '${parts.status}',
    'customer', json_build_object('id', k.customer_id, 'name', k.customer_name),
    'owner', json_build_object('id', k.owner_id, 'name', k.owner_name, 'extension', k.extension),
    'standIn', null, 'teamId', k.team_id,
    'topic', case when k.topic_id is null then null else json_build_object('code', k.topic_code, 'name', k.topic_name) end,
    'subject', k.subject, 'question', k.question, 'tags', k.tags, 'origin', k.origin,
    'gestureSuggestion', null, 'outreachId', ${outreachOf('k')}, 'channel', k.channel,
    'openedBy', json_build_object('kind', k.opened_by_kind, 'id', k.opened_by_id),
    'assignment', json_build_object('reason', k.assignment_reason, 'considered', k.assignment_considered),
    'callback', ${parts.callback}, 'resolution', ${parts.resolution},
    'headsUps', ${parts.headsUps}, 'chases', k.chases, 'faces', cardinality(k.faces),
    'openedAt', ${parts.openedAt}, 'resolvedAt', ${parts.resolvedAt}, 'updatedAt', $2::text, 'aboutEmployeeId', null, 'version', ${parts.version}${parts.more ?? ''})`
