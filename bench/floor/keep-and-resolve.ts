import { headsUpsOf } from './heads-ups.ts'
import { event, eventColumns, kaseJson, keep, plain, wire } from './write-parts.ts'

/** $7 callback, $8 contact, $9 attempt, $10 resolution, $11 to $13 events, $14 outcome, $15 summary, $16 survey, $17 its event. */
export const keepAndResolve = {
  name: 'keep-and-resolve',
  text: `
  with k as materialized (
    select c.*, cu.name as customer_name, o.name as owner_name, o.extension, t.code as topic_code,
      t.name as topic_name, b.channel as way, a.time_zone
    from callbacks b join cases c on c.id = b.case_id join customers cu on cu.id = c.customer_id
    join employees o on o.id = c.owner_id join agreements a on a.team_id = c.team_id
    left join topics t on t.id = c.topic_id
    where b.id = $7::uuid
  ),
  contact as (
    insert into contacts (id, case_id, direction, channel, outcome, summary, at, employee_id, spoken_for, answered,
      opening, participants, recorded_by_kind, recorded_by_id, recorded_at)
    select $8::uuid, id, 'outbound', way, 'reached', $15::text, $2::text::timestamptz, $1::uuid, $1::uuid, false,
      false, '[]', 'employee', $1::uuid, $2::text::timestamptz from k
  ),
  attempt as (
    insert into callback_attempts (id, callback_id, outcome, at, day, summary, contact_id, employee_id, recorded_at)
    select $9::uuid, $7::uuid, 'reached', $2::text::timestamptz, ($2::text::timestamptz at time zone time_zone)::date, $15::text,
      $8::uuid, $1::uuid, $2::text::timestamptz from k
  ),
  kept_callback as (
    update callbacks set attempts = attempts + 1, state = 'kept', closed_at = $2::text::timestamptz, contact_id = $8::uuid,
      contact_moment = 'owner-reached', version = version + 1 where id = $7::uuid
  ),
  resolution as (
    insert into resolutions (id, case_id, outcome, summary, contact_id, contact_moment, resolved_by_id, at)
    select $10::uuid, id, $14::text, $15::text, $8::uuid, 'owner-reached', $1::uuid, $2::text::timestamptz from k
  ),
  survey as (
    insert into surveys (id, case_id, resolution_id, customer_id, owner_id, faces, requested_at, quiet_until, expires_at, lock)
    select $16::uuid, id, $10::uuid, customer_id, owner_id, faces, $2::text::timestamptz,
      $2::text::timestamptz + interval '336 hours', $2::text::timestamptz + interval '720 hours',
      sha256(sha256($16::uuid::text::bytea))
    from k where not exists (
      select from surveys s where s.customer_id = k.customer_id and s.quiet_until > $2::text::timestamptz)
    on conflict on constraint surveys_ask_seldom do nothing
    returning id, case_id, customer_id, owner_id
  ),
  history as (
    insert into ${eventColumns}
    ${event('$11', 'contact.recorded', 'id', 'version + 1', 'customer_id', `jsonb_build_object('contactId', $8::uuid, 'direction', 'outbound', 'channel', way, 'outcome', 'reached', 'employeeId', $1::uuid)`)} from k
    union all
    ${event('$12', 'callback.kept', 'id', 'version + 2', 'customer_id', `jsonb_build_object('callbackId', $7::uuid, 'contactId', $8::uuid, 'customerCalledFirst', false, 'lateBy', null, 'toldLate', false)`)} from k
    union all
    ${event('$13', 'case.resolved', 'id', 'version + 3', 'customer_id', `jsonb_build_object('resolutionId', $10::uuid, 'outcome', $14::text, 'contactId', $8::uuid, 'firstContact', false, 'duplicateOf', null)`)} from k
    union all
    ${event('$17', 'survey.requested', 'null::uuid', 'null::integer', 'customer_id', `jsonb_build_object('surveyId', id, 'caseId', case_id, 'ownerId', owner_id)`)} from survey
  ),
  kase as (
    update cases c set callback_id = null, resolution_id = $10::uuid, resolved_at = $2::text::timestamptz,
      version = c.version + 3 from k where c.id = k.id
  ),
  answer as materialized (
    select json_build_object('id', $9::uuid, 'callbackId', $7::uuid, 'outcome', 'reached', 'at', $2::text,
      'summary', $15::text, 'contactId', $8::uuid, 'employeeId', $1::uuid, 'actedBy', $1::uuid, 'ownerId', $1::uuid,
      'recordedAt', $2::text, 'case', ${kaseJson({
        status: 'resolved',
        callback: 'null',
        resolution: `json_build_object('outcome', $14::text, 'summary', $15::text, 'contactId', $8::uuid, 'firstContact', false, 'duplicateOf', null, 'resolvedBy', $1::uuid, 'actedBy', $1::uuid, 'ownerId', $1::uuid, 'at', $2::text)`,
        headsUps: headsUpsOf('k.id'),
        openedAt: wire('k.opened_at'),
        resolvedAt: '$2::text',
        version: 'k.version + 3',
      })})::text as body from k
  ),
  ${keep(plain)}`,
}
