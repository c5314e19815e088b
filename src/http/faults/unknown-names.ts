import { sql } from 'drizzle-orm'
import type { FastifyRequest } from 'fastify'
import type { Database } from '../../db/database.ts'
import { selecting } from '../../db/statement.ts'
import { messageFor } from '../../lib/meaning/names.ts'
import type { FieldError } from '../../lib/problem.ts'
import { callbacks } from '../../tables/callbacks.ts'
import { contacts } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { teams } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'
import { rules, sharedValues } from '../../tables/rules.ts'
import { topics } from '../../tables/topics.ts'
import type { GivenName } from './names-at.ts'

const own = (name: string) => sql`${sql.placeholder(name)}::uuid`

/** The names that are wrong: those behind which there is nothing, and new ones that are taken. */
const wrongNames = selecting({ n: sql<number>`g.n::integer` })<{
  kinds: readonly string[]
  values: readonly string[]
  caseId: string | null
  callbackId: string | null
  employeeId: string | null
}>(sql`
  from unnest(${sql.placeholder('kinds')}::text[], ${sql.placeholder('values')}::text[]) with ordinality g (kind, value, n)
  where not case g.kind
    when 'topic' then exists (select from ${topics} t where t.code = g.value)
    when 'value' then exists (select from ${sharedValues} v, jsonb_array_elements(v.list) e where e ->> 'code' = g.value)
    when 'team' then exists (select from ${teams} t where t.id = g.value::uuid)
    when 'employee' then exists (select from ${employees} e where e.id = g.value::uuid)
    when 'colleague' then exists (select from ${employees} e where e.id = g.value::uuid and e.departed_at is null)
    when 'member' then exists (select from ${employees} e where e.id = g.value::uuid and e.active_team_id is not null)
    when 'customer' then exists (select from ${customers} c where c.id = g.value::uuid)
    when 'rule' then exists (select from ${rules} r where r.id = g.value::uuid)
    when 'contact' then exists (select from ${contacts} t where t.id = g.value::uuid and t.case_id = coalesce(
      ${own('caseId')}, (select b.case_id from ${callbacks} b where b.id = ${own('callbackId')})))
    when 'newTopic' then not exists (select from ${topics} t where t.code = g.value)
    when 'newRule' then not exists (select from ${rules} r where r.code = g.value)
    when 'newSubject' then not exists (select from ${employees} e where e.subject = g.value
      and e.id is distinct from ${own('employeeId')})
  end
  order by g.n`)

/** What is wrong with the names in a request, which have the right form. */
export async function unknownNames(
  given: readonly GivenName[],
  request: FastifyRequest,
  db: Database,
): Promise<readonly FieldError[]> {
  if (given.length === 0) return []
  const params: Readonly<Record<string, unknown>> = { ...(request.params as object) }
  const idIn = (name: string) => (typeof params[name] === 'string' ? String(params[name]) : null)
  const wrong = await db.rows(wrongNames, {
    kinds: given.map(({ of }) => of),
    values: given.map(({ value }) => value),
    caseId: idIn('caseId'),
    callbackId: idIn('callbackId'),
    employeeId: idIn('employeeId'),
  })
  return wrong.flatMap(({ n }) => {
    const name = given[n - 1]
    return name ? [{ pointer: name.pointer, message: messageFor(name.of) }] : []
  })
}
