import { beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../../src/db/database.ts'
import { announceDeadlines } from '../../../src/rooms/callbacks/announce-deadlines.ts'
import { announceOverdue } from '../../../src/rooms/consultations/announce-overdue.ts'
import { announceLateAnswers } from '../../../src/rooms/ideas/announce-late-answers.ts'
import { announceReviews } from '../../../src/rooms/rules/announce-reviews.ts'
import { houseRule } from '../../requests/objects.ts'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { asBefore, insert } from '../script.ts'
import { tell } from '../tell.ts'
import { type Attack, outcomeOf, tryAll } from './attack.ts'

/** What is told when its time has come: neither ahead of it, nor once more, nor never. */
const service = useService()
let [kase, complaint, asked, told, fresh, answered, due, next, another, contract]: Answer['body'][] = []
let [sanneId, coachId] = ['', '']
beforeAll(async () => {
  const now = Temporal.Now.instant()
  service.clock.now = now.subtract({ hours: 24 * 40 })
  const scene = await setScene(service)
  sanneId = scene.sanne.id
  coachId = (await service.employee({ teamId: null, role: 'coach' })).id
  kase = await scene.take()
  const make = (url: string, body: object) => service.do('POST', url, { as: sanneId, body })
  const think = () => make('/v1/ideas', { title: 'Fewer forms', body: 'Nobody reads them.' })
  const rule = (reviewOn: string) =>
    service.do('POST', '/v1/rules', { body: { ...houseRule(sanneId), reviewOn } })
  asked = await make(`/v1/cases/${kase.id}/consultations`, {
    ...{ employeeId: scene.piet.id, kind: 'question', question: 'Why?' },
  })
  ;[told, answered] = [await think(), await think()]
  const body = { decision: 'trying', reason: 'Good.' }
  await service.do('POST', `/v1/ideas/${answered.id}/answer`, { as: coachId, body })
  due = await rule(String(now.subtract({ hours: 48 })).slice(0, 10))
  service.clock.now = undefined
  ;[fresh, next, another] = [await think(), await rule('2090-05-01'), await rule('2090-05-01')]
  contract = await service.do('POST', '/v1/rules', {
    body: { code: 'no-cash', title: 'No cash', text: 'No cash.', kind: 'contract', ownerId: sanneId },
  })
  complaint = await scene.take({ aboutEmployeeId: scene.piet.id })
  const db = openDatabase({ url: service.databaseUrl, connections: 2, onError: () => undefined })
  for (const announce of [announceDeadlines, announceOverdue, announceLateAnswers, announceReviews])
    await announce(db, now)
  await db.close()
  await letTimeBe(service.sql)
})

const event = (type: string, data: object) =>
  insert('events', {
    ...{ id: 'gen_random_uuid()', type, at: 'now()', actor_kind: 'system', data: JSON.stringify(data) },
  })
const late = (idea: Answer['body']) => [
  `update ideas set overdue_told_at = now() where id = '${idea.id}'`,
  event('idea.overdue', { ideaId: idea.id }),
]
const isDue = (rule: Answer['body'], set = '') => [
  `update rules set ${set}due_told_at = now() where id = '${rule.id}'`,
  event('rule.review-due', { ruleId: rule.id, review: 1, because: 'bent' }),
]
const bent = (times: number, of = kase, at = 'now()') =>
  Array.from({ length: times }, () =>
    insert('deviations', {
      ...{ id: 'gen_random_uuid()', case_id: of.id, rule_id: next.id, rule_kind: 'house', text_number: '1' },
      ...{ benefit: 'Gets it.', reason: 'Ours.', employee_id: sanneId, at },
    }),
  )
const review = (decision = 'keep') =>
  insert('rule_reviews', {
    ...{ id: 'gen_random_uuid()', rule_id: next.id, number: '1', decision, reason: 'Ours.' },
    ...{ reviewed_by_id: sanneId, at: 'now()' },
  })

const columns = [
  ['callbacks', 'reminded_at', () => kase.callback.id, 'callbacks_promise_stands'],
  ['callbacks', 'overdue_told_at', () => kase.callback.id, 'callbacks_promise_stands'],
  ['consultations', 'overdue_told_at', () => asked.id, 'consultations_are_final'],
  ['ideas', 'overdue_told_at', () => told.id, 'ideas_are_history'],
  ['rules', 'due_told_at', () => due.id, 'rules_are_renewed_by_a_review'],
] as const

tryAll(service, [
  ...columns.flatMap(([table, column, of, refused]): Attack[] =>
    ['null', `${column} + interval '1 ms'`].map((value) => ({
      name: `says of ${table} that ${column} is ${value}`,
      steps: () => [`update ${table} set ${column} = ${value} where id = '${of()}'`],
      refused,
    })),
  ),
  ...[
    ['that is not late yet', () => late(fresh)],
    ['that has its answer', () => late(answered)],
    [
      'that gets its answer',
      () => [
        `update ideas set decision = 'declined', reason = 'No.', answered_by_id = '${coachId}', answered_at = now(),
          overdue_told_at = now() where id = '${fresh.id}'`,
        ...late(fresh).slice(1),
      ],
    ],
  ].map(([which, steps]) => ({
    name: `tells of an idea ${which}`,
    steps: steps as () => string[],
    refused: 'ideas_told_in_time',
  })),
  ...(
    [
      ['of which nobody has bent it', () => isDue(next)],
      ['of a contract, for which there is no day', () => isDue(contract)],
      ['that was bent nine times', () => [...isDue(next), ...bent(9), tell]],
      [
        'that was bent once more for a complaint',
        () => [...bent(9), ...bent(1, complaint), ...isDue(next), tell],
      ],
      [
        'that was bent before it was reviewed',
        () => [
          ...bent(10),
          review(),
          `update rules set reviews = 1, changed_at = now() where id = '${next.id}'`,
          ...isDue(next).with(1, event('rule.review-due', { ruleId: next.id, review: 2 })),
          tell,
        ],
      ],
      [
        'by fewer times than before',
        () => ['update organisation set review_after = 1', ...bent(1), ...isDue(next), tell],
      ],
      [
        'that is abolished',
        () => [
          ...bent(10),
          review('abolish'),
          `update rules set reviews = 1, abolished_at = now(),
        changed_at = now() where id = '${next.id}'`,
          ...isDue(next),
          tell,
        ],
      ],
    ] as const
  ).map(([which, steps]) => ({
    name: `tells of a review ${which}`,
    steps,
    refused: 'rules_told_in_time',
  })),
  {
    name: 'silences the review of one rule as another is told of',
    steps: () => [
      ...[...bent(10), ...isDue(next)],
      ...bent(10).map((step) => step.replaceAll(next.id, another.id)),
      ...isDue(another).slice(0, 1),
      tell,
    ],
    refused: 'rules_due_is_told_of',
  },
  {
    name: 'silences the review of a rule by telling something else of it',
    steps: () => [
      ...[...bent(10), ...isDue(next).slice(0, 1)],
      event('rule.reviewed', { ruleId: next.id, review: 1, decision: 'keep' }),
      tell,
    ],
    refused: 'rules_due_is_told_of',
  },
  {
    name: 'leaves told with a review what was told before it, so that the next one is not',
    steps: () => [`update rules set reviews = reviews + 1, changed_at = now() where id = '${due.id}'`],
    refused: 'rules_are_renewed_by_a_review',
  },
])

test('a review is told of that falls due by ten bendings, in whichever order', async () => {
  const outcome = (...steps: readonly string[]) => outcomeOf(service, 'read committed', steps)
  expect(await outcome(...isDue(next), ...bent(10), tell)).toBe('nothing')
  expect(await outcome(...bent(10), ...isDue(next), tell)).toBe('nothing')
})

test('a review falls due by what was bent of this rule, in ninety days, and since its own last review', async () => {
  const outcome = (...steps: readonly string[]) => outcomeOf(service, 'read committed', [...steps, tell])
  const refused = 'rules_told_in_time'
  const ago = (span: string) => asBefore(...bent(10, kase, `now() - '${span}'::interval`))
  expect(await outcome(...ago('2160 hours'), ...isDue(next))).toBe(refused)
  expect(await outcome(...ago('2159 hours 59 minutes'), ...isDue(next))).toBe('nothing')
  const ofAnother = bent(10).map((step) => step.replaceAll(next.id, due.id))
  expect(await outcome(...asBefore(...ofAnother), ...isDue(next))).toBe(refused)
  // Reviewed, or abolished, a day ago; another one is reviewed now.
  const before = (decision: string) => review(decision).replace('now()', `now() - '1 day'::interval`)
  const reviewed = (set: string, decision: string) =>
    asBefore(`update rules set reviews = 1${set} where id = '${next.id}'`, before(decision), ...bent(10))
  const second = isDue(next).with(1, event('rule.review-due', { ruleId: next.id, review: 2 }))
  const another = asBefore(review().replaceAll(next.id, due.id))
  expect(await outcome(...reviewed('', 'keep'), ...another, ...second)).toBe('nothing')
  const abolished = reviewed(`, abolished_at = now() - '1 day'::interval`, 'abolish')
  expect(await outcome(...abolished, ...second)).toBe(refused)
})

test('every column that says when something was told is among them', async () => {
  const { rows } = await service.sql.query(`select table_name, column_name from information_schema.columns
    where table_schema = 'public' and column_name ~ '(told|reminded)_at$' and table_name in (select tablename from pg_tables)
    order by table_name, column_name desc`)
  expect(rows.map((row) => [row.table_name, row.column_name])).toEqual(
    columns.map(([table, column]) => [table, column]),
  )
})
