import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { viewerOf } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import type { CallState } from '../../tables/calls.ts'
import { customers } from '../../tables/customers.ts'
import { employees } from '../../tables/people.ts'
import type { Call } from './call-contract.ts'
import { findCaller } from './find-caller.ts'
import type { KnownCall } from './lock-call.ts'
import { whomToRing } from './whom-to-ring.ts'

interface Named {
  readonly id: string
  readonly name: string | null
}

const currentCustomer = selecting(pick(customers, 'c', 'id', 'name'))<{ id: string }>(
  sql`from ${customers} c where c.id = current_customer(${sql.placeholder('id')}::uuid)`,
)
const employeeById = selecting(pick(employees, 'e', 'id', 'name'))<{ id: string }>(
  sql`from ${employees} e where e.id = ${sql.placeholder('id')}`,
)

/** The call as it is answered. While it rings, whom to put it through to is told; `customer` where it is known already. */
export async function showCall(
  work: Work,
  call: KnownCall,
  number: string | null,
  customer?: Named,
): Promise<Call> {
  const { customerId, answeredById } = call
  const [who, employee] = await Promise.all([
    customer ?? (customerId === null ? undefined : work.tx.row(currentCustomer, { id: customerId })),
    answeredById === null ? undefined : work.tx.row(employeeById, { id: answeredById }),
  ])
  const state = stateOf(call)
  const rings = state === 'ringing' && call.direction === 'inbound' && number !== null && who !== undefined
  return {
    id: call.id,
    callId: call.callId,
    direction: call.direction,
    from: call.fromNumber,
    to: call.toNumber,
    state,
    at: call.at,
    employee: employee ?? null,
    employeeExtension: call.employeeExtension,
    customer: who ? { id: who.id, name: who.name } : null,
    caseId: call.caseId,
    contactId: call.contactId,
    ring: rings ? await ringFor(work, number) : null,
    version: call.version,
  }
}

async function ringFor(work: Work, phone: string): Promise<Call['ring']> {
  const asked = { phone, now: toWire(work.now), ...viewerOf(work.actor) }
  const { openCases, candidates } = await findCaller(work.tx, asked)
  return whomToRing(work, openCases[0], candidates[0])
}

/** The same sentence as `callState` of the table, for a call that is not written yet. */
const stateOf = ({ answered, ended, givenUp }: KnownCall): CallState =>
  answered ? (ended ? 'ended' : 'answered') : ended || givenUp ? 'missed' : 'ringing'
