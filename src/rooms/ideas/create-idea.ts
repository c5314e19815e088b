import { sql } from 'drizzle-orm'
import { afterWorkingDays } from '../../calendar/working-days.ts'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { type Viewer, viewerOf, visible } from '../../facts/visibility.ts'
import { record, recordOfNobody } from '../../history/record-event.ts'
import { newId } from '../../lib/id.ts'
import { toWire } from '../../lib/instant.ts'
import type { FieldError } from '../../lib/problem.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { cases } from '../../tables/cases.ts'
import { ideaCases, ideaRules, ideas } from '../../tables/ideas.ts'
import { organisation } from '../../tables/organisation.ts'
import { rules } from '../../tables/rules.ts'
import { assertValuesExist } from '../values/queries.ts'
import type { Idea } from './contract.ts'
import { toIdea } from './idea-row.ts'
import type { NewIdea } from './write-contract.ts'

const around = selecting({
  ...pick(organisation, 'o', 'country', 'holidayRegion', 'timeZone', 'ideaAnswerWithin'),
  cases: sql<
    string[]
  >`array(select c.id from ${cases} c where c.id = any(${sql.placeholder('caseIds')}::uuid[]) and ${visible})`,
  rules: sql<
    string[]
  >`array(select r.id from ${rules} r where r.id = any(${sql.placeholder('ruleIds')}::uuid[]))`,
})<Viewer & { caseIds: readonly string[]; ruleIds: readonly string[] }>(sql`from ${organisation} o`)

/**
 * An employee has an idea. An anonymous one is written without its author, and told of by nobody. Throws `unprocessable`
 * for cases that they don't see, and rules and values that there are none of.
 */
export async function createIdea(
  work: Work,
  { title, body, anonymous = false, values = [], ...given }: NewIdea,
): Promise<Idea> {
  const caseIds = [...new Set(given.caseIds)]
  const ruleIds = [...new Set(given.ruleIds)]
  const known = await work.tx.row(around, { caseIds, ruleIds, ...viewerOf(work.actor) })
  const { employee } = work.actor
  if (!known || !employee) throw new Error('an employee of the organisation has an idea')
  assertKnown([
    ...missing(given.caseIds ?? [], known.cases, '#/caseIds', 'is no case that you see'),
    ...missing(given.ruleIds ?? [], known.rules, '#/ruleIds', 'is no rule'),
  ])
  await assertValuesExist(work, values, '/values')
  const at = toWire(work.now)
  const { country, holidayRegion: region, timeZone } = known
  const { days } = Temporal.Duration.from(known.ideaAnswerWithin)
  const row = {
    id: newId(),
    title,
    body,
    anonymous,
    authorId: anonymous ? null : employee.id,
    values: [...values],
    createdAt: at,
    answerBy: toWire(afterWorkingDays(work.now, days, { country, region, timeZone })),
    version: 1,
  }

  work.tx.insert(ideas, row)
  for (const caseId of caseIds) work.tx.insert(ideaCases, { ideaId: row.id, caseId })
  for (const ruleId of ruleIds) work.tx.insert(ideaRules, { ideaId: row.id, ruleId })
  const tell = anonymous ? recordOfNobody : record
  tell(work, { type: 'idea.made', data: { ideaId: row.id, anonymous, ruleIds, values } })
  return toIdea({ ...row, authorName: anonymous ? null : employee.name, caseIds, ruleIds, ...nothingYet }, at)
}

const nothingYet = {
  ...{
    supports: 0,
    supported: false,
    decision: null,
    reason: null,
    answeredById: null,
    answeredByName: null,
  },
  ...{ answeredAt: null, result: null, resultById: null, resultByName: null, resultAt: null, effects: [] },
}

const missing = (
  given: readonly string[],
  known: readonly string[],
  pointer: string,
  message: string,
): FieldError[] =>
  given.flatMap((id, n) => (known.includes(id) ? [] : [{ pointer: `${pointer}/${n}`, message }]))

function assertKnown(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw Unprocessable.of(errors)
}
