import { sql } from 'drizzle-orm'
import { statement } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { employees } from '../../tables/people.ts'

/** By what a telephone system knows an employee. */
export interface Speaker {
  readonly extension?: string | undefined
  readonly email?: string | undefined
  readonly name?: string | undefined
}

interface Known {
  readonly id: string
  readonly teamId: string | null
  /** How they are known: 1 by extension, 2 by e-mail, 3 by name. */
  readonly rank: number
}

const given = (name: string) => sql`${sql.placeholder(name)}::text`
const known = statement<{ extension: string | null; email: string | null; name: string | null }, Known>(sql`
  select id, team_id as "teamId",
    case when extension = ${given('extension')} then 1 when lower(email) = lower(${given('email')}) then 2 else 3 end as rank
  from ${employees} where departed_at is null and (extension = ${given('extension')}
    or lower(email) = lower(${given('email')}) or lower(name) = lower(${given('name')}))`)

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
