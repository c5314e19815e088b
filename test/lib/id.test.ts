import { afterEach, expect, test, vi } from 'vitest'
import { idOf, isId, newId } from '../../src/lib/id.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** The first that does not come behind the one before it. */
const outOfOrder = (ids: readonly string[]) => ids.find((id, n) => n > 0 && id <= (ids[n - 1] ?? ''))

const many = (count: number) => Array.from({ length: count }, newId)

test('ids are of version 7, all different, and sort in the order in which they were made', () => {
  const ids = many(50_000)
  expect(ids.filter((id) => !isId(id) || !/^.{14}7.{4}[89ab]/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
  expect(outOfOrder(ids)).toBeUndefined()
})

test('they sort so within one millisecond, and where the clock goes back', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
  const ids = many(1000)
  vi.setSystemTime(Date.now() - 5000)
  ids.push(...many(1000))
  expect(new Set(ids.map((id) => id.slice(0, 13))).size).toBe(1)
  expect(outOfOrder(ids)).toBeUndefined()
})

test('what comes behind the moment and the number is random in each', () => {
  const tails = many(20_000).map((id) => id.slice(24))
  expect(new Set(tails).size).toBe(tails.length)
  for (let place = 0; place < 12; place++) expect(new Set(tails.map((tail) => tail[place])).size).toBe(16)
})

test('of a moment they sort by it, whenever they are made, and within it as they are made', () => {
  const moment = Temporal.Instant.from('2026-11-21T09:30:00.123456Z')
  const later = moment.add({ milliseconds: 1 })
  const after = Array.from({ length: 1000 }, () => idOf(later))
  const ids = [...Array.from({ length: 1000 }, () => idOf(moment)), ...after]
  expect(ids.filter((id) => !isId(id) || !/^.{14}7.{4}[89ab]/.test(id))).toEqual([])
  expect(outOfOrder(ids)).toBeUndefined()
  expect(Number.parseInt(ids[0]?.replace('-', '').slice(0, 12) ?? '', 16)).toBe(moment.epochMilliseconds)
})
