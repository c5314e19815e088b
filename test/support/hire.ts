import { randomUUID } from 'node:crypto'
import type { Service } from './service.ts'

export interface Hired {
  readonly teamId?: string | null
  readonly role?: 'member' | 'coach' | 'admin'
}

/** Puts an employee into the database, past the API: for tests of rooms below that of people. Answers with the id. */
export async function hire(
  { sql }: Service,
  { teamId = null, role = 'member' }: Hired = {},
): Promise<string> {
  const id = randomUUID()
  await sql.query(
    `insert into employees (id, name, team_id, discipline, role, contract_hours, created_at)
     values ($1, 'Sanne de Wit', $2, 'both', $3, 36, now())`,
    [id, teamId, role],
  )
  return id
}
