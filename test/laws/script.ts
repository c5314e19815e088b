import pg from 'pg'
import type { Service } from '../support/service.ts'
import { tell } from './tell.ts'

/**
 * What a console would do: runs the statements in one transaction, as the owner of the database, and answers with the
 * name of the constraint that refuses it. What would get through is answered as `nothing`, and not kept: all that a
 * COMMIT would still check is checked before the rollback. The history that the statements leave out is told at the end.
 */
export const refusal = (service: Service, ...statements: readonly string[]): Promise<string> =>
  refusalUntold(service, ...statements, tell)

/** The same of statements that tell their history themselves, or don't. */
async function refusalUntold({ sql }: Service, ...statements: readonly string[]): Promise<string> {
  await sql.query('begin')
  try {
    for (const statement of statements) await sql.query(statement)
    await sql.query('set constraints all immediate')
    return 'nothing'
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    return error.constraint ?? `${error.code}: ${error.message}`
  } finally {
    await sql.query('rollback')
  }
}

/** Changes a case with a history to it that fits, so that nothing but the law at hand can stand in the way. */
export const changeCase = (id: string, set: string): string => `
  with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
    select gen_random_uuid(), ${toldAs(set)}, now(), id, version + 1, 'system', ${toldWith(set)}
    from cases where id = '${id}')
  update cases set ${set}, version = version + 1 where id = '${id}'`

const resolutionIn = (set: string) => /resolution_id = '([^']+)'/.exec(set)?.[1]

const toldAs = (set: string): string =>
  resolutionIn(set)
    ? `'case.resolved'`
    : /callback_id = '/.test(set)
      ? `case when callback_id is null then 'case.reopened' else 'case.moved' end`
      : /\b(subject|question|tags|topic_id|team_id) = /.test(set)
        ? `'case.changed'`
        : `'case.moved'`

const toldWith = (set: string): string => {
  const resolution = resolutionIn(set)
  return resolution === undefined ? `'{}'` : `'{"resolutionId": "${resolution}"}'`
}

/** Inserts a row from literals; a function such as now() is written as such. */
export const insert = (table: string, row: Readonly<Record<string, string | null>>): string =>
  `insert into ${table} (${Object.keys(row)}) values (${Object.values(row).map((value) =>
    value === null ? 'null' : /^[a-z_]+\(.*\)|^'|::/.test(value) ? value : `'${value}'`,
  )})`

interface Owned {
  readonly id: string
  readonly owner: { readonly id: string }
}

/** As if it had been written before, when nothing of it was asked: no trigger and no foreign key looks at these steps. Takes a superuser. */
export const asBefore = (...steps: readonly string[]): readonly string[] => [
  'set local session_replication_role = replica',
  ...steps,
  'set local session_replication_role = origin',
]

/** A contact of a case, as its owner would have it: the customer was reached. */
export const contactRow = (kase: Owned, row: Readonly<Record<string, string | null>>): string =>
  insert('contacts', {
    id: 'gen_random_uuid()',
    case_id: kase.id,
    direction: 'outbound',
    channel: 'phone',
    outcome: 'reached',
    at: 'now()',
    employee_id: kase.owner.id,
    spoken_for: kase.owner.id,
    participants: '[]',
    recorded_by_kind: 'employee',
    recorded_by_id: kase.owner.id,
    recorded_at: row.at ?? 'now()',
    ...row,
  })

/** An open callback of a case. */
export const callbackRow = (kase: Owned, row: Readonly<Record<string, string | null>>): string =>
  insert('callbacks', {
    id: 'gen_random_uuid()',
    case_id: kase.id,
    owner_id: kase.owner.id,
    state: 'open',
    channel: 'phone',
    window_from: `now()`,
    window_until: `now() + '1 day'::interval`,
    remind_at: row.window_until ?? 'now()',
    computed: 'false',
    made_at: 'now()',
    ...row,
  })

/** A try at keeping a promise, which is counted. */
export const tryRow = (row: Readonly<Record<string, string | null>>): string =>
  `${insert('callback_attempts', row)};
    update callbacks set attempts = attempts + 1 where id = '${row.callback_id}'`

/** A resolution of a case, by its owner. */
export const resolutionRow = (kase: Owned, row: Readonly<Record<string, string | null>>): string =>
  insert('resolutions', {
    id: 'gen_random_uuid()',
    case_id: kase.id,
    outcome: 'answered',
    summary: 'By a script.',
    resolved_by_id: kase.owner.id,
    at: 'now()',
    ...row,
  })

/** The case's last contact of this kind. */
export const contactOf = async ({ sql }: Service, kase: Owned, moment: string): Promise<string> =>
  (
    await sql.query('select id from contacts where case_id = $1 and moment = $2 order by id desc limit 1', [
      kase.id,
      moment,
    ])
  ).rows[0].id
