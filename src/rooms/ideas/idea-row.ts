import { sql } from 'drizzle-orm'
import { orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { effectsOn, turn } from '../../facts/rule-effects.ts'
import { visible } from '../../facts/visibility.ts'
import { cases } from '../../tables/cases.ts'
import { ideaCases, ideaRules, ideaSupports, ideas } from '../../tables/ideas.ts'
import { employees } from '../../tables/people.ts'
import { rules } from '../../tables/rules.ts'
import type { Idea } from './contract.ts'

/** An idea with all that its answer shows to a viewer, as one row. */
export const ideaRow = {
  ...pick(ideas, 'i', 'id', 'title', 'body', 'anonymous', 'authorId'),
  ...orNull(renamed(employees, 'u', { authorName: 'name' })),
  caseIds: sql<string[]>`array(select x.case_id from ${ideaCases} x join ${cases} c on c.id = x.case_id
    where x.idea_id = i.id and ${visible} order by x.case_id)`,
  ruleIds: sql<
    string[]
  >`array(select x.rule_id from ${ideaRules} x where x.idea_id = i.id order by x.rule_id)`,
  ...pick(ideas, 'i', 'values'),
  supports: sql<number>`(select count(*) from ${ideaSupports} x where x.idea_id = i.id)::integer`,
  supported: sql<boolean>`exists (select from ${ideaSupports} x
    where x.idea_id = i.id and x.employee_id = ${sql.placeholder('viewerId')}::uuid)`,
  ...pick(ideas, 'i', 'decision', 'reason', 'answeredById'),
  ...orNull(renamed(employees, 'w', { answeredByName: 'name' })),
  ...pick(ideas, 'i', 'answeredAt', 'result', 'resultById'),
  ...orNull(renamed(employees, 'z', { resultByName: 'name' })),
  effects: effectsOn({ ...renamed(rules, 'r', { ruleId: 'id' }), ...turn }),
  ...pick(ideas, 'i', 'resultAt', 'answerBy', 'createdAt', 'version'),
}

export type IdeaRow = RowOf<typeof ideaRow>

/** The ideas `i` with what their rows are put together from, up to where the conditions begin. */
export const fromIdeas = sql`
  from ${ideas} i left join ${employees} u on u.id = i.author_id left join ${employees} w on w.id = i.answered_by_id
  left join ${employees} z on z.id = i.result_by_id`

/** The idea as it is answered. `now` is in wire form. */
export const toIdea = (row: IdeaRow, now: string): Idea => ({
  id: row.id,
  title: row.title,
  body: row.body,
  anonymous: row.anonymous,
  author: named(row.authorId, row.authorName),
  caseIds: row.caseIds,
  ruleIds: row.ruleIds,
  values: [...row.values],
  supports: row.supports,
  supported: row.supported,
  state: row.decision ?? 'open',
  answerBy: row.answerBy,
  overdue: row.decision === null && row.answerBy <= now,
  answeredLate: row.answeredAt !== null && row.answeredAt >= row.answerBy,
  answer: answerIn(row),
  result: resultIn(row),
  effects: row.effects,
  createdAt: row.createdAt,
  version: row.version,
})

const named = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name })

function answerIn({
  decision,
  reason,
  answeredById,
  answeredByName,
  answeredAt: at,
}: IdeaRow): Idea['answer'] {
  const by = named(answeredById, answeredByName)
  return decision === null || reason === null || by === null || at === null
    ? null
    : { decision, reason, by, at }
}

function resultIn({ result: text, resultById, resultByName, resultAt: at }: IdeaRow): Idea['result'] {
  const by = named(resultById, resultByName)
  return text === null || by === null || at === null ? null : { text, by, at }
}
