import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { inbound, type Scene, setScene } from '../support/scene.ts'
import { startProcess } from '../support/start-process.ts'
import { useService } from '../support/use-service.ts'
import { freePort, Programs } from './programs.ts'

const service = useService()
const programs = new Programs()

/** Something that an hour of a team has in it: the n-th. */
async function act({ take, team, sanne, piet, customer }: Scene, n: number): Promise<void> {
  const post = (path: string, body: object, as?: string) =>
    service.do('POST', `/v1/${path}`, as === undefined ? { body } : { as, body })
  const newCustomer = () => service.customer({ teamId: team.id })
  const kase = await take({ question: `Question ${n}` })
  if (n % 2 === 0) await post(`cases/${kase.id}/notes`, { text: `Note ${n}` }, sanne.id)
  if (n % 3 === 0) await newCustomer()
  if (n % 4 === 0) await post(`cases/${kase.id}/contacts`, inbound, piet.id)
  if (n % 5 === 0) {
    const then = { resolve: { outcome: 'answered' } }
    await post(
      `callbacks/${kase.callback.id}/attempts`,
      { outcome: 'reached', summary: 'Told.', then },
      sanne.id,
    )
    if (n % 10 === 0) await post(`cases/${kase.id}/reopen`, {}, piet.id)
  }
  if (n % 7 === 0) {
    const { headers } = await service.call('GET', `/v1/customers/${customer.id}`)
    const change = { body: { name: `Dijkstra ${n}` }, headers: { 'if-match': String(headers.etag) } }
    await service.do('PATCH', `/v1/customers/${customer.id}`, change)
  }
  if (n % 8 === 0) {
    const right = await newCustomer()
    await post(`cases/${kase.id}/customer-correction`, { customerId: right.id }, sanne.id)
  }
  if (n % 9 === 0) {
    const twice = await newCustomer()
    await take({ customerId: twice.id })
    await post(`customers/${twice.id}/merge-into`, { customerId: customer.id })
    if (n % 18 === 0) await service.do('POST', `/v1/customers/${twice.id}/unmerge`)
  }
  if (n % 20 === 0) {
    await post(`customers/${(await newCustomer()).id}/erasure`, { reason: 'Asked for it.' })
    const leaver = await service.employee({ teamId: team.id })
    await post('cases', { customerId: customer.id, question: `Question of ${n}` }, leaver.id)
    await post(`employees/${leaver.id}/departure`, {})
  }
}

test('a copy that was killed again and again, of a service that was killed too, is what the database has, row by row', async () => {
  const scene = await setScene(service)
  const port = String(await freePort())
  const file = programs.file('copy.db')
  const program = await programs.of('crm-copy', 'js')
  const key = await service.key('events:read', 'cases:read', 'customers:read')
  const settings = { EIGENAAR: `http://127.0.0.1:${port}`, KEY: key, NODE_NO_WARNINGS: '1' }
  const serve = async () => {
    const started = startProcess({ PORT: port, DATABASE_URL: service.databaseUrl, ROLE: 'api' })
    await started.until(/ready at/)
    return started
  }
  const follow = () => programs.run(process.execPath, [program, file], settings)
  let serving = await serve()
  let following = follow()

  let isTormented = false
  onTestFinished(() => {
    isTormented = true
    serving.kill()
  })
  const living = (async () => {
    for (let n = 1; n <= 80 || !isTormented; n++) {
      await act(scene, n)
      await sleep(50)
    }
  })()
  const placeOf = (): unknown => {
    const copy = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
    try {
      return copy.prepare('select event from place').get()?.event
    } finally {
      copy.close()
    }
  }
  /** Waits until the copy has gone on from here: it is at work, and there is more to come. */
  const untilItMoves = async () => {
    const place = await vi.waitFor(placeOf, { timeout: 60_000 })
    await vi.waitFor(() => expect(placeOf()).not.toBe(place), { timeout: 60_000, interval: 20 })
  }
  for (let kill = 1; kill <= 5; kill++) {
    await untilItMoves()
    if (kill % 2 === 1) {
      following.child.kill('SIGKILL')
      await once(following.child, 'exit')
      following = follow()
    } else {
      serving.kill()
      await serving.ended
      serving = await serve()
    }
  }
  await untilItMoves()
  isTormented = true
  await living
  expect([following.child.exitCode, following.complained]).toEqual([null, ''])
  following.child.kill('SIGKILL')
  const last = programs.run(process.execPath, [program, file, '--once'], settings)
  expect(await once(last.child, 'exit')).toEqual([0, null])
  expect(last.complained).toBe('')
  serving.kill()

  const copy = new DatabaseSync(file)
  const copied = (query: string) =>
    copy
      .prepare(query)
      .all()
      .map((row) => Object.values(row).join(' '))
  const rows = async (query: string) =>
    (await service.sql.query({ text: query, rowMode: 'array' })).rows.map((row) => row.join(' '))
  const cases = await rows(`select c.id, c.version, c.reference, c.status, c.customer_id, c.owner_id,
    to_char(b.window_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    from cases c left join callbacks b on b.id = c.callback_id order by c.id`)
  expect(cases.length).toBeGreaterThan(80)
  expect(copied('select * from cases order by id')).toEqual(cases)
  // Of customers of whom another one stands in the place, that one is the row.
  const customers = await rows(
    'select id, version, name, team_id from customers where merge_id is null order by id',
  )
  expect(customers.length).toBeGreaterThan(25)
  expect(copied('select * from customers order by id')).toEqual(customers)
  copy.close()
}, 240_000)
