import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { setScene } from '../support/scene.ts'
import { startProcess } from '../support/start-process.ts'
import { useService } from '../support/use-service.ts'
import { freePort, Programs } from './programs.ts'

const service = useService({ webhooks: true, webhookPrivateNetworks: ['127.0.0.0/8'] })
const programs = new Programs()
const until = (isSo: () => void | Promise<void>) => vi.waitFor(isSo, { timeout: 25_000, interval: 50 })
const linesOf = (said: string): string[] => said.split('\n').filter(Boolean)

test('the telephone bridge tells of calls, hears whom to ring, and tells again what was not heard', async () => {
  const { team, sanne } = await setScene(service)
  const customer = await service.customer({ teamId: team.id, phone: '+31402345678' })
  await service.do('POST', '/v1/cases', {
    as: sanne.id,
    body: { customerId: customer.id, question: 'When?' },
  })
  const key = await service.key('calls:write')
  // Nobody is there at first.
  const port = await freePort()
  const bridge = programs.run(process.execPath, [await programs.of('telephone-bridge', 'js')], {
    EIGENAAR: `http://127.0.0.1:${port}`,
    KEY: key,
  })
  const call = { callId: 'bridge-1', direction: 'inbound', from: '+31402345678', to: '+31201234567' }
  bridge.child.stdin.write(`${JSON.stringify({ ...call, event: 'ringing' })}\n`)
  bridge.child.stdin.write(`${JSON.stringify({ ...call, event: 'nonsense' })}\n`)
  await sleep(300)
  const late = startProcess({ PORT: String(port), DATABASE_URL: service.databaseUrl })
  try {
    await late.until(/ready at/)
    await until(() =>
      expect([bridge.said, bridge.complained]).toEqual([
        'bridge-1 204\n',
        expect.stringMatching(/^bridge-1: 400: /),
      ]),
    )
    bridge.child.stdin.end(`${JSON.stringify({ ...call, event: 'answered', employeeExtension: '204' })}\n`)
    await once(bridge.child, 'exit')
  } finally {
    late.kill()
  }
  const { data } = await service.do('GET', '/v1/calls?callId=bridge-1')
  expect(data).toMatchObject([{ state: 'answered', customer: { id: customer.id } }])
}, 240_000)

const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['--version']).status === 0)

test.each(['js', 'python'] as const)(
  'a receiver of webhooks in %s believes us, and nobody else',
  async (language) => {
    if (language === 'python' && python === undefined) {
      process.stderr.write('python3 is not here: nobody runs the receiver of docs/guide-crm-webhooks.md\n')
      return
    }
    const port = await freePort()
    const made = await service.do('POST', '/v1/webhooks', {
      body: { url: `http://127.0.0.1:${port}/hook`, types: ['topic.*'] },
    })
    const program = await programs.of('crm-webhooks', language)
    const receiver = programs.run(language === 'js' ? process.execPath : String(python), [program], {
      SECRET: made.secret,
      PORT: String(port),
    })
    const forge = (headers: Readonly<Record<string, string>>) =>
      fetch(`http://127.0.0.1:${port}/hook`, { method: 'POST', body: '{"id":"forged"}', headers })
    const signed = { 'webhook-id': 'x', 'webhook-signature': 'v1,AAAA' }
    await until(async () => expect((await forge({})).status).toBe(401))
    for (const timestamp of [String(Math.floor(Date.now() / 1000)), '0', 'never'])
      expect((await forge({ ...signed, 'webhook-timestamp': timestamp })).status).toBe(401)

    const create = (n: number) => {
      const code = `${language}-${n}`
      return service.do('POST', '/v1/topics', { body: { code, name: `Größe ${code} “ß”` } })
    }
    for (let n = 1; n <= 5; n++) await create(n)
    await service.do('POST', `/v1/webhooks/${made.id}/rotate`)
    await create(6)
    await until(() => expect(linesOf(receiver.said).length).toBe(6))
    const feed = (await service.do('GET', '/v1/events?type=topic.created&limit=200')).data
    const events = linesOf(receiver.said).map((line) => JSON.parse(line))
    expect(events.sort((a, b) => a.id.localeCompare(b.id))).toEqual(
      feed.slice(-6).sort((a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)),
    )
    expect(receiver.complained).toBe('')
    await until(async () => {
      const { data } = await service.do('GET', `/v1/webhooks/${made.id}/deliveries`)
      expect(new Set(data.map(({ state }: { state: string }) => state))).toEqual(new Set(['delivered']))
    })
    receiver.child.kill()
    await service.do('DELETE', `/v1/webhooks/${made.id}`)
  },
  60_000,
)
