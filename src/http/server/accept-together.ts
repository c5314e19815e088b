import { once } from 'node:events'
import type { Server } from 'node:http'
import { createServer, type Socket } from 'node:net'

/** Sockets that listen. Where a turn of the event loop takes 20 ms, a thousand callers come in within a second. */
const together = 128

/** How many connections wait to be accepted by each, in the kernel. */
export const backlog = 2048

/** Whether several sockets may listen on one port, so that the kernel deals newcomers out among them (SO_REUSEPORT). */
export const mayShare = process.platform === 'linux'

/**
 * Accepts the connections of a server that listens, and shares its port, over further sockets. Node accepts one connection for
 * each listening socket in a turn of the event loop, and under load a turn is long: a newcomer would wait for seconds,
 * behind the requests of those who are connected. Whoever closes the server closes these, and waits for what they let in.
 */
export async function acceptTogether(server: Server): Promise<void> {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it does not listen on a port')
  const enter = (socket: Socket) => server.emit('connection', socket)
  // As the server makes its own.
  const beside = Array.from({ length: together - 1 }, () =>
    createServer({ allowHalfOpen: true, noDelay: true }, enter),
  )
  const close = server.close.bind(server)
  server.close = (whenClosed) => {
    const closed = beside.map((each) => new Promise((settle) => each.close(settle)))
    return close((error) => void Promise.all(closed).then(() => whenClosed?.(error)))
  }
  const { address: host, port } = address
  await Promise.all(
    beside.map((each) => once(each.listen({ host, port, backlog, reusePort: true }), 'listening')),
  )
}
