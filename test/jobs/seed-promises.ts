import type pg from 'pg'

/** Whose promises they are: a scene, or as much of one as stands in a database. */
interface Stage {
  readonly service: { readonly sql: Pick<pg.Client, 'query'> }
  readonly team: { readonly id: string }
  readonly sanne: { readonly id: string }
  readonly customer: { readonly id: string }
}

/** When a promise is to be told of: moments that PostgreSQL reads. */
interface Moments {
  readonly remindAt: string
  readonly until: string
}

/** A case with its open callback, and the moments that were asked for. */
export interface Promised extends Moments {
  readonly caseId: string
  readonly callbackId: string
}

/**
 * Open cases of Sanne with promises of these moments, each made an hour before it is to be told of first. By a script,
 * since nobody could promise what lies in the past.
 */
export async function seedPromises(
  { service, team, sanne, customer }: Stage,
  moments: readonly Moments[],
): Promise<Promised[]> {
  const { rows } = await service.sql.query(
    `with given as (
       select n, gen_random_uuid() as case_id, gen_random_uuid() as callback_id, m.remind_at, m.until_at,
         m.remind_at - interval '1 hour' as made_at
       from unnest($1::timestamptz[], $2::timestamptz[]) with ordinality m(remind_at, until_at, n)
     ), opened as (
       insert into cases (id, reference, customer_id, owner_id, team_id, callback_id, subject, question, origin, channel,
         opened_by_kind, opened_by_id, assignment_reason, opened_at, version)
       select case_id, (900000000000 + nextval('case_references'))::text, $3, $4, $5, callback_id, 'Why?', 'Why?',
         'question', 'phone', 'employee', $4, 'taken', made_at, 2 from given
     ), promised as (
       insert into callbacks (id, case_id, owner_id, state, channel, window_from, window_until, computed, remind_at, made_at)
       select callback_id, case_id, $4, 'open', 'phone', made_at, until_at, true, remind_at, made_at from given
     ), told as (
       insert into events (id, type, at, case_id, case_sequence, customer_id, actor_kind, data)
       select gen_random_uuid(), 'case.opened', made_at, case_id, 1, $3::uuid, 'system', jsonb_build_object('ownerId', $4::uuid) from given
       union all
       select gen_random_uuid(), 'callback.made', made_at, case_id, 2, $3, 'system',
         jsonb_build_object('callbackId', callback_id) from given
     )
     select case_id as "caseId", callback_id as "callbackId" from given order by n`,
    [
      moments.map(({ remindAt }) => remindAt),
      moments.map(({ until }) => until),
      customer.id,
      sanne.id,
      team.id,
    ],
  )
  return rows.map((row, n) => ({ ...row, ...moments[n] }))
}
