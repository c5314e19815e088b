import { event, eventColumns, keep } from './write-parts.ts'

const euro = (minor: string) =>
  `json_build_object('amount', to_char(${minor} / 100.0, 'FM999999999990.00'), 'currency', 'EUR')`

/**
 * Gives something on a case, as the other writes of the floor do: one statement. Who is the first to give on a case at the
 * same moment as another finds no account, and asks again. $7 case, $8 gesture, $9 account, $10 event, $11 kind, $12 minor
 * units, $13 reason.
 */
export const grantGesture = {
  name: 'grant-gesture',
  text: `
  with k as (
    update cases c set version = c.version + 1 from employees o, organisation org, agreements ag
    where c.id = $7::uuid and o.id = c.owner_id and ag.team_id = c.team_id
    returning c.id, c.reference, c.customer_id, c.owner_id, c.team_id, c.version, o.name as owner_name,
      least(org.gesture_ceiling, ag.gesture_ceiling) as ceiling
  ),
  opened as (
    insert into spending_accounts (id, case_id) select $9::uuid, id from k on conflict do nothing
    returning id, lines, spent, fulfilled
  ),
  held as (
    select s.id, s.lines, s.spent, s.fulfilled from k join spending_accounts s on s.case_id = k.id for no key update of s
  ),
  account as materialized (select * from opened union all select * from held),
  given as (
    insert into gestures (id, case_id, team_id, owner_id, granted_by_id, kind, amount, currency, reason, state, granted_at)
    select $8::uuid, k.id, team_id, owner_id, $1::uuid, $11::text, $12::bigint, 'EUR', $13::text, 'granted',
      $2::text::timestamptz from k, account
  ),
  line as (
    insert into ledger (account_id, number, kind, gesture_id, gesture_amount, phase, amount, balance, fulfilled,
      previous_balance, previous_fulfilled, at)
    select id, lines + 1, 'case', $8::uuid, $12::bigint, 'granted', $12::bigint, spent + $12::bigint, fulfilled,
      case when lines > 0 then spent end, case when lines > 0 then fulfilled end, $2::text::timestamptz from account
  ),
  history as (
    insert into ${eventColumns}
    ${event('$10', 'gesture.granted', 'k.id', 'version', 'customer_id', `jsonb_build_object('gestureId', $8::uuid, 'kind', $11::text, 'amount', ${euro('$12::bigint')}, 'values', '[]'::json)`)} from k, account
  ),
  answer as materialized (
    select json_build_object('id', $8::uuid, 'caseId', k.id, 'reference', k.reference, 'teamId', team_id,
      'owner', json_build_object('id', owner_id, 'name', owner_name),
      'grantedBy', json_build_object('id', owner_id, 'name', owner_name), 'kind', $11::text,
      'amount', ${euro('$12::bigint')}, 'reason', $13::text, 'values', '[]'::json, 'state', 'granted', 'outreachId', null, 'askId', null,
      'remaining', ${euro('(k.ceiling - account.spent - $12::bigint)')}, 'fulfilment', null, 'withdrawn', null,
      'grantedAt', $2::text, 'version', 1)::text as body from k, account
  ),
  ${keep(`jsonb_build_object('content-type', 'application/json; charset=utf-8', 'etag', '"1"', 'location', '/v1/gestures/' || $8::text)`)}`,
}
