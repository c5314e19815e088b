import type { Socket } from 'node:net'
import type pg from 'pg'

const held = new Set<Socket>()

/**
 * What is sent over this connection until the present turn ends leaves as one packet: the client writes each
 * statement by itself, and both sides would pay for each. Its socket is not part of its types.
 */
export function inOnePacket(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection
  if (held.has(stream)) return
  held.add(stream)
  stream.cork()
  process.nextTick(() => {
    held.delete(stream)
    stream.uncork()
  })
}
