import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { houseRule } from '../../requests/objects.ts'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { insert } from '../script.ts'
import { tell } from '../tell.ts'
import { outcomeOf, tryAll } from './attack.ts'

/** Rules and ideas: reviewed, changed, abolished and answered now, by who may. */
const service = useService()
let [kase, rule, changed, idea, tried, sanne, piet, stranger, coach, leaver, gone]: Answer['body'][] = []
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ sanne, piet } = scene)
  const away = (await service.team()).id
  stranger = await service.employee({ teamId: away })
  const hire = () => service.employee({ teamId: away, role: 'coach' })
  ;[coach, leaver, gone] = [await hire(), await hire(), await hire()]
  kase = await scene.take()
  const make = (url: string, body: object, as = sanne.id) => service.do('POST', url, { as, body })
  ;[rule, changed] = [
    await service.do('POST', '/v1/rules', { body: houseRule(sanne.id) }),
    await service.do('POST', '/v1/rules', { body: houseRule(sanne.id) }),
  ]
  const review = { decision: 'change', reason: 'Too strict.', reviewOn: '2090-05-01', text: 'We pay back.' }
  await make(`/v1/rules/${changed.id}/review`, review)
  const think = () => make('/v1/ideas', { title: 'Fewer forms', body: 'Nobody reads them.' })
  ;[idea, tried] = [await think(), await think()]
  await make(`/v1/ideas/${tried.id}/answer`, { decision: 'trying', reason: 'Good.' }, coach.id)
  await service.do('PATCH', `/v1/ideas/${tried.id}`, {
    ...{ as: coach.id, headers: { 'if-match': '*' }, body: { result: 'It helps.' } },
  })
  // Piet owns another rule.
  await service.do('POST', '/v1/rules', { body: houseRule(piet.id) })
  await service.sql.query(insert('departures', { employee_id: leaver.id, started_at: 'now()' }))
  await service.sql.query('update employees set departed_at = now() where id = $1', [gone.id])
  await letTimeBe(service.sql)
})

const id = randomUUID()
const yesterday = `now() - '1 day'::interval`
const reviewRow = (row = {}) =>
  insert('rule_reviews', {
    ...{ id, rule_id: rule.id, number: '1', decision: 'abolish', reason: 'Old.', reviewed_by_id: sanne.id },
    ...{ at: 'now()', ...row },
  })
const ends = (set = 'abolished_at = now()') =>
  `update rules set ${set}, reviews = reviews + 1, changed_at = now() where id = '${rule.id}'`
const abolish = (row = {}) => [ends(), reviewRow(row)]
const becomes = (who: Answer['body']) => `update employees set role = 'coach' where id = '${who.id}'`
const owns = (who: Answer['body']) =>
  `update rules set owner_id = '${who.id}', changed_at = now() where id = '${rule.id}'`
const bends = (text: string) => [
  insert('deviations', {
    ...{
      id,
      case_id: kase.id,
      rule_id: changed.id,
      rule_kind: 'house',
      text_number: text,
      benefit: 'Gets it.',
    },
    ...{ reason: 'Ours.', employee_id: sanne.id, at: 'now()' },
  }),
  tell,
]
const thinks = (row: Readonly<Record<string, string>>) =>
  insert('ideas', {
    ...{ id, title: 'Fewer forms', body: 'Nobody reads them.', anonymous: 'true', created_at: 'now()' },
    ...{ answer_by: `now() + '9 days'::interval`, ...row },
  })
const answers = (who: Answer['body']) =>
  `update ideas set decision = 'declined', reason = 'No.', answered_by_id = '${who.id}', answered_at = now()
    where id = '${idea.id}'`
const results = (who: Answer['body'], at = 'now()', result = `'Nothing.'`) =>
  `update ideas set result = ${result}, result_by_id = '${who.id}', result_at = ${at} where id = '${tried.id}'`

tryAll(service, [
  ...[yesterday, `'2199-01-01Z'`].flatMap((at) => [
    { name: `reviews a rule at ${at}`, steps: () => abolish({ at }), refused: 'rule_reviews_are_of_now' },
    {
      name: `abolishes a rule at ${at}`,
      steps: () => [ends(`abolished_at = ${at}`), reviewRow()],
      refused: 'rules_are_of_now',
    },
    {
      name: `writes the text of a rule at ${at}`,
      steps: () => [
        ends('text_number = 2'),
        reviewRow({ decision: 'change' }),
        insert('rule_versions', { id, rule_id: rule.id, number: '2', text: 'We pay.', at }),
      ],
      refused: 'rule_versions_are_of_now',
    },
    {
      name: `makes a rule at ${at}`,
      steps: () => [
        insert('rules', {
          ...{
            id,
            code: 'no-cash',
            title: 'No cash.',
            kind: 'contract',
            owner_id: sanne.id,
            text_number: '1',
          },
          ...{ created_at: at, changed_at: at },
        }),
        insert('rule_versions', { id, rule_id: id, number: '1', text: 'No cash.', at: 'now()' }),
      ],
      refused: 'rules_are_of_now',
    },
    {
      name: `has an idea at ${at}`,
      steps: () => [thinks({ created_at: at, answer_by: `'2199-12-30Z'` })],
      refused: 'ideas_are_of_now',
    },
    {
      name: `supports an idea at ${at}`,
      steps: () => [insert('idea_supports', { idea_id: idea.id, employee_id: piet.id, at })],
      refused: 'idea_supports_are_of_now',
    },
    {
      name: `tells what came of an idea at ${at}`,
      steps: () => [results(coach, at)],
      refused: 'ideas_are_of_now',
    },
  ]),
  ...(
    [
      ['by a stranger', () => abolish({ reviewed_by_id: stranger.id })],
      ['by a teammate of its owner', () => abolish({ reviewed_by_id: piet.id })],
      [
        'by whom it is given for as long as it takes',
        () => [owns(piet), ...abolish({ reviewed_by_id: piet.id })],
      ],
      ['by who is made a coach', () => [becomes(piet), ...abolish({ reviewed_by_id: piet.id })]],
      ['by a coach who is leaving', () => abolish({ reviewed_by_id: leaver.id })],
      ['by a coach who has left', () => abolish({ reviewed_by_id: gone.id })],
    ] as const
  ).map(([how, steps]) => ({
    name: `abolishes a rule ${how}`,
    steps,
    refused: 'rule_reviews_are_by_who_may',
  })),
  {
    name: 'reviews a rule by who owns it since this transaction',
    steps: () => [
      insert('rules', {
        ...{ id, code: 'no-cash', title: 'No cash.', kind: 'contract', owner_id: piet.id, text_number: '1' },
        ...{ created_at: 'now()', changed_at: 'now()' },
      }),
      insert('rule_versions', { id: randomUUID(), rule_id: id, number: '1', text: 'No cash.', at: 'now()' }),
      `update rules set reviews = 1, changed_at = now() where id = '${id}'`,
      reviewRow({ id: randomUUID(), rule_id: id, decision: 'keep', reviewed_by_id: piet.id }),
    ],
    refused: 'rule_reviews_are_by_who_may',
  },
  {
    name: 'says that a rule got its owner in another transaction',
    steps: () => [
      owns(piet),
      `update rules set changed_in = '1' where id = '${rule.id}'`,
      ...abolish({ reviewed_by_id: piet.id }),
    ],
    refused: 'rule_reviews_are_by_who_may',
  },
  {
    name: 'says of a rule that it was reviewed, as another was',
    steps: () => [reviewRow()],
    refused: 'rules_are_renewed_by_a_review',
  },
  {
    name: 'bends a text that holds no more',
    steps: () => bends('1'),
    refused: 'deviations_bend_what_is_in_force',
  },
  {
    name: 'has an idea that nobody ever answers',
    steps: () => [thinks({ answer_by: `now() + '51 days'::interval + '1 ms'::interval` })],
    refused: 'ideas_are_answered_in_time',
  },
  {
    name: 'gives itself years to answer',
    steps: () => [
      `update organisation set idea_answer_within = 'P999D'`,
      thinks({ answer_by: `'2028-01-01Z'` }),
    ],
    refused: 'ideas_are_answered_in_time',
  },
  ...(
    [
      ['by a member', () => [answers(piet)]],
      ['by who is made a coach', () => [becomes(piet), answers(piet)]],
      ['by a coach who is leaving', () => [answers(leaver)]],
      ['by a coach who has left', () => [answers(gone)]],
    ] as const
  ).map(([how, steps]) => ({
    name: `declines an idea ${how}`,
    steps,
    refused: 'ideas_are_answered_by_a_coach',
  })),
  {
    name: 'tells what came of an idea by a member',
    steps: () => [results(piet)],
    refused: 'ideas_are_answered_by_a_coach',
  },
  {
    name: 'takes back what came of an idea',
    steps: () => [
      `update ideas set result = null, result_by_id = null, result_at = null where id = '${tried.id}'`,
    ],
    refused: 'ideas_decisions_stand',
  },
  {
    name: 'rewrites what came of an idea, at the moment of before',
    steps: () => [results(coach, `created_at - interval '1 hour'`)],
    refused: 'ideas_are_of_now',
  },
])

test('whoever may does so now', async () => {
  const outcome = (...steps: readonly string[]) => outcomeOf(service, 'read committed', steps)
  expect(await outcome(...abolish())).toBe('nothing')
  expect(await outcome(...abolish({ reviewed_by_id: coach.id }))).toBe('nothing')
  expect(await outcome(...bends('2'))).toBe('nothing')
  expect(await outcome(thinks({ answer_by: `now() + '51 days'::interval` }))).toBe('nothing')
  expect(await outcome(answers(coach), results(coach))).toBe('nothing')
})
