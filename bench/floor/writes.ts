import { headsUps } from './heads-ups.ts'
import { event, eventColumns, kaseJson, keep, plain, wire } from './write-parts.ts'

/**
 * The floor's writes, each one statement. It reads what the rows need, inserts the rows that the service
 * inserts, builds the answer, keeps it under the idempotency key and returns it. Parameters shared by all: $1 the
 * employee, $2 now, $3 the system that calls, $4 caller, $5 key and $6 fingerprint of the idempotency key.
 */

/** $7 case, $8 contact, $9 callback, $10 to $12 events, $13 customer, $14 topic, $15 subject, $16 question, $17 channel, $18 from, $19 until. */
export const openCase = {
  name: 'open-case',
  text: `
  with k as materialized (
    select $7::uuid as id, nextval('case_references')::text || '0' as reference, cu.id as customer_id,
      cu.name as customer_name, cu.phone, o.id as owner_id, o.name as owner_name, o.extension,
      o.active_team_id as team_id, t.id as topic_id, t.code as topic_code, t.name as topic_name,
      $15::text as subject, $16::text as question, '{}'::text[] as tags, 'question' as origin, $17::text as channel,
      'employee' as opened_by_kind, $1::uuid as opened_by_id, 'taken' as assignment_reason, '{}'::integer[] as assignment_considered,
      0 as chases, array[$1::uuid] as faces,
      (select coalesce(json_agg(json_build_object('id', id, 'reference', reference, 'subject', subject,
          'ownerId', owner_id, 'openedAt', ${wire('opened_at')}) order by id), '[]')
        from (select * from cases where customer_id = $13::uuid and callback_id is not null order by id limit 20) open) as related
    from customers cu join employees o on o.id = $1::uuid left join topics t on t.code = $14::text
    where cu.id = $13::uuid
  ),
  kase as (
    insert into cases (id, reference, customer_id, owner_id, team_id, callback_id, topic_id, subject, question, tags,
      origin, channel, opened_by_kind, opened_by_id, assignment_reason, assignment_considered, chases, faces, opened_at, version)
    select id, reference, customer_id, owner_id, team_id, $9::uuid, topic_id, subject, question, tags,
      origin, channel, opened_by_kind, opened_by_id, assignment_reason, assignment_considered, chases, faces, $2::text::timestamptz, 3 from k
  ),
  contact as (
    insert into contacts (id, case_id, direction, channel, outcome, at, employee_id, spoken_for, answered, opening,
      participants, recorded_by_kind, recorded_by_id, recorded_at)
    values ($8::uuid, $7::uuid, 'inbound', $17::text, 'reached', $2::text::timestamptz, $1::uuid, $1::uuid, false, true,
      '[]', 'employee', $1::uuid, $2::text::timestamptz)
  ),
  callback as (
    insert into callbacks (id, case_id, owner_id, state, channel, address, window_from, window_until, computed, remind_at, made_at)
    select $9::uuid, id, owner_id, 'open', 'phone', phone, $18::text::timestamptz, $19::text::timestamptz, true,
      $19::text::timestamptz - interval '30 minutes', $2::text::timestamptz from k
  ),
  history as (
    insert into ${eventColumns}
    ${event('$10', 'case.opened', 'id', '1', 'customer_id', `jsonb_build_object('ownerId', owner_id, 'teamId', team_id, 'reason', assignment_reason, 'origin', origin, 'channel', channel)`)} from k
    union all
    ${event('$11', 'contact.recorded', 'id', '2', 'customer_id', `jsonb_build_object('contactId', $8::uuid, 'direction', 'inbound', 'channel', channel, 'outcome', 'reached', 'employeeId', owner_id)`)} from k
    union all
    ${event('$12', 'callback.made', 'id', '3', 'customer_id', `jsonb_build_object('callbackId', $9::uuid, 'channel', 'phone', 'from', $18::text, 'until', $19::text, 'yielded', null, 'cutByHorizon', false)`)} from k
  ),
  answer as materialized (
    select ${kaseJson({
      status: 'open',
      callback: `json_build_object('id', $9::uuid, 'channel', 'phone', 'to', k.phone, 'from', $18::text, 'until', $19::text, 'state', 'open', 'overdue', false, 'attempts', 0, 'nextTryAt', null, 'yielded', null, 'cutByHorizon', false, 'version', 1)`,
      resolution: 'null',
      headsUps: headsUps(
        'from heads_ups hu where hu.topic_id = k.topic_id and hu.from_at <= $2::text::timestamptz and $2::text::timestamptz < hu.until_at',
      ),
      openedAt: '$2::text',
      resolvedAt: 'null',
      version: '3',
      more: `, 'related', k.related`,
    })}::text as body from k
  ),
  ${keep(`jsonb_build_object('content-type', 'application/json; charset=utf-8', 'etag', '"3"', 'location', '/v1/cases/' || $7::text)`)}`,
}

/** $7 case, $8 contact, $9 and $10 events, $11 channel, $12 summary. */
export const recordContact = {
  name: 'record-contact',
  text: `
  with k as (
    update cases set chases = chases + 1, version = version + 2,
      faces = case when $1::uuid = any(faces) then faces else faces || $1::uuid end where id = $7::uuid
    returning id, customer_id, owner_id, callback_id, chases, version
  ),
  contact as (
    insert into contacts (id, case_id, direction, channel, outcome, summary, at, employee_id, answered, opening,
      participants, recorded_by_kind, recorded_by_id, recorded_at)
    values ($8::uuid, $7::uuid, 'inbound', $11::text, 'reached', $12::text, $2::text::timestamptz, $1::uuid, false, false,
      '[]', 'employee', $1::uuid, $2::text::timestamptz)
  ),
  history as (
    insert into ${eventColumns}
    ${event('$9', 'contact.recorded', 'id', 'version - 1', 'customer_id', `jsonb_build_object('contactId', $8::uuid, 'direction', 'inbound', 'channel', $11::text, 'outcome', 'reached', 'employeeId', $1::uuid)`)} from k
    union all
    ${event('$10', 'case.chased', 'id', 'version', 'customer_id', `jsonb_build_object('contactId', $8::uuid, 'callbackId', callback_id, 'ownerId', owner_id, 'standInId', null, 'chases', chases)`)} from k
  ),
  answer as materialized (
    select json_build_object('id', $8::uuid, 'caseId', $7::uuid, 'direction', 'inbound', 'channel', $11::text,
      'outcome', 'reached', 'summary', $12::text, 'at', $2::text, 'employeeId', $1::uuid, 'actedBy', $1::uuid, 'ownerId', (select owner_id from k), 'byOwner', false,
      'answered', false, 'opening', false, 'participants', '[]'::json, 'thanks', false,
      'recordedBy', json_build_object('kind', 'employee', 'id', $1::uuid), 'recordedAt', $2::text)::text as body
  ),
  ${keep(plain)}`,
}
