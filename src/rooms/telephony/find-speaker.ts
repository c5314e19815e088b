import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { employees } from '../../tables/people.ts'

/** By what a telephone system knows an employee. */
export interface Speaker {
  readonly extension?: string | undefined
  readonly email?: string | undefined
  readonly name?: string | undefined
}

const given = (name: string) => sql`${sql.placeholder(name)}::text`
const known = selecting({
  ...pick(employees, 'e', 'id', 'teamId'),
  /** How they are known: 1 by extension, 2 by e-mail, 3 by name. */
  rank: sql<number>`case when e.extension = ${given('extension')} then 1
    when lower(e.email) = lower(${given('email')}) then 2 else 3 end`,
})<{ extension: string | null; email: string | null; name: string | null }>(sql`
  from ${employees} e where e.departed_at is null and (e.extension = ${given('extension')}
    or lower(e.email) = lower(${given('email')}) or lower(e.name) = lower(${given('name')}))`)

/**
 * Who of ours speaks: the one with the extension, else with the e-mail address, else with the name. Where several have
 * it, it is the one in the customer's team; where that tells nothing either, nobody can say, and nobody guesses: null.
 */
export async function findSpeaker(
  { tx }: Work,
  { extension = null, email = null, name = null }: { readonly [K in keyof Speaker]?: Speaker[K] | null },
  teamId: string | null,
): Promise<string | null> {
  if (extension === null && email === null && name === null) return null
  const found = await tx.rows(known, { extension, email, name })
  for (const rank of [1, 2, 3]) {
    const alike = found.filter((each) => each.rank === rank)
    const teammates = alike.filter((each) => each.teamId !== null && each.teamId === teamId)
    const [only, ...others] = teammates.length > 0 ? teammates : alike
    if (only && others.length === 0) return only.id
  }
  return null
}
