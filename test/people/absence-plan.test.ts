import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standInAt } from '../../src/facts/stand-ins.ts'
import { type Attendance, planStandIns, type StandInPart } from '../../src/rooms/absences/plan.ts'

const hour = (n: number): string => `2026-11-01T${String(n).padStart(2, '0')}:00:00.000Z`
const names = ['ada', 'bea', 'cor', 'dot', 'eef']

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 8 }))
  .map(([from, length]) => ({ from, until: Math.min(from + length, 23) }))
/** Absences of one employee follow each other. */
const apart = fc
  .array(stretch, { maxLength: 3 })
  .map((all) =>
    all
      .sort((a, b) => a.from - b.from)
      .filter((s, n) => all.slice(0, n).every(({ until }) => until <= s.from)),
  )

const member = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    teamId: fc.constantFrom('north', 'north', 'north', 'south'),
    load: fc.integer({ min: 0, max: 3 }),
    leaving: fc.boolean().map((leaving) => leaving && id === 'eef'),
    subjectOf: fc.subarray(names, { maxLength: 1 }).map((owners) => owners.filter((owner) => owner !== id)),
    complainsAbout: fc.constant([]),
  })

/** A team with absences, and parts that may have been right once. */
const attendance: fc.Arbitrary<Attendance> = fc
  .tuple(
    fc.integer({ min: 0, max: 23 }),
    fc.tuple(...names.map(member)),
    fc.tuple(...names.map(() => apart)),
    fc.array(fc.constantFrom(...names), { minLength: 40, maxLength: 40 }),
  )
  .map(([now, members, away, standIns]) => {
    const absences = away
      .flatMap((all, n) =>
        all.map(({ from, until }) => ({
          id: `${names[n]}-${from}`,
          employeeId: names[n] ?? '',
          from: hour(from),
          until: hour(until),
        })),
      )
      .filter(({ until }) => until > hour(now))
    const parts = absences.flatMap(({ id, employeeId, from, until }, n) => {
      const standInId = standIns[n] ?? employeeId
      return standInId === employeeId || n % 3 === 2
        ? []
        : [{ id: `part-${id}`, absenceId: id, ownerId: employeeId, standInId, from, until }]
    })
    return { now: hour(now), members, absences, parts }
  })

/** The parts as they are after the plan. */
function applied({ parts }: Attendance, plan: ReturnType<typeof planStandIns>): readonly StandInPart[] {
  const dropped = new Set(plan.dropped.map(({ id }) => id))
  const cut = new Map(plan.cut.map(({ id, until }) => [id, until]))
  return [
    ...parts
      .filter(({ id }) => !dropped.has(id))
      .map((part) => ({ ...part, until: cut.get(part.id) ?? part.until })),
    ...plan.added,
  ]
}

test('at every moment to come each absent owner has one who is present, whenever there is one', () => {
  fc.assert(
    fc.property(attendance, (given) => {
      const after = applied(given, planStandIns(given))
      const { now, members, absences } = given
      for (let n = 0; n < 24; n++) {
        const moment = hour(n)
        if (moment < now) continue
        const isAway = (id: string) =>
          absences.some((a) => a.employeeId === id && a.from <= moment && moment < a.until)
        for (const owner of members.filter(({ id }) => isAway(id))) {
          const acting = after.filter((p) => p.ownerId === owner.id && p.from <= moment && moment < p.until)
          expect(acting.length).toBeLessThanOrEqual(1)
          const [one] = acting
          const standIn = members.find(({ id }) => id === one?.standInId)
          if (one)
            expect([standIn?.teamId, isAway(one.standInId), one.standInId === owner.id]).toEqual([
              owner.teamId,
              false,
              false,
            ])
          const could = members.filter(
            (m) =>
              m.id !== owner.id &&
              m.teamId === owner.teamId &&
              !m.leaving &&
              !m.subjectOf.includes(owner.id) &&
              !isAway(m.id),
          )
          if (could.length > 0) expect(one).toBeDefined()
        }
      }
    }),
    { numRuns: 2000 },
  )
})

test('what was is left as it was, and what is right stays with whom it is', () => {
  fc.assert(
    fc.property(attendance, (given) => {
      const plan = planStandIns(given)
      const after = applied(given, plan)
      const { now, parts } = given
      for (let n = 0; n < 24; n++) {
        const moment = hour(n)
        const whoOf = (all: readonly StandInPart[], ownerId: string) =>
          all.find((p) => p.ownerId === ownerId && p.from <= moment && moment < p.until)?.standInId
        for (const ownerId of names) {
          if (moment < now) expect(whoOf(after, ownerId)).toBe(whoOf(parts, ownerId))
        }
      }
      for (const { id } of plan.dropped)
        expect((parts.find((p) => p.id === id)?.from ?? '') >= now).toBe(true)
      for (const { from, until } of after) expect(from < until).toBe(true)
      // A second look changes nothing.
      const settled = {
        ...given,
        parts: after.map((part, n) => ({ id: `p${n}`, ...part })).filter(({ until }) => until > now),
      }
      expect(planStandIns(settled)).toEqual({ cut: [], dropped: [], added: [] })
    }),
    { numRuns: 2000 },
  )
})

test('a stand-in acts from the first moment of their part to before its last, and the next one from there', () => {
  const span = (id: string, from: number, until: number) => ({
    id,
    name: id,
    extension: null,
    from: hour(from),
    until: hour(until),
  })
  const spans = [span('ada', 2, 4), span('bea', 4, 6)]
  const acting = (at: string) => standInAt(spans, at)?.id
  expect(['2026-11-01T01:59:59.999Z', hour(2), '2026-11-01T03:59:59.999Z'].map(acting)).toEqual([
    undefined,
    'ada',
    'ada',
  ])
  expect([hour(4), '2026-11-01T05:59:59.999Z', hour(6)].map(acting)).toEqual(['bea', 'bea', undefined])
})
