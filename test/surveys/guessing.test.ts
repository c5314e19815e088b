import { expect, test } from 'vitest'
import { inACrowd } from '../support/until-heard.ts'
import { useInstance, useService } from '../support/use-service.ts'

const rateLimits = { systems: 600_000, employees: 6000, pages: 60 }
const one = useService({ rateLimits })
const other = useInstance(one, { rateLimits })

test('tokens are guessed slowly, in all instances together', async () => {
  const guess = (n: number) =>
    (n % 2 ? one : other).call('GET', `/v1/surveys/${String(n).padStart(43, 'B')}`, { key: null })
  const answers = []
  for (let n = 0; n < 300; n += 20)
    answers.push(...(await inACrowd(() => Promise.all(Array.from({ length: 20 }, (_, m) => guess(n + m))))))
  const heard = answers.filter(({ status }) => status === 404)
  // A minute may end meanwhile, and another begin.
  expect(heard.length).toBeLessThanOrEqual(2 * rateLimits.pages)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404, 429]))
})
