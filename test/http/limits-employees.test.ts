import { expect, test } from 'vitest'
import { startService } from '../support/service.ts'
import { makeKey, TestProvider } from '../support/start-provider.ts'

test('an employee with an access token has a limit of their own, whatever systems use up', async () => {
  const provider = await TestProvider.start(await makeKey('first'))
  const service = await startService(undefined, {
    oidc: provider.settings,
    rateLimits: { systems: 30, employees: 12 },
  })
  try {
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
  } finally {
    await service.stop()
    await provider.goAway()
  }
})
