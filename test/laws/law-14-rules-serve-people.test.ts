import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { houseRule } from '../requests/objects.ts'
import { type Scene, setScene } from '../support/scene.ts'
import { type Answer, type Service, startService } from '../support/service.ts'
import { useService } from '../support/use-service.ts'
import { insert, refusal } from './script.ts'

const service = useService()

type Row = Readonly<Record<string, string | null>>

async function setRule(of: Service = service, fields: object = {}) {
  const scene = await setScene(of)
  const rule = await of.do('POST', '/v1/rules', { body: { ...houseRule(scene.sanne.id), ...fields } })
  return { ...scene, rule, kase: await scene.take() }
}

/** A deviation as a script would have it: Sanne bends a rule. */
const deviationRow = (
  { sanne, rule, kase }: Pick<Scene, 'sanne'> & Readonly<Record<'rule' | 'kase', Answer['body']>>,
  row: Row = {},
): string =>
  insert('deviations', {
    id: 'gen_random_uuid()',
    case_id: kase.id,
    rule_id: rule.id,
    rule_kind: rule.kind,
    text_number: '1',
    benefit: 'Gets it back.',
    reason: 'Ours.',
    employee_id: sanne.id,
    at: 'now()',
    ...row,
  })

const change = (id: string, set: string): string =>
  `update rules set ${set}, reviews = reviews + 1, changed_at = now() + '1 minute'::interval, version = version + 1
    where id = '${id}'`
const abolish = (id: string): string => change(id, `abolished_at = now() + '1 minute'::interval`)

test('a script bends a rule like this', async () => {
  expect(await refusal(service, deviationRow(await setRule()))).toBe('nothing')
  // A contract is none of the house, and nobody has to look at it by any day.
  const contract = { kind: 'contract', reviewOn: undefined, shareOfHonestPeopleBurdened: undefined }
  expect(await refusal(service, deviationRow(await setRule(service, contract)))).toBe('nothing')
})

test('no SQL bends the law, under its own name or another', async () => {
  const law = await setRule(service, { kind: 'statutory' })
  expect(await refusal(service, deviationRow(law))).toBe('deviations_leave_the_law_alone')
  for (const kind of ['house', 'contract'])
    expect(await refusal(service, deviationRow(law, { rule_kind: kind }))).toBe(
      'deviations_rule_is_of_that_kind',
    )
  expect(await refusal(service, change(law.rule.id, `kind = 'house'`), deviationRow(law))).toBe(
    'rules_are_history',
  )
})

test('no SQL bends what was abolished or has lapsed', async () => {
  const of = await setRule()
  expect(await refusal(service, abolish(of.rule.id), deviationRow(of))).toBe(
    'deviations_bend_what_is_in_force',
  )
  const after = { at: `'2090-05-02T00:00:00+02'` }
  expect(await refusal(service, deviationRow(of, after))).toBe('deviations_bend_what_is_in_force')
  expect(await refusal(service, deviationRow(of, { at: `'2090-05-01T20:00:00Z'` }))).toBe('nothing')
  expect(await refusal(service, abolish(of.rule.id), change(of.rule.id, 'abolished_at = null'))).toBe(
    'rules_end_for_good',
  )
  const late = `update rules set title = 'Back', changed_at = review_until where id = '${of.rule.id}'`
  expect(await refusal(service, late)).toBe('rules_end_for_good')
})

test('no SQL bends for anybody but the owner, nor in a case that is resolved', async () => {
  const of = await setRule()
  expect(await refusal(service, deviationRow(of, { employee_id: of.piet.id }))).toBe(
    'deviations_are_the_owners',
  )
  const ended = { case_id: (await of.resolved()).id }
  expect(await refusal(service, deviationRow(of, ended))).toBe('deviations_are_the_owners')
  expect(await refusal(service, deviationRow(of, { text_number: '2' }))).toBe('deviations_text_exists')
})

test('no SQL changes or removes what was bent, said or decided', async () => {
  const of = await setRule()
  const { id } = of.rule
  const bent = randomUUID()
  const bends = deviationRow(of, { id: bent })
  expect(await refusal(service, bends, `update deviations set reason = 'X' where id = '${bent}'`)).toBe(
    'deviations_are_history',
  )
  expect(await refusal(service, bends, `delete from deviations`)).toBe('deviations_are_history')
  expect(await refusal(service, 'truncate deviations')).toBe('deviations_are_history')
  expect(await refusal(service, `update rule_versions set text = 'X' where rule_id = '${id}'`)).toBe(
    'rules_are_history',
  )
  expect(await refusal(service, `delete from rules where id = '${id}'`)).toBe('rules_are_history')
  expect(await refusal(service, 'truncate rule_reviews')).toBe('rules_are_history')
  expect(await refusal(service, `update rules set review_on = '2095-01-01' where id = '${id}'`)).toBe(
    'rules_are_renewed_by_a_review',
  )
  expect(await refusal(service, change(id, 'text_number = 2'))).toBe('rules_text_exists')
  expect(await refusal(service, change(id, `review_on = '2095-01-01'`))).toBe(
    'rules_review_day_has_its_moments',
  )
  expect(await refusal(service, change(id, 'burdened = null'))).toBe('rules_of_the_house_are_reviewed')
  expect(await refusal(service, change(id, 'burdened = 2'))).toBe('rules_burden_a_share')
})

test('of two scripts, one that bends and one that abolishes, the second waits and finds what the first did', async () => {
  // What scripts do is kept here, without the history that it should have: in a database of its own.
  const one = await startService()
  const other = await startService(one)
  try {
    for (const level of ['read committed', 'repeatable read']) {
      const of = await setRule(one)
      const { rows } = await other.sql.query('select pg_backend_pid() as pid')
      await one.sql.query('begin')
      await one.sql.query(abolish(of.rule.id))
      await other.sql.query(`set default_transaction_isolation = '${level}'`)
      const second = refusal(other, deviationRow(of))
      await vi.waitFor(
        async () => {
          const asked = 'select wait_event_type as waits from pg_stat_activity where pid = $1'
          expect((await one.sql.query(asked, [rows[0].pid])).rows).toEqual([{ waits: 'Lock' }])
        },
        { timeout: 10_000 },
      )
      await one.sql.query(
        insert('rule_reviews', {
          ...{
            id: 'gen_random_uuid()',
            rule_id: of.rule.id,
            number: '1',
            decision: 'abolish',
            reason: 'Old.',
          },
          ...{ reviewed_by_id: of.sanne.id, at: 'now()' },
        }),
      )
      await one.sql.query('commit')
      expect(await second).toMatch(
        level === 'read committed' ? /^deviations_bend_what_is_in_force$/ : /^40001/,
      )
    }
  } finally {
    await other.stop()
    await one.stop()
  }
})
