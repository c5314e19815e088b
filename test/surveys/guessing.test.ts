import { expect, test } from 'vitest'
import { inACrowd } from '../support/until-heard.ts'
import { useInstance, useService } from '../support/use-service.ts'

const rateLimits = { systems: 600_000, employees: 6000, pages: 60 }
const one = useService({ rateLimits })
const other = useInstance(one, { rateLimits })
/** Ten thousand with FULL_CROWDS; they are refused the same way. */
const guesses = process.env.FULL_CROWDS ? 10_000 : 300

test('tokens are guessed slowly, in all instances together', async () => {
  const guess = (n: number) =>
    (n % 2 ? one : other).call('GET', `/v1/surveys/${String(n).padStart(43, 'B')}`, { key: null })
  const answers = []
  const began = performance.now()
  for (let n = 0; n < guesses; n += 20)
    answers.push(...(await inACrowd(() => Promise.all(Array.from({ length: 20 }, (_, m) => guess(n + m))))))
  const heard = answers.filter(({ status }) => status === 404)
  // Minutes may end meanwhile, and others begin.
  const minutes = 2 + Math.floor((performance.now() - began) / 60_000)
  expect(heard.length).toBeLessThanOrEqual(minutes * rateLimits.pages)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404, 429]))
})
