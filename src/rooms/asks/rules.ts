import { assertExpected, type Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import { Forbidden } from '../../lib/problems.ts'
import { type AskRow, isGrantedBySilence } from './ask-row.ts'
import { AskIsClosed, AskIsGranted } from './problems.ts'

/**
 * A coach of the team answers, a coach of no team, or an admin; never who asked. Throws `forbidden` for others.
 */
export function assertMayAnswer({ employee }: Work['actor'], { teamId, askedById }: AskRow): void {
  const coaches =
    employee?.role === 'admin' ||
    (employee?.role === 'coach' && (employee.teamId === null || employee.teamId === teamId))
  if (!coaches) throw Forbidden.because('A coach of the team answers, or an admin.')
  if (employee?.id === askedById) throw Forbidden.because('Somebody else answers what you asked yourself.')
}

/** Throws `ask-is-granted` from `answerBy` on, `ask-is-closed` for one that has ended, and `version-mismatch`. */
export function assertAskOpen(work: Work, row: AskRow): void {
  const bySilence = isGrantedBySilence(row, toWire(work.now))
  if (bySilence)
    throw AskIsGranted.because(`Nobody answered by ${row.answerBy}, which is a yes.`, { bySilence })
  if (row.state === 'granted') throw AskIsGranted.because('Somebody said yes.', { bySilence })
  if (row.state !== 'open') throw AskIsClosed.because(`The ask was ${row.state}.`)
  assertExpected(work, row.version)
}
