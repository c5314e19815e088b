import { sql } from 'drizzle-orm'
import { orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { toMoney } from '../../lib/money.ts'
import { asks } from '../../tables/asks.ts'
import { cases } from '../../tables/cases.ts'
import { gestures } from '../../tables/gestures.ts'
import { employees } from '../../tables/people.ts'
import type { AskShown } from './contract.ts'

/** An ask with all that its answer shows, as one row. */
export const askRow = {
  ...pick(asks, 'x', 'id', 'caseId'),
  ...pick(cases, 'c', 'reference'),
  ...pick(asks, 'x', 'teamId', 'askedById', 'wish', 'amount', 'currency', 'reason', 'answerBy', 'askedAt'),
  ...pick(
    asks,
    'x',
    'state',
    'bySilence',
    'closedAt',
    'answeredById',
    'answerReason',
    'alternative',
    'version',
  ),
  ...renamed(employees, 'a', { askedByName: 'name' }),
  ...orNull(renamed(employees, 'w', { answeredByName: 'name' })),
  ...renamed(gestures, 'g', { gestureId: 'id', gestureVersion: 'version' }),
}

export type AskRow = RowOf<typeof askRow>

/** The asks `x` and their cases `c`. */
export const asksOfCases = sql`from ${asks} x join ${cases} c on c.id = x.case_id`

/** The asks `x` with what their rows are put together from, up to where the conditions begin; the case is `c`. */
export const fromAsks = sql`
  ${asksOfCases}
  join ${employees} a on a.id = x.asked_by_id
  left join ${employees} w on w.id = x.answered_by_id join ${gestures} g on g.ask_id = x.id and g.ask_id is not null`

/** Whether silence has granted it: that follows time, and not whoever tells of it. `now` is in wire form. */
export const isGrantedBySilence = ({ state, answerBy, bySilence }: AskRow, now: string): boolean =>
  bySilence || (state === 'open' && answerBy <= now)

/** The ask as it is answered. */
export function toAsk(row: AskRow, now: string): AskShown {
  const bySilence = isGrantedBySilence(row, now)
  const state = bySilence ? 'granted' : row.state
  return {
    id: row.id,
    caseId: row.caseId,
    reference: row.reference,
    teamId: row.teamId,
    askedBy: { id: row.askedById, name: row.askedByName },
    wish: row.wish,
    amount: toMoney(row.amount, row.currency),
    reason: row.reason,
    answerBy: row.answerBy,
    askedAt: row.askedAt,
    state,
    bySilence,
    answer: answerOf(row),
    gestureId: state === 'granted' ? row.gestureId : null,
    closedAt: bySilence ? row.answerBy : row.closedAt,
    version: row.version,
  }
}

function answerOf(row: AskRow): AskShown['answer'] {
  const { answeredById, answeredByName, answerReason, alternative, state } = row
  if (answeredById === null || answeredByName === null) return null
  return {
    answer: state === 'refused' ? 'no' : 'yes',
    reason: answerReason,
    alternative,
    by: { id: answeredById, name: answeredByName },
  }
}
