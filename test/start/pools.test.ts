import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assertNamedStatementsStay } from '../../src/assert-pool.ts'
import { createEmptyDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createEmptyDatabase()
})
afterAll(() => database.drop())

test('PostgreSQL itself keeps named statements', async () => {
  await assertNamedStatementsStay(database.url)
})

test.each([
  ['the connection used last', 1, () => 0],
  ['the next of four in turn', 4, (turn: number) => turn % 4],
  ['the next of three in turn', 3, (turn: number) => turn % 3],
])('a pool that gives each transaction %s is refused', async (_, size, choose) => {
  const pool = await startPool(new URL(database.url), size, choose)
  try {
    await expect(assertNamedStatementsStay(pool.url)).rejects.toThrow(
      /^DATABASE_URL: the pool .* named statements/,
    )
  } finally {
    pool.server.close()
    for (const socket of pool.sockets) socket.destroy()
  }
})

/**
 * A pool in transaction mode as simple as can be, for clients who ask one after the other: each signs in through a
 * connection of its own, and what it asks then goes to one that `choose` names, and so does the answer's way back.
 */
async function startPool(to: URL, size: number, choose: (turn: number) => number) {
  const servers: Socket[] = []
  const sockets: Socket[] = []
  let turn = 0
  const server: Server = createServer((client) => {
    const own = connectTo(to)
    sockets.push(client, own)
    servers.push(own)
    let signedIn = false
    let chosen = own
    own.on('data', (answer: Buffer) => {
      if (signedIn) return
      client.write(answer)
      // ReadyForQuery, idle: the end of signing in.
      if (answer.subarray(-6).equals(Buffer.from('5a0000000549', 'hex'))) signedIn = true
    })
    client.on('data', (question: Buffer) => {
      if (!signedIn) return own.write(question)
      // Terminate.
      if (question[0] === 0x58) return client.end()
      // Only once all have signed in does anybody ask.
      chosen = servers[choose(turn++) % Math.min(size, servers.length)] ?? own
      chosen.once('data', (answer) => client.write(answer))
      return chosen.write(question)
    })
    for (const socket of [client, own]) socket.on('error', () => undefined)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = new URL(to)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  url.searchParams.delete('host')
  return { server, sockets, url: url.href }
}

function connectTo(url: URL): Socket {
  const folder = url.searchParams.get('host')
  return folder === null ? connect(Number(url.port), url.hostname) : connect(`${folder}/.s.PGSQL.${url.port}`)
}
