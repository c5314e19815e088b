import { sql } from 'drizzle-orm'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { fromProvisioned, provisionedRow } from '../../facts/provisioned.ts'
import { isId } from '../../lib/id.ts'
import { NotFound } from '../../lib/problems.ts'
import { type List, type ScimUser, schemaOf } from './contract.ts'
import { readFilter } from './filter.ts'
import { type Shown, showUser } from './show-user.ts'
import { userFilter } from './user-filter.ts'

const byId = selecting(provisionedRow)<{ id: string }>(
  sql`${fromProvisioned} and e.id = ${sql.placeholder('id')}`,
)
/** The id of a user, as it is in a path. Throws `not-found` for what can be nobody's. */
export function userIdIn(path: { readonly userId: string }): string {
  if (!isId(path.userId)) throw NotFound.because('There is no such user.')
  return path.userId.toLowerCase()
}

/** One user. Throws `not-found`, also for who was removed. */
export async function findUser({ db }: Reader, id: string, base: string, shown: Shown): Promise<ScimUser> {
  const found = await db.row(byId, { id })
  if (!found) throw NotFound.because('There is no such user.')
  return showUser(found, base, shown)
}

interface Asked extends Shown {
  readonly filter?: string | undefined
  readonly startIndex: number
  readonly count: number
}

/** Users in the order in which they came, from one place on. Throws `validation-failed` for a filter. */
export async function listUsers({ db }: Reader, asked: Asked, base: string): Promise<List<ScimUser>> {
  const { startIndex, count } = asked
  const { where, values } =
    asked.filter === undefined ? { where: sql`true`, values: {} } : userFilter(readFilter(asked.filter))
  const total = selecting({ total: sql<number>`count(*)::integer` })<object>(
    sql`${fromProvisioned} and ${where}`,
  )
  const page = selecting(provisionedRow)<object>(sql`${fromProvisioned} and ${where}
    order by e.id offset ${sql.placeholder('before')}::bigint limit ${sql.placeholder('count')}::bigint`)
  const [counted, found] = await Promise.all([
    db.row(total, values),
    count === 0 ? [] : db.rows(page, { ...values, before: startIndex - 1, count }),
  ])
  return {
    schemas: [schemaOf.list],
    totalResults: counted?.total ?? 0,
    startIndex,
    itemsPerPage: found.length,
    Resources: found.map((each) => showUser(each, base, asked)),
  }
}
