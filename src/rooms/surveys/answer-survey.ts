import { recordOnCase, save } from '../../case-file/change.ts'
import { lockCaseFirmly } from '../../case-file/lock-case.ts'
import { assertResolved, isOpen } from '../../case-file/rules.ts'
import type { Work } from '../../db/work.ts'
import { type LinkTokens, lockOf } from '../../facts/link-tokens.ts'
import { toWire } from '../../lib/instant.ts'
import { surveys } from '../../tables/surveys.ts'
import { reopenLocked } from '../cases/reopen-case.ts'
import type { AnswerSurvey, Survey } from './contract.ts'
import { SurveyClosed } from './problems.ts'
import { changeableUntil, findSurvey, toSurvey } from './queries.ts'

/** From this score on nothing has to be put right. */
const wellEnough = 3

/**
 * A customer says how it was, or within 12 hours that it was otherwise. A 1 or a 2 opens the case again as a recovery: with its own
 * owner, and a callback. Throws `not-found` for a token that opens nothing, and `survey-closed` when it is too late.
 */
export async function answerSurvey(
  work: Work,
  links: LinkTokens,
  token: string,
  {
    score,
    helpedByOnePerson = null,
    comment = null,
  }: Omit<AnswerSurvey, 'helpedByOnePerson' | 'comment'> & {
    readonly helpedByOnePerson?: boolean | null | undefined
    readonly comment?: string | null | undefined
  },
): Promise<Survey> {
  const { caseId } = await findSurvey(work.tx, links, token, work.begun)
  const kase = await lockCaseFirmly(work, caseId)
  // Of two answers at once the second one changes the first.
  const survey = await findSurvey(work.tx, links, token, work.begun)
  const at = toWire(work.now)
  const until = changeableUntil(survey) ?? survey.expiresAt
  if (at > until || at > survey.expiresAt)
    throw SurveyClosed.because('It was open until then.', { closedAt: until })
  const said = { score, helpedByOnePerson, comment }
  const answeredAt = survey.answeredAt ?? at

  const { shown } = lockOf(token)
  work.tx.update(surveys, { id: survey.id }, { ...said, answeredAt: at, shown, version: survey.version + 1 })
  const recovers = score < wellEnough && !isOpen(kase)
  const told = recordOnCase(work, kase, 'satisfaction.received', {
    surveyId: survey.id,
    score,
    helpedByOnePerson,
    recovery: recovers,
  })
  if (recovers) {
    assertResolved(told)
    save(work, await reopenLocked(work, told, {}))
  } else save(work, told)
  return toSurvey({ ...survey, ...said, answeredAt })
}
