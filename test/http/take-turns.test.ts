import { expect, test } from 'vitest'
import { takeTurns } from '../../src/http/take-turns.ts'

/** Work that ends when the test says so. */
function work() {
  const begun: number[] = []
  const ends: (() => void)[] = []
  const run = (n: number, fails = false) => {
    begun.push(n)
    return new Promise<number>((resolve, reject) => {
      ends[n] = () => (fails ? reject(new Error(`no ${n}`)) : resolve(n))
    })
  }
  return { begun, run, end: (n: number) => ends[n]?.() }
}

test('so many are in at once, and the others follow in the order in which they came', async () => {
  const inTurn = takeTurns(2, 10)
  const { begun, run, end } = work()
  const all = [0, 1, 2, 3].map((n) => inTurn(() => run(n)))
  expect(begun).toEqual([0, 1])
  end(1)
  expect(await all[1]).toBe(1)
  await expect.poll(() => begun).toEqual([0, 1, 2])
  end(0)
  await expect.poll(() => begun).toEqual([0, 1, 2, 3])
  end(2)
  end(3)
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3])
})

test('who fails makes room like anybody', async () => {
  const inTurn = takeTurns(1, 10)
  const { begun, run, end } = work()
  const first = inTurn(() => run(0, true))
  const second = inTurn(() => run(1))
  end(0)
  await expect(first).rejects.toThrow('no 0')
  await expect.poll(() => begun).toEqual([0, 1])
  end(1)
  expect(await second).toBe(1)
  const third = inTurn(() => run(2))
  expect(begun).toEqual([0, 1, 2])
  end(2)
  await third
})

test('where too many stand in line, the next is told to come back', async () => {
  const inTurn = takeTurns(1, 1)
  const { run, end } = work()
  const all = [0, 1].map((n) => inTurn(() => run(n)))
  await expect(inTurn(() => run(2))).rejects.toMatchObject({ kind: { code: 'overloaded' } })
  end(0)
  await all[0]
  end(1)
  expect(await all[1]).toBe(1)
})
