import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer as createProxy, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { readFigures } from '../../src/http/meters/figures.ts'
import { setScene } from '../support/scene.ts'
import { type Service, startService } from '../support/service.ts'
import { startProcess } from '../support/start-process.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let cut = () => {}
let proxied = ''
beforeAll(async () => {
  const { host, port, user, password, database } = new Client({ connectionString: service.databaseUrl })
  const open = new Set<Socket>()
  const proxy = createProxy((socket) => {
    const path = `${host}/.s.PGSQL.${port}`
    const beyond = host.startsWith('/') ? connect(path) : connect(port, host)
    for (const each of [socket, beyond]) {
      open.add(each)
      each.on('error', () => {})
      each.on('close', () => [socket, beyond].map((end) => end.destroy()))
    }
    socket.pipe(beyond).pipe(socket)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port: here } = proxy.address() as AddressInfo
  proxied = `postgresql://${user}:${encodeURIComponent(password ?? '')}@127.0.0.1:${here}/${database}`
  cut = () => {
    proxy.close()
    for (const socket of open) socket.destroy()
  }
})

/** The samples of a text of Prometheus: their names with their labels, and their values. */
function samplesOf(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

const scrape = async (from: Service = service) => samplesOf((await from.call('GET', '/metrics')).text)

/** What the database knows now; an instance remembers it for a few seconds. */
async function figures(): Promise<Readonly<Record<string, unknown>>> {
  const db = openDatabase({ url: service.databaseUrl, connections: 1, onError: () => undefined })
  const read = await readFigures(db, () => service.clock.now ?? Temporal.Now.instant())()
  await db.close()
  return Object.fromEntries((read ?? []).map((each) => [each.name.replace('eigenaar_', ''), each.read()]))
}

test('figures are for who may read reports', async () => {
  const { team, sanne } = await setScene(service)
  const coach = await service.employee({ teamId: team.id, role: 'coach' })
  const statusOf = async (call: object) => (await service.call('GET', '/metrics', call)).status
  expect(await statusOf({ key: await service.key('reports:read') })).toBe(200)
  expect(await statusOf({ as: coach.id })).toBe(200)
  expect(await statusOf({ key: null })).toBe(401)
  expect(await statusOf({ key: await service.key('cases:read') })).toBe(403)
  expect(await statusOf({ as: sanne.id })).toBe(403)
  const { headers } = await service.call('GET', '/metrics')
  expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
})

test('requests are measured by their patterns, and no label holds an id or a word of anybody', async () => {
  const { take, customer, sanne } = await setScene(service)
  const { id } = await take({ question: 'Why does Zwaluwstaart cost twice as much?' })
  await service.call('GET', `/v1/cases/${id}`)
  await service.call('GET', `/v1/cases?q=Zwaluwstaart&customerId=${customer.id}`)
  for (const path of [`/v1/nothing/${id}`, '/Zwaluwstaart', `/v1/cases/${id}/Zwaluwstaart`])
    await service.call('GET', path)
  await service.app.inject({ method: 'PROPFIND' as 'GET', url: '/v1/cases' })
  await service.call('PUT', '/v1/customers/by-reference/Zwaluwstaart/Zwaluwstaart', {
    body: { name: 'Zwaluwstaart' },
  })
  const { text } = await service.call('GET', '/metrics')
  const samples = samplesOf(text)
  const count = (labels: string) => samples.get(`http_server_request_duration_seconds_count{${labels}}`) ?? 0
  const of = (method: string, route: string, status: number) =>
    count(`http_request_method="${method}",http_route="${route}",http_response_status_code="${status}"`)
  expect(of('GET', '/v1/cases/:caseId', 200)).toBe(1)
  expect(of('POST', '/v1/cases', 201)).toBe(1)
  expect(of('GET', 'unknown', 404)).toBe(3)
  expect(text).not.toMatch(/[\da-f]{8}-[\da-f]{4}-/i)
  for (const word of ['Zwaluwstaart', customer.name, sanne.name]) expect(text).not.toContain(word)
  const labels = [...text.matchAll(/[{,](\w+)="/g)].map(([, label]) => label)
  const ours = ['http_request_method', 'http_response_status_code', 'http_route', 'state', 'version']
  expect([...new Set(labels)].sort()).toEqual(
    [...ours, 'kind', 'le', 'major', 'minor', 'patch', 'quantile', 'space', 'type'].sort(),
  )
})

test('promises are counted as they open, fall due, and end', async () => {
  const { take, sanne } = await setScene(service)
  const before = await figures()
  const { callback } = await take()
  const counts = async () => {
    const { promises_open, promises_due, promises_overdue } = await figures()
    return [promises_open, promises_due, promises_overdue].map(
      (count, n) => Number(count) - Number(Object.values(before)[n]),
    )
  }
  expect(Object.keys(before).slice(0, 3)).toEqual(['promises_open', 'promises_due', 'promises_overdue'])
  expect(await counts()).toEqual([1, 0, 0])
  const until = Temporal.Instant.from(callback.until)
  service.clock.now = until.subtract({ minutes: 1 })
  expect((await counts()).slice(0, 2)).toEqual([1, expect.any(Number)])
  expect(Number((await figures()).promises_due)).toBeGreaterThan(0)
  expect(Number((await figures()).jobs_oldest_seconds)).toBeGreaterThan(28 * 60)
  service.clock.now = until.add({ minutes: 1 })
  expect(Number((await figures()).promises_overdue)).toBeGreaterThan(0)
  service.clock.now = undefined
  await service.do('POST', `/v1/callbacks/${callback.id}/attempts`, {
    as: sanne.id,
    body: { outcome: 'reached', summary: 'Told.', then: { resolve: { outcome: 'answered' } } },
  })
  expect(await counts()).toEqual([0, 0, 0])
})

test('what waits for a webhook is told of, also when nobody sends', async () => {
  const { take } = await setScene(service)
  expect(await figures()).toMatchObject({
    webhook_oldest_pending_seconds: 0,
    webhooks: { values: { active: 0 } },
  })
  const { id } = await service.do('POST', '/v1/webhooks', { body: { url: 'https://93.184.215.14/hook' } })
  await take()
  await service.do('GET', '/v1/events')
  service.clock.now = Temporal.Now.instant().add({ minutes: 10 })
  const late = await figures()
  expect(late.webhooks).toEqual({ label: 'state', values: { active: 1, failing: 0, disabled: 0 } })
  expect(late.webhook_oldest_pending_seconds).toBeCloseTo(600, -1)
  await service.do('DELETE', `/v1/webhooks/${id}`)
})

test('events without a place are counted, and a standby that is waited for is told of', async () => {
  const quiet = async () => (await figures()).events_unnumbered
  await vi.waitFor(async () => expect(await quiet()).toBe(0), { timeout: 30_000 })
  // Whoever numbers takes this lock first.
  await service.sql.query('select pg_advisory_lock(4919)')
  try {
    await service.team()
    expect(Number(await quiet())).toBeGreaterThan(0)
  } finally {
    await service.sql.query('select pg_advisory_unlock(4919)')
  }
  await vi.waitFor(async () => expect(await quiet()).toBe(0), { timeout: 30_000 })
  expect((await figures()).database_synchronous).toBe(0)
})

test('when the database is away its figures are left out, and nothing else', async () => {
  const other = await startService(Object.create(service, { databaseUrl: { value: proxied } }))
  other.sql.on('error', () => {})
  try {
    const before = await scrape(other)
    expect([before.get('eigenaar_database_up'), before.has('eigenaar_promises_open')]).toEqual([1, true])
    cut()
    await vi.waitFor(async () => expect((await scrape(other)).get('eigenaar_database_up')).toBe(0), {
      timeout: 30_000,
      interval: 500,
    })
    const away = await scrape(other)
    expect(away.has('eigenaar_promises_open')).toBe(false)
    expect(away.has('eigenaar_requests{state="waiting"}')).toBe(true)
    // Nobody else is known now, and the service says that it cannot know.
    expect((await other.call('GET', '/metrics', { key: 'eig_unknown' })).status).not.toBe(200)
  } finally {
    await other.stop()
  }
})

const read = (path: string) => readFile(new URL(`../../docs/${path}`, import.meta.url), 'utf8')
interface Dashboard {
  readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[]
}
const queries = async () => {
  const { panels } = JSON.parse(await read('monitoring/dashboard.json')) as Dashboard
  return panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))
}

test('alerts, dashboard and guide ask for what is told, and the guide names all that is ours', async () => {
  await service.call('GET', '/v1/teams')
  const names = new Set([...(await scrape()).keys()].map((sample) => sample.replace(/\{.*/, '')))
  const labels = ['http_request_method', 'http_route', 'http_response_status_code']
  const namedIn = (text: string) =>
    (text.match(/\b(eigenaar|http|process|nodejs)_[a-z\d_]+[a-z\d]\b/g) ?? []).filter(
      (name) => !labels.includes(name),
    )
  const alerts = (await read('monitoring/alerts.yml')).match(/expr: .*?(?= for:| labels:)/gs) ?? []
  expect(alerts.length).toBeGreaterThan(9)
  // `up` is of Prometheus itself, for each that it scrapes.
  const asked = [...alerts, ...(await queries())].filter((query) => !/\bup\{job=/.test(query)).map(namedIn)
  expect(asked.filter((found) => found.length === 0)).toEqual([])
  expect(asked.flat().filter((name) => !names.has(name))).toEqual([])

  const guide = new Set(namedIn(await read('metrics.md')))
  for (const end of ['max', 'waiting']) guide.add(`eigenaar_database_connections_${end}`)
  const ours = [...names].filter((name) => /^eigenaar_/.test(name))
  expect(ours.filter((name) => !guide.has(name))).toEqual([])
  expect([...guide].filter((name) => /^eigenaar_/.test(name) && !names.has(name))).toEqual([])
})

const promtool = (args: readonly string[], input = '') =>
  spawnSync('promtool', args, {
    input,
    encoding: 'utf8',
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
  })

test('Prometheus itself reads the figures, the alerts and the queries of the dashboard', async (context) => {
  if (promtool(['--version']).error) {
    process.stderr.write(
      'promtool is not here (Debian: apt-get install prometheus): nobody reads what we wrote for it\n',
    )
    return context.skip()
  }
  const { text } = await service.call('GET', '/metrics')
  expect(promtool(['check', 'rules', 'docs/monitoring/alerts.yml'])).toMatchObject({ status: 0 })
  const rules = (await queries()).map((expr, n) => ({
    record: `query:number_${n}`,
    expr: expr.replaceAll('$__rate_interval', '5m').replaceAll('$job', 'eigenaar'),
  }))
  const folder = await mkdtemp(join(tmpdir(), 'eigenaar-rules-'))
  const file = join(folder, 'dashboard.yml')
  await writeFile(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }))
  expect(promtool(['check', 'rules', file])).toMatchObject({ status: 0, stderr: '' })
  await rm(folder, { recursive: true })
  // It also gives advice, on names that are not ours to choose.
  expect(promtool(['check', 'metrics'], text).stderr).not.toMatch(/error while linting|eigenaar_|http_/)
})

test('on a port of its own nothing has to be shown, and the service’s port has no figures', async () => {
  const started = startProcess({ PORT: '0', METRICS_PORT: '0', DATABASE_URL: service.databaseUrl })
  try {
    const [, port] = await started.until(/"port":(\d+),"msg":"figures are told at \/metrics"/)
    const [, url] = await started.until(/ready at (http:\/\/[^"]+)/)
    const ask = (path: string, options: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, options)
    const answer = await ask('/metrics')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ])
    expect(samplesOf(await answer.text()).get('eigenaar_database_up')).toBe(1)
    expect((await ask('/v1/cases')).status).toBe(404)
    expect((await ask('/metrics', { method: 'POST' })).status).toBe(405)
    const headers = { authorization: `Bearer ${service.adminKey}` }
    expect((await fetch(`${url}/metrics`, { headers })).status).toBe(404)
  } finally {
    started.stop()
  }
  expect(await started.ended).toMatchObject({ code: 0, complained: '' })
}, 240_000)
