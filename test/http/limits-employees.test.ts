import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeKey, TestProvider } from '../support/start-provider.ts'
import { useService } from '../support/use-service.ts'

let provider: TestProvider
beforeAll(async () => {
  provider = await TestProvider.start(await makeKey('first'))
})
afterAll(() => provider.goAway())
const service = useService(() => ({
  oidc: provider.settings,
  rateLimits: { systems: 30, employees: 12 },
}))

test('an employee with an access token has a limit of their own, whatever systems use up', async () => {
  await service.employee({ subject: 'anna' })
  await service.employee({ subject: 'bram' })
  const [anna, bram] = [await provider.token('anna'), await provider.token('bram')]
  // One moment for all of it, so that it happens in one minute.
  service.clock.now = Temporal.Now.instant()
  const ask = (key: string) => service.call('GET', '/v1/me', { key })
  const first = await ask(anna)
  expect(first.status).toBe(200)
  expect(first.headers['ratelimit-policy']).toBe('"default";q=12;w=60')
  const answers = await Promise.all(Array.from({ length: 24 }, () => ask(anna)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(11)
  expect((await ask(bram)).status).toBe(200)
})
