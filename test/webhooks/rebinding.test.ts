import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSender } from '../../src/rooms/webhooks/send.ts'
import { openTargets } from '../../src/rooms/webhooks/targets.ts'

/** What the name server says, one answer after the other, and the last of them from then on. */
let answers: string[][] = []
let questions = 0
let connections = 0

/** A name server that has an address for every name, and forgets it at once (RFC 1035, sections 4.1 and 3.4.1). */
const names = createSocket('udp4', (question, { port, address }) => {
  const told = answers[Math.min(questions++, answers.length - 1)] ?? []
  const end = question.indexOf(0, 12) + 5
  const header = Buffer.from(question.subarray(0, 12))
  // An answer, with all flags of one that succeeded; one question, and nothing besides the addresses.
  header.writeUInt16BE(0x8180, 2)
  header.writeUInt16BE(told.length, 6)
  header.fill(0, 8)
  const records = told.map((each) => [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...each.split('.').map(Number)])
  names.send(Buffer.concat([header, question.subarray(12, end), Buffer.from(records.flat())]), port, address)
})
const inside = createServer((_, response) => response.end()).on('connection', () => connections++)
const resolver = new Resolver()
let port = 0
beforeAll(async () => {
  names.bind(0, '127.0.0.1')
  inside.listen(0, '127.0.0.1')
  await Promise.all([once(names, 'listening'), once(inside, 'listening')])
  resolver.setServers([`127.0.0.1:${names.address().port}`])
  port = (inside.address() as AddressInfo).port
})
afterAll(() => {
  names.close()
  inside.close()
})
beforeEach(() => {
  questions = 0
  connections = 0
})

const resolve = (name: string) => resolver.resolve4(name)
const message = { headers: {}, body: '{}' }
const notAllowed = 'leads to an address that is not allowed'

test('what a name server calls public when it is asked first, and this machine when it is called, is not called', async () => {
  answers = [['93.184.215.14'], ['127.0.0.1']]
  const targets = openTargets([], resolve)
  const url = `https://rebinds.example.nl:${port}/`
  await targets.assertAllowed(url)
  const sender = openSender(targets)
  for (let tries = 0; tries < 3; tries++) expect((await sender.send(url, message)).error).toBe(notAllowed)
  await sender.close()
  expect([questions, connections]).toEqual([4, 0])
})

test.each([[['93.184.215.14', '127.0.0.1']], [['127.0.0.1', '93.184.215.14']]])(
  'one of whose addresses is this machine is refused, and not called: %s',
  async (both) => {
    answers = [both]
    const targets = openTargets([], resolve)
    const url = `https://both.example.nl:${port}/`
    await expect(targets.assertAllowed(url)).rejects.toThrow()
    const sender = openSender(targets)
    expect((await sender.send(url, message)).error).toBe(notAllowed)
    await sender.close()
    expect(connections).toBe(0)
  },
)

test('the address that was looked at is the one that is called, and nobody asks for it again', async () => {
  // Nobody listens at the first one, which is ours. Whoever asked once more would reach the other.
  answers = [['127.0.0.2'], ['127.0.0.1']]
  const sender = openSender(openTargets(['127.0.0.2'], resolve))
  const url = `http://pinned.example.nl:${port}/`
  expect(await sender.send(url, message)).toMatchObject({ status: null, error: 'ECONNREFUSED' })
  expect([questions, connections]).toEqual([1, 0])
  expect((await sender.send(url, message)).error).toBe(notAllowed)
  await sender.close()
  expect(connections).toBe(0)
})
