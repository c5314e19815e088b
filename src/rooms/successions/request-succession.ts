import type { Work } from '../../db/work.ts'
import type { NewSuccession, Succession } from './contract.ts'
import { reportDanger } from './report-safety.ts'
import { followChoice } from './succeed-by-choice.ts'

/** Another owner for a case, for a fact that law 12 knows: the customer's choice at once, safety when it is confirmed. */
export const requestSuccession = (
  work: Work,
  caseId: string,
  { cause, contactId = '', reason = '', toOwnerId }: NewSuccession,
): Promise<Succession> =>
  cause === 'safety'
    ? reportDanger(work, caseId, { reason, toOwnerId })
    : followChoice(work, caseId, { contactId, reason: reason === '' ? null : reason, toOwnerId })
