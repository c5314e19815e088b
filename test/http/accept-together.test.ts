import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { acceptTogether, backlog, mayShare } from '../../src/http/server/accept-together.ts'

const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
})

async function listen(server: Server): Promise<number> {
  await once(server.listen({ host: '127.0.0.1', port: 0, backlog, reusePort: true }), 'listening')
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

function call(port: number, many: number): readonly Socket[] {
  const called = Array.from({ length: many }, () => connect(port, '127.0.0.1'))
  sockets.push(...called)
  return called
}

/** The most connections that were accepted in one turn, of two hundred that wait. */
async function mostInOneTurn(server: Server, port: number): Promise<number> {
  let accepted = 0
  server.on('connection', () => accepted++)
  const called = call(port, 200)
  const all = Promise.all(called.map((socket) => once(socket, 'connect')))
  let most = 0
  for (let before = 0; accepted < called.length; before = accepted) {
    await turn()
    most = Math.max(most, accepted - before)
  }
  await all
  return most
}

describe.runIf(mayShare)('a server that accepts over many sockets', () => {
  test('lets many in where a turn lets in one', async () => {
    const server = createServer()
    const port = await listen(server)
    expect(await mostInOneTurn(server, port)).toBe(1)
    await acceptTogether(server)
    expect(await mostInOneTurn(server, port)).toBeGreaterThan(4)
    for (const socket of sockets) socket.destroy()
    await new Promise((settle) => server.close(settle))
  })

  test('is closed when all that was let in is answered, and by then listens nowhere', async () => {
    const held: (() => void)[] = []
    const server = createServer((_request, response) => held.push(() => response.end('ready')))
    const port = await listen(server)
    await acceptTogether(server)
    const answers = call(port, 64).map(async (socket) => {
      socket.write('GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
      let answer = ''
      for await (const part of socket) answer += part
      return answer.endsWith('ready')
    })
    while (held.length < 64) await turn()
    const last = held.pop()
    let isClosed = false
    const closed = new Promise<void>((settle) => {
      server.close(() => {
        isClosed = true
        settle()
      })
    })
    for (const answer of held) answer()
    for (let turns = 0; turns < 50; turns++) await turn()
    expect(isClosed).toBe(false)
    last?.()
    await closed
    expect(new Set(await Promise.all(answers))).toEqual(new Set([true]))
    const [late] = call(port, 1)
    expect(await once(late as Socket, 'error')).toMatchObject([{ code: 'ECONNREFUSED' }])
  })
})
