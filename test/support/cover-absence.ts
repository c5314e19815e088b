import { randomUUID } from 'node:crypto'
import type { Service } from './service.ts'

interface Cover {
  readonly owner: string
  readonly by: string
  readonly from: string
  readonly until: string
}

/** An absence with a stand-in for all of it, as the database has them; answers with its id. */
export async function coverAbsence({ sql }: Service, { owner, by, from, until }: Cover): Promise<string> {
  const absence = randomUUID()
  await sql.query(
    `with away as (insert into absences (id, employee_id, from_at, until_at, registered_at) values ($1, $2, $3, $4, $3))
      insert into stand_ins (id, absence_id, owner_id, stand_in_id, from_at, until_at) values ($5, $1, $2, $6, $3, $4)`,
    [absence, owner, from, until, randomUUID(), by],
  )
  return absence
}
