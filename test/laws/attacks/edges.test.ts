import { expect, test } from 'vitest'
import { useService } from '../../support/use-service.ts'
import { refusal } from '../script.ts'

const service = useService()

/** What is written into which columns at the moment itself, and what a row was before where it is changed. */
const ofNow: readonly (readonly [table: string, columns: string, before?: string, also?: string])[] = [
  ['events', 'at'],
  ['contacts', 'recorded_at'],
  ['notes', 'at'],
  ['callbacks', 'made_at'],
  ['callback_attempts', 'recorded_at'],
  ['resolutions', 'at'],
  ['consultations', 'asked_at'],
  ['successions', 'requested_at'],
  ['successions', 'completed_at'],
  ['case_corrections', 'at'],
  ['cases', 'opened_at'],
  ['gestures', 'granted_at'],
  ['ledger', 'at'],
  ['asks', 'asked_at'],
  ['deviations', 'at'],
  ['employees', 'changed_at'],
  ['rules', 'created_at'],
  ['rule_versions', 'at'],
  ['rule_reviews', 'at'],
  ['ideas', 'created_at'],
  ['idea_supports', 'at'],
  ['customer_merges', 'merged_at'],
  ['erasures', 'at'],
  ['signing_keys', 'made_at'],
  ['link_keys', 'made_at'],
  ['checkpoints', 'at'],
  ['callbacks', 'closed_at', 'open', `state = 'missed', `],
  ['callbacks', 'reminded_at', 'open'],
  ['callbacks', 'overdue_told_at', 'open'],
  ['consultations', 'closed_at', 'open'],
  ['consultations', 'overdue_told_at', 'open'],
  ['successions', 'completed_at', ''],
  ['gestures', 'ended_at', 'granted'],
  ['asks', 'closed_at', 'open', `by_silence = false, `],
  ['employees', 'changed_at', ''],
  ['rules', 'changed_at', ''],
  ['rules', 'abolished_at', ''],
  ['rules', 'due_told_at', ''],
  ['ideas', 'answered_at', ''],
  ['ideas', 'result_at', ''],
  ['ideas', 'overdue_told_at', ''],
  ['surveys', 'answered_at', '', `shown = '\\x00', `],
  ['customer_merges', 'reversed_at', ''],
  ['pulse_rounds', 'closed_at', ''],
  ['heads_up_teams', 'acknowledged_at', ''],
]

test.each(ofNow)(
  '%s.%s is of five minutes around now, to the last of them',
  async (table, column, before, also = '') => {
    const { rows } = await service.sql.query(
      `select pg_get_triggerdef(oid) as definition from pg_trigger
      where tgrelid = $1::regclass and tgname like '%_of_now' and (tgtype & 4 > 0) = $2 and tgfoid = 'refuse'::regproc`,
      [table, before === undefined],
    )
    expect(rows).toHaveLength(1)
    const at = (moment: string): readonly string[] => [
      `create temporary table probe on commit drop as table ${table} with no data`,
      `alter table probe alter ${column} type timestamptz`,
      rows[0].definition.replace(` ON public.${table} `, ' ON probe '),
      ...(before === undefined
        ? [`insert into probe (${column}) values (${moment})`]
        : [
            before === ''
              ? 'insert into probe default values'
              : `insert into probe (state) values ('${before}')`,
            `update probe set ${also}${column} = ${moment}`,
          ]),
    ]
    for (const side of ['-', '+']) {
      expect(await refusal(service, ...at(`now() ${side} interval '5 minutes'`))).toBe('nothing')
      expect(await refusal(service, ...at(`now() ${side} interval '5 minutes 1 ms'`))).toBe(
        table === 'ledger' ? 'ledger_is_of_now' : `${table}_are_of_now`,
      )
    }
  },
)

test('a week of the pulse begins within it, to the last moment, and ends with its Sunday wherever that is', async () => {
  const { rows } = await service.sql.query(
    `select pg_get_triggerdef(oid) as definition from pg_trigger where tgname = 'pulse_rounds_begin_is_of_now'`,
  )
  const begins = (ends: string, now: string): Promise<string> =>
    refusal(
      service,
      'create temporary table probe on commit drop as table pulse_rounds with no data',
      rows[0].definition.replace(' ON public.pulse_rounds ', ' ON probe ').replaceAll('now()', `(${now})`),
      `insert into probe (week, ends_at) values ('2026-W45', ${ends})`,
    )
  const sunday = `timestamptz '2026-11-08T23:00:00Z'`
  for (const [ends, now, answer] of [
    [sunday, `${sunday} + interval '5 minutes'`, 'nothing'],
    [sunday, `${sunday} + interval '5 minutes 1 ms'`, 'pulse_rounds_are_of_now'],
    [sunday, `${sunday} - interval '169 hours'`, 'nothing'],
    [sunday, `${sunday} - interval '169 hours 1 ms'`, 'pulse_rounds_are_of_now'],
    ...(
      [
        ['2026-11-08T10:00:00Z', 'nothing'],
        ['2026-11-08T09:59:59.999Z', 'pulse_rounds_are_of_now'],
        ['2026-11-09T12:00:00Z', 'nothing'],
        ['2026-11-09T12:00:00.001Z', 'pulse_rounds_are_of_now'],
      ] as const
    ).map(([at, told]) => [`timestamptz '${at}'`, `timestamptz '${at}'`, told] as const),
  ] as const)
    expect([ends, now, await begins(ends, now)]).toEqual([ends, now, answer])
})
