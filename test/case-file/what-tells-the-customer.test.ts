import { describe, expect, test } from 'vitest'
import { facesWith } from '../../src/case-file/add-contact.ts'
import {
  assertKeeps,
  assertTold,
  assertToldOfMove,
  evidenceIn,
} from '../../src/case-file/evidence/evidence.ts'
import { momentOf } from '../../src/case-file/evidence/moment-of.ts'
import { Problem } from '../../src/lib/problem.ts'
import { useService } from '../support/use-service.ts'
import { channels, contactOf, directions, outcomes, tells, who, whom } from '../support/what-tells.ts'

const service = useService()
const madeAt = '2026-11-02T09:00:00.000Z'
const now = '2026-11-02T12:00:00.000Z'

const allowed = (decide: () => unknown): boolean => {
  try {
    decide()
    return true
  } catch (error) {
    if (error instanceof Problem && error.kind.code === 'customer-not-told') return false
    throw error
  }
}

const combinations = directions.flatMap((direction) =>
  channels.flatMap((channel) =>
    outcomes[direction].flatMap((outcome) =>
      whom[direction].map((by) => ({ direction, channel, outcome, by })),
    ),
  ),
)

describe.each(['phone', 'email', 'chat', 'visit', 'letter', 'web', 'pickup'])(
  'a promise by %s',
  (promised) => {
    const promise = { channel: promised, madeAt, windowUntil: '2026-11-02T17:00:00.000Z' }

    test.each(combinations)('$direction $channel $outcome by $by', (said) => {
      const evidence = evidenceIn(contactOf(said, { at: now, recordedAt: now }))
      const expected = tells(said, promised)
      expect({
        keeps: allowed(() => assertKeeps(evidence, promise)),
        moves: allowed(() => assertToldOfMove(evidence, promise)),
        answers: allowed(() => assertTold('answered', evidence, promise, now)),
        withdraws: allowed(() => assertTold('withdrawn', evidence, promise, now)),
      }).toEqual(expected)
      // What happened before the promise tells nothing of it, in whatever way.
      for (const early of [
        { ...evidence, at: '2026-11-02T08:59:59.999Z' },
        { ...evidence, onRecord: true, recordedAt: madeAt },
      ])
        expect([
          allowed(() => assertKeeps(early, promise)),
          allowed(() => assertToldOfMove(early, promise)),
          allowed(() => assertTold('fixed', early, promise, now)),
          allowed(() => assertTold('withdrawn', early, promise, now)),
        ]).toEqual([false, false, false, false])
    })
  },
)

test('the first contact answers where the owner spoke in it, and withdraws nothing', () => {
  const promise = { channel: 'phone', madeAt, windowUntil: '2026-11-02T17:00:00.000Z' }
  for (const channel of channels)
    for (const by of whom.inbound) {
      const said = { direction: 'inbound', channel, outcome: 'reached', by } as const
      const evidence = {
        ...evidenceIn({ ...contactOf(said, { at: madeAt, recordedAt: madeAt }), opening: true }),
        onRecord: true,
      }
      const spoken = ['phone', 'chat', 'visit'].includes(channel)
      const isOwner = by === 'owner' || by === 'stand-in'
      expect([
        channel,
        by,
        allowed(() => assertTold('answered', evidence, promise, now.replace('12', '09'))),
      ]).toEqual([channel, by, spoken && isOwner])
      expect(allowed(() => assertTold('withdrawn', evidence, promise, madeAt))).toBe(false)
    }
})

test('a face is who spoke with the customer, or wrote to them; not who read what they wrote, nor who called in vain', () => {
  for (const said of combinations) {
    const contact = contactOf(said, { at: now, recordedAt: now })
    const spoken = ['phone', 'chat', 'visit'].includes(said.channel)
    const isFace =
      said.by === 'system'
        ? false
        : said.direction === 'inbound'
          ? spoken
          : (spoken && said.outcome === 'reached') ||
            (!['phone', 'visit'].includes(said.channel) && ['reached', 'message-sent'].includes(said.outcome))
    expect([said, facesWith([], contact)]).toEqual([said, isFace ? [who[said.by]] : []])
  }
})

test('the database says the same sentence', async () => {
  const { rows } = await service.sql.query(
    `select generation_expression as said from information_schema.columns where table_schema = 'public' and table_name = 'contacts' and column_name = 'moment'`,
  )
  for (const opening of [false, true])
    for (const said of combinations) {
      const contact = { ...contactOf(said, { at: now, recordedAt: now }), opening }
      const { direction, channel, outcome, employeeId, spokenFor, answered } = contact
      const { rows: found } = await service.sql.query(
        `select ${rows[0].said} as moment from (select $1::text direction, $2::text channel, $3::text outcome, $4::text employee_id,
          $5::text spoken_for, $6::boolean answered, $7::boolean opening) contacts`,
        [direction, channel, outcome, employeeId, spokenFor, answered, opening],
      )
      expect([contact, found[0].moment]).toEqual([contact, momentOf(contact)])
    }
})
