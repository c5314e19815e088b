import type { Work } from '../../db/work.ts'
import { findSuccessors } from '../../facts/find-successors.ts'
import { lockOpenCases, type OpenCase } from '../successions/pass-cases-on.ts'
import { type Heirs, type Spread, spreadCases } from '../successions/spread-cases.ts'
import type { Leaver } from './lock-leaver.ts'

/**
 * Who would take over which open case of somebody who leaves; the cases are locked, and nothing is written yet. Throws
 * `unprocessable` for heirs who cannot.
 */
export async function leaveCases(work: Work, leaver: Leaver, heirs: Heirs = {}): Promise<Spread<OpenCase>> {
  const cases = await lockOpenCases(work, leaver.id)
  const teammates = await findSuccessors(work, leaver.teamId, leaver.id)
  return spreadCases(cases, teammates, heirs)
}
