import type { Work } from '../../db/work.ts'
import type { NewSuccession, Succession } from './contract.ts'
import { reportSafety } from './report-safety.ts'
import { succeedByChoice } from './succeed-by-choice.ts'

/** Another owner for a case, for a fact that law 12 knows: the customer's choice at once, safety when it is confirmed. */
export const requestSuccession = (
  work: Work,
  caseId: string,
  { cause, contactId = '', reason = '', toOwnerId }: NewSuccession,
): Promise<Succession> =>
  cause === 'safety'
    ? reportSafety(work, caseId, { reason, toOwnerId })
    : succeedByChoice(work, caseId, { contactId, reason: reason === '' ? null : reason, toOwnerId })
