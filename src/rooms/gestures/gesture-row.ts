import { sql } from 'drizzle-orm'
import { now } from '../../db/moment.ts'
import { orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { toMoney } from '../../lib/money.ts'
import { spendingAccounts } from '../../tables/budgets.ts'
import { cases } from '../../tables/cases.ts'
import { gestures } from '../../tables/gestures.ts'
import { agreements, organisation } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'
import type { Gesture } from './contract.ts'

/** A gesture with all that its answer shows, as one row. */
export const gestureRow = {
  ...pick(gestures, 'x', 'id', 'caseId'),
  ...pick(cases, 'c', 'reference'),
  ...pick(
    gestures,
    'x',
    'teamId',
    'ownerId',
    'grantedById',
    'kind',
    'amount',
    'currency',
    'reason',
    'values',
  ),
  ...pick(gestures, 'x', 'state', 'grantedAt', 'endedAt', 'fulfilmentReference', 'fulfilledById'),
  ...pick(gestures, 'x', 'askId', 'outreachId', 'withdrawnById', 'withdrawnBecause', 'version'),
  ...renamed(employees, 'o', { ownerName: 'name' }),
  ...renamed(employees, 'g', { grantedByName: 'name' }),
  ...orNull(renamed(employees, 'w', { withdrawnByName: 'name' })),
  /** The ceiling of the case, and what was given by it. */
  ceiling: sql<number>`least(org.gesture_ceiling, a.gesture_ceiling)`,
  spent: sql<number>`coalesce(s.spent, 0)`,
}

/** What was refused never was a gesture, and what nobody has answered is none yet. */
export const came = sql`x.state <> 'refused' and x.granted_at <= ${now}`

export type GestureRow = RowOf<typeof gestureRow>

/** The gestures `x` and their cases `c`. */
export const gesturesOfCases = sql`from ${gestures} x join ${cases} c on c.id = x.case_id`

/** The gestures `x` with what their rows are put together from, up to where the conditions begin; the case is `c`. */
export const fromGestures = sql`
  ${gesturesOfCases}
  join ${employees} o on o.id = x.owner_id
  join ${employees} g on g.id = x.granted_by_id left join ${employees} w on w.id = x.withdrawn_by_id
  join ${agreements} a on a.team_id = c.team_id cross join ${organisation} org
  left join ${spendingAccounts} s on s.case_id = x.case_id`

/** What is left of a limit: never less than nothing, though the limit may have come down. */
export const remainingOf = (ceiling: number, spent: number): number => Math.max(0, ceiling - spent)

/** The gesture as it is answered. */
export const toGesture = (row: GestureRow): Gesture => ({
  id: row.id,
  caseId: row.caseId,
  reference: row.reference,
  teamId: row.teamId,
  owner: { id: row.ownerId, name: row.ownerName },
  grantedBy: { id: row.grantedById, name: row.grantedByName },
  kind: row.kind,
  amount: toMoney(row.amount, row.currency),
  reason: row.reason,
  values: row.values,
  state: shownState(row),
  askId: row.askId,
  outreachId: row.outreachId,
  remaining: toMoney(remainingOf(row.ceiling, row.spent), row.currency),
  fulfilment: fulfilmentOf(row),
  withdrawn: withdrawalOf(row),
  grantedAt: row.grantedAt,
  version: row.version,
})

function shownState({ state }: GestureRow): Gesture['state'] {
  if (state === 'refused') throw new Error('what was refused is shown to nobody')
  return state
}

function fulfilmentOf({ fulfilmentReference, fulfilledById, endedAt }: GestureRow): Gesture['fulfilment'] {
  if (fulfilmentReference === null || fulfilledById === null || endedAt === null) return null
  return { reference: fulfilmentReference, at: endedAt, by: { kind: 'system', id: fulfilledById } }
}

function withdrawalOf(row: GestureRow): Gesture['withdrawn'] {
  const { withdrawnById, withdrawnByName, withdrawnBecause, endedAt } = row
  if (withdrawnById === null || withdrawnByName === null || endedAt === null) return null
  return { at: endedAt, by: { id: withdrawnById, name: withdrawnByName }, reason: withdrawnBecause }
}
