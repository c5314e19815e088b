import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { cases } from '../../tables/cases.ts'
import { employees } from '../../tables/people.ts'

const ownerOf = statement<{ caseId: string }, object>(sql`
  select from ${employees}
  where id = (select owner_id from ${cases} where id = ${sql.placeholder('caseId')}) for key share`)

/**
 * Waits for an owner who is just leaving, before anything of theirs is locked: a departure locks the owner and then the
 * cases, and so does whoever gives one of the cases another owner.
 */
export const lockOwner = ({ tx }: Work, caseId: string): Promise<unknown> => tx.lock(ownerOf, { caseId })
