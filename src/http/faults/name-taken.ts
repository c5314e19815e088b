import { sql } from 'drizzle-orm'
import type { FastifyRequest } from 'fastify'
import type { Database } from '../../db/database.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reads } from '../../db/work.ts'
import { fieldsOf } from '../../lib/meanings.ts'
import type { Problem } from '../../lib/problem.ts'
import { budgets } from '../../tables/budgets.ts'
import { customerReferences } from '../../tables/customers.ts'
import { gestures } from '../../tables/gestures.ts'
import { employees } from '../../tables/people.ts'
import { rules } from '../../tables/rules.ts'
import { topics } from '../../tables/topics.ts'

const topicByCode = selecting(pick(topics, 't', 'id'))<{ code: string }>(
  sql`from ${topics} t where t.code = ${sql.placeholder('code')}`,
)
const ruleByCode = selecting(pick(rules, 'r', 'id'))<{ code: string }>(
  sql`from ${rules} r where r.code = ${sql.placeholder('code')}`,
)
const employeeBySubject = selecting(pick(employees, 'e', 'id'))<{ subject: string }>(
  sql`from ${employees} e where e.subject = ${sql.placeholder('subject')}`,
)
const budgetById = selecting(pick(budgets, 'b', 'id', 'teamId'))<{ id: string; period: string | null }>(sql`
  from ${budgets} b where ${sql.placeholder('id')} in (b.team_id::text, b.employee_id::text)
    and b.period = coalesce(${sql.placeholder('period')}, case when b.team_id is null then 'month' else 'quarter' end)`)
const gestureByReference = selecting(pick(gestures, 'g', 'id'))<{ reference: string }>(
  sql`from ${gestures} g where g.fulfilment_reference = ${sql.placeholder('reference')}`,
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
    case 'budgets_of_a_team_are_one':
    case 'budgets_of_an_employee_are_one': {
      const whose = body.teamId === undefined ? 'employeeId' : 'teamId'
      const period = typeof body.period === 'string' ? body.period : null
      return found(`#/${whose}`, await db.row(budgetById, { id: String(body[whose]), period }), 'cases')
    }
    case 'gestures_are_fulfilled_once': {
      const reference = String(body.reference)
      return found('#/reference', await db.row(gestureByReference, { reference }), 'cases')
    }
    case 'customer_references_are_unique':
      return (await referencesTaken(request, db))[0]
    default:
      return undefined
  }
}

const found = (
  pointer: string,
  row: { readonly id: string } | undefined,
  among: Taken['among'],
): Taken | undefined => row && { pointer, id: row.id, among }

/** Of the references that were given of a customer, those that are another's. */
export async function referencesTaken(
  { body, params }: FastifyRequest,
  db: Database,
): Promise<readonly Taken[]> {
  // Of a customer inside another request a reference finds who it is.
  const { references } = fieldsOf(body)
  if (!Array.isArray(references)) return []
  const { customerId, system, externalId } = fieldsOf(params)
  const asked = [...references, { system, externalId }].map(fieldsOf)
  const rows = await db.rows(customersByReference, {
    systems: asked.map((reference) => String(reference.system)),
    externalIds: asked.map((reference) => String(reference.externalId)),
  })
  const holderOf = (reference: Fields) =>
    rows.find((row) => row.system === reference.system && row.externalId === reference.externalId)?.id
  const own = customerId ?? holderOf({ system, externalId })
  return references.map(fieldsOf).flatMap((reference, n): Taken[] => {
    const id = holderOf(reference)
    return id === undefined || id === own ? [] : [{ pointer: `#/references/${n}`, id, among: 'customers' }]
  })
}

type Fields = Readonly<Record<string, unknown>>
