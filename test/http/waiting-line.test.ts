import { expect, test } from 'vitest'
import { type Rank, WaitingLine } from '../../src/http/server/waiting-line.ts'

const limits = {
  atOnce: 1,
  longest: { ringing: 6, work: 4, list: 3, bulk: 1 },
  always: 2,
  longestWait: { ringing: 350, work: 350, list: 150, bulk: 50 },
  patience: 700,
}

/** A line at a time that the test sets, and in what order it let people in. */
function stand() {
  const at = { now: 0 }
  const line = new WaitingLine(limits, () => at.now)
  const heard: string[] = []
  const goes: Record<string, () => void> = {}
  const come = (who: string, rank: Rank) =>
    line
      .enter(rank, (leaveLine) => {
        goes[who] = leaveLine
      })
      .then((admitted) => heard.push(admitted ? who : `no ${who}`))
  /** Ends a turn at this moment. */
  const end = async (moment: number) => {
    at.now = moment
    line.leave()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { at, line, heard, goes, come, end }
}

test('a telephone that rings comes before the others, who are served as they came', async () => {
  const { heard, come, end } = stand()
  await come('first', 'work')
  void come('export', 'bulk')
  void come('list', 'list')
  void come('note', 'work')
  void come('caller', 'ringing')
  for (const moment of [1, 2, 3, 4]) await end(moment)
  expect(heard).toEqual(['first', 'caller', 'export', 'list', 'note'])
})

test('where the line is full for a rank it is refused at once, and one before it is still let in', async () => {
  const { heard, come, line } = stand()
  await come('first', 'work')
  for (const who of ['a', 'b', 'c', 'd']) void come(who, 'work')
  await come('e', 'work')
  await come('list', 'list')
  expect(heard).toEqual(['first', 'no e', 'no list'])
  expect(line.isFull('ringing')).toBe(false)
})

test('the longer it would wait, the fewer kinds are let in: bulk is sent away first, a telephone last', async () => {
  const { come, end, line, at } = stand()
  await come('first', 'work')
  void come('second', 'work')
  await end(0)
  at.now = 1990
  void come('third', 'work')
  // Turns have taken long, so one is expected to take a hundred.
  await end(2000)
  const full = () => (['bulk', 'list', 'work', 'ringing'] as const).filter((rank) => line.isFull(rank))
  const lengths = [full()]
  for (const who of ['a', 'b', 'c', 'd']) {
    void come(who, 'work')
    lengths.push(full())
  }
  expect(lengths).toEqual([[], ['bulk'], ['bulk', 'list'], ['bulk', 'list'], ['bulk', 'list', 'work']])
})

test('who was let into the line is served, whoever comes later', async () => {
  const { heard, come, end } = stand()
  await come('first', 'work')
  for (const who of ['list one', 'list two']) void come(who, 'list')
  for (const who of ['note one', 'note two', 'note three']) void come(who, 'work')
  await end(1)
  void come('note four', 'work')
  for (const moment of [2, 3, 4, 5]) await end(moment)
  expect(heard).toEqual([
    'first',
    'no note three',
    'list one',
    'list two',
    'note one',
    'note two',
    'note four',
  ])
})

test('a line that moves slowly takes fewer than one that moves quickly', async () => {
  const lengthAt = async (gap: number) => {
    const { heard, come, end, line } = stand()
    await come('first', 'work')
    for (let n = 0; n < 100; n++) {
      void come(`a${n}`, 'work')
      void come(`b${n}`, 'work')
      await end(n * gap)
      await end(n * gap + gap / 2)
    }
    let length = 0
    for (; !line.isFull('work'); length++) void come(`c${length}`, 'work')
    expect(heard).not.toContain('no a0')
    return length
  }
  expect(await lengthAt(1)).toBeGreaterThan(await lengthAt(600))
})

test('what waited too long is refused before it begins', async () => {
  const { heard, come, end, at } = stand()
  await come('first', 'work')
  void come('early', 'work')
  at.now = 500
  void come('late', 'work')
  await end(800)
  expect(heard).toEqual(['first', 'no early', 'late'])
})

test('who hangs up while waiting takes nobody’s turn', async () => {
  const { heard, come, end, goes } = stand()
  await come('first', 'work')
  void come('gone', 'work')
  void come('next', 'work')
  goes.gone?.()
  await end(1)
  expect(heard).toEqual(['first', 'no gone', 'next'])
})
