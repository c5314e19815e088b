import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { NotFound } from '../../lib/problems.ts'
import { apiKeys } from '../../tables/access.ts'
import { showEmployee } from '../employees/queries.ts'
import type { Me } from './me-contract.ts'

const keyById = selecting(pick(apiKeys, 'k', 'name', 'scopes'))<{ id: string }>(
  sql`from ${apiKeys} k where k.id = ${sql.placeholder('id')}`,
)

/** Who asks. */
export async function showMe(reader: Reader): Promise<Me> {
  const { actor, db } = reader
  if (actor.employee) {
    const employee = await showEmployee(reader, actor.employee.id)
    return { kind: 'employee', id: employee.id, name: employee.name, scopes: null, employee }
  }
  const key = await db.row(keyById, { id: actor.id })
  if (!key) throw NotFound.because('The key is gone.')
  return { kind: 'system', id: actor.id, name: key.name, scopes: key.scopes, employee: null }
}
