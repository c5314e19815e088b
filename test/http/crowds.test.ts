import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import Fastify from 'fastify'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { limitConnections } from '../../src/http/server/limit-connections.ts'
import { call, listen, parseAnswer } from '../support/talk.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let port: number
beforeAll(async () => {
  port = await listen(service)
})

const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
})

/** A connection from this address that says nothing. */
async function silence(to: number, localAddress: string): Promise<Socket> {
  const socket = connect({ port: to, host: '127.0.0.1', localAddress })
  socket.on('error', () => undefined)
  sockets.push(socket)
  await once(socket, 'connect')
  return socket
}

/** Asks over a connection that stays open, from this address; undefined when it is cut off. */
async function ask(to: number, localAddress: string, path: string): Promise<string | undefined> {
  const socket = await silence(to, localAddress)
  socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`)
  const heard = await Promise.race([once(socket, 'data'), once(socket, 'close').then(() => [undefined])])
  return heard[0] === undefined ? undefined : String(heard[0])
}

const statusOf = (heard: string | undefined) => parseAnswer(heard ?? '').status

test('two thousand silent connections from one address shut out neither others nor whoever asks how the service is', async () => {
  for (let opened = 0; opened < 2000; opened += 100)
    await Promise.all(Array.from({ length: 100 }, () => silence(port, '127.0.0.1')))
  expect(statusOf(await ask(port, '127.0.0.2', '/health/ready'))).toBe(200)
  expect(statusOf(await ask(port, '127.0.0.1', '/health/ready'))).toBe(200)
  const line = await call(
    port,
    `GET /v1/me HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${service.adminKey}\r\nconnection: close\r\n\r\n`,
  )
  expect(parseAnswer(await line.heard).status).toBe(200)
}, 240_000)

/** A server with few places, which answers whether it would serve. */
async function small(trusted: readonly string[]) {
  const app = Fastify()
  const spare = limitConnections(app.server, { inAll: 6, fromOne: 3, spare: 2 }, trusted)
  app.get('/', (request, reply) => reply.code(spare.has(request.raw.socket) ? 503 : 200).send('ok'))
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, port: Number(new URL(address).port) }
}

test('an address has its share, beyond it come spare connections, and others have theirs', async () => {
  const { app, port: to } = await small([])
  const from = async (address: string, times: number) => {
    const statuses: number[] = []
    for (let n = 0; n < times; n++) statuses.push(statusOf(await ask(to, address, '/')))
    return statuses
  }
  expect(await from('127.0.0.1', 5)).toEqual([200, 200, 200, 503, 503])
  expect(await from('127.0.0.2', 3)).toEqual([200, 200, 200])
  expect(await from('127.0.0.3', 1)).toEqual([503])
  for (const socket of sockets.splice(0)) socket.destroy()
  await expect.poll(() => from('127.0.0.1', 1)).toEqual([200])
  for (const socket of sockets.splice(0)) socket.destroy()
  await app.close()
})

test('behind a trusted proxy are many callers: its address is held to the limit of all alone', async () => {
  const { app, port: to } = await small(['127.0.0.0/8'])
  const statuses: number[] = []
  for (let n = 0; n < 7; n++) statuses.push(statusOf(await ask(to, '127.0.0.1', '/')))
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 503])
  for (const socket of sockets.splice(0)) socket.destroy()
  await app.close()
})
