import { sql } from 'drizzle-orm'
import type { FastifyRequest } from 'fastify'
import type { Database } from '../../db/database.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reads } from '../../db/work.ts'
import type { Problem } from '../../lib/problem.ts'
import { customerReferences } from '../../tables/customers.ts'
import { topics } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'
import { rules } from '../../tables/rules.ts'

const topicByCode = selecting(pick(topics, 't', 'id'))<{ code: string }>(
  sql`from ${topics} t where t.code = ${sql.placeholder('code')}`,
)
const ruleByCode = selecting(pick(rules, 'r', 'id'))<{ code: string }>(
  sql`from ${rules} r where r.code = ${sql.placeholder('code')}`,
)
const employeeBySubject = selecting(pick(employees, 'e', 'id'))<{ subject: string }>(
  sql`from ${employees} e where e.subject = ${sql.placeholder('subject')}`,
)
const customersByReference = selecting({
  id: sql<string>`current_customer(r.customer_id)`,
  ...pick(customerReferences, 'r', 'system', 'externalId'),
})<{ systems: readonly string[]; externalIds: readonly string[] }>(sql`
  from ${customerReferences} r join unnest(${sql.placeholder('systems')}::text[],
    ${sql.placeholder('externalIds')}::text[]) g (system, external_id)
    on g.system = r.system and g.external_id = r.external_id`)

interface Taken {
  /** Where the name stood in the body. */
  readonly pointer: string
  /** What has it. */
  readonly id: string
  /** As part of what a system may read that. */
  readonly among: keyof Reads
}

/** A refusal for a name that is taken, with where it stood in the body and, for whoever may read it, what has it. */
export async function nameTaken(problem: Problem, request: FastifyRequest, db: Database): Promise<Problem> {
  // Refused all the same when the database is away.
  const taken = await takenIn(problem.constraint, request, db).catch(() => undefined)
  if (!taken) return problem
  const mayRead = request.caller.reads[taken.among]
  return problem.kind.of([{ pointer: taken.pointer, message: 'is taken' }], {
    ...problem.members,
    ...(mayRead && { existing: { id: taken.id } }),
  })
}

async function takenIn(constraint: string | undefined, request: FastifyRequest, db: Database) {
  const body = fieldsOf(request.body)
  switch (constraint) {
    case 'topics_code_is_taken':
      return found('#/code', await db.row(topicByCode, { code: String(body.code) }), 'cases')
    case 'rules_code_is_taken':
      return found('#/code', await db.row(ruleByCode, { code: String(body.code) }), 'cases')
    case 'employees_subject_is_taken':
      return found('#/subject', await db.row(employeeBySubject, { subject: String(body.subject) }), 'cases')
    case 'customer_references_are_unique':
      return referenceTaken(request, db)
    default:
      return undefined
  }
}

const found = (
  pointer: string,
  row: { readonly id: string } | undefined,
  among: Taken['among'],
): Taken | undefined => row && { pointer, id: row.id, among }

/** Of the references that were given of a customer, the first that is another's. */
async function referenceTaken({ body, params }: FastifyRequest, db: Database): Promise<Taken | undefined> {
  const [given, above] = 'customer' in fieldsOf(body) ? [fieldsOf(body).customer, '#/customer'] : [body, '#']
  const { references } = fieldsOf(given)
  if (!Array.isArray(references)) return undefined
  const { customerId, system, externalId } = fieldsOf(params)
  const asked = [...references, { system, externalId }].map(fieldsOf)
  const rows = await db.rows(customersByReference, {
    systems: asked.map((reference) => String(reference.system)),
    externalIds: asked.map((reference) => String(reference.externalId)),
  })
  const holderOf = (reference: Fields) =>
    rows.find((row) => row.system === reference.system && row.externalId === reference.externalId)?.id
  const own = customerId ?? holderOf({ system, externalId })
  for (const [n, reference] of references.map(fieldsOf).entries()) {
    const id = holderOf(reference)
    if (id !== undefined && id !== own) return { pointer: `${above}/references/${n}`, id, among: 'customers' }
  }
  return undefined
}

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {})
