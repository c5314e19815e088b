import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { employees } from '../../tables/people.ts'

/** By what a telephone system knows an employee. */
export interface Speaker {
  /** As the telephone system has it: an extension, or a direct number. */
  readonly extension?: string | undefined
  /** What it has is this number, in E.164. */
  readonly phone?: string | null | undefined
  readonly email?: string | undefined
  readonly name?: string | undefined
}

const given = (name: string) => sql`${sql.placeholder(name)}::text`
const hasExtension = sql`e.extension = ${given('extension')}`
// A direct number may stand in either field, in an extension as somebody typed it.
const hasNumber = sql`(e.phone = ${given('phone')} or e.extension in (${given('phone')}, substr(${given('phone')}, 2)))`
const known = selecting({
  ...pick(employees, 'e', 'id', 'teamId'),
  /** How they are known: 1 by extension, 2 by a direct number, 3 by e-mail, 4 by name. */
  rank: sql<number>`case when ${hasExtension} then 1 when ${hasNumber} then 2
    when lower(e.email) = lower(${given('email')}) then 3 else 4 end`,
})<{ extension: string | null; phone: string | null; email: string | null; name: string | null }>(sql`
  from ${employees} e where e.departed_at is null and (${hasExtension} or ${hasNumber}
    or lower(e.email) = lower(${given('email')}) or lower(e.name) = lower(${given('name')}))`)

/**
 * Who of ours speaks: the one with the extension, else with the direct number, else with the e-mail address, else with the name. Where several have
 * it, it is the one in the customer's team; where that tells nothing either, nobody can say, and nobody guesses: null.
 */
export async function findSpeaker(
  { tx }: Work,
  {
    extension = null,
    phone = null,
    email = null,
    name = null,
  }: { readonly [K in keyof Speaker]?: Speaker[K] | null },
  teamId: string | null,
): Promise<string | null> {
  if (extension === null && email === null && name === null) return null
  const found = await tx.rows(known, { extension, phone, email, name })
  for (const rank of [1, 2, 3, 4]) {
    const alike = found.filter((each) => each.rank === rank)
    const teammates = alike.filter((each) => each.teamId !== null && each.teamId === teamId)
    const [only, ...others] = teammates.length > 0 ? teammates : alike
    if (only && others.length === 0) return only.id
  }
  return null
}
