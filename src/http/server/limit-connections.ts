import type { IncomingMessage, Server } from 'node:http'
import { BlockList, isIP, type Socket } from 'node:net'

/** How many connections are held. */
export interface ConnectionLimits {
  readonly inAll: number
  /** From one address. */
  readonly fromOne: number
  /** Beyond the others, and only to ask how the service is. */
  readonly spare: number
}

/**
 * Holds connections within limits. Where one is reached, the oldest of those that never sent a whole request makes room,
 * so that silence shuts nobody out, neither others nor whoever else calls from the same address; where all have spoken,
 * the newcomer gets a spare one. `trusted` are proxies: behind one address there are many callers, so it is held to the
 * limit of all alone. Answers which sockets are spare.
 */
export function limitConnections(
  server: Server,
  { inAll, fromOne, spare }: ConnectionLimits,
  trusted: readonly string[],
): { has(socket: Socket): boolean } {
  const spares = new Set<Socket>()
  const proxies = blockOf(trusted)
  const silent = new Set<Socket>()
  const byAddress = new Map<string, Set<Socket>>()
  const known = new WeakMap<Socket, string>()
  let count = 0

  server.prependListener('connection', (socket: Socket) => {
    const address = addressOf(socket)
    const peers = byAddress.get(address) ?? new Set()
    const isOneOfMany = !isIn(proxies, socket.remoteAddress) && peers.size >= fromOne
    const crowded = isOneOfMany ? peers : count >= inAll ? silent : undefined
    if (crowded) {
      const oldest = crowded === silent ? first(silent) : first(peers, (peer) => silent.has(peer))
      if (!oldest) return keepSpare(socket)
      oldest.destroy()
      // Its end is told a moment later, and newcomers of this moment count as well.
      forget(oldest)
    }
    count++
    byAddress.set(address, peers.add(socket))
    silent.add(socket)
    socket.once('close', () => forget(socket))
  })
  server.prependListener('request', ({ socket }: IncomingMessage) => silent.delete(socket))
  return spares

  function keepSpare(socket: Socket): void {
    const [oldest] = spares
    if (oldest && spares.size >= spare) {
      oldest.destroy()
      spares.delete(oldest)
    }
    spares.add(socket)
    socket.once('close', () => spares.delete(socket))
  }

  function addressOf(socket: Socket): string {
    const address = known.get(socket) ?? networkOf(socket.remoteAddress ?? '')
    known.set(socket, address)
    return address
  }

  function forget(socket: Socket): void {
    const address = addressOf(socket)
    const peers = byAddress.get(address)
    silent.delete(socket)
    if (!peers?.delete(socket)) return
    count--
    if (peers.size === 0) byAddress.delete(address)
  }
}

/** One host: an address, and of IPv6 the network, in which a host has as many addresses as it likes. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(plain) !== 6) return plain
  const [head = ''] = plain.split('::')
  return `${head.split(':').slice(0, 4).join(':')}/64`
}

function first(sockets: Set<Socket>, fits: (socket: Socket) => boolean = () => true): Socket | undefined {
  for (const socket of sockets) if (fits(socket)) return socket
  return undefined
}

function blockOf(networks: readonly string[]): BlockList {
  const block = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) block.addAddress(address, family)
    else block.addSubnet(address, Number(bits), family)
  }
  return block
}

function isIn(block: BlockList, address = ''): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  const family = isIP(plain)
  return family !== 0 && block.check(plain, family === 6 ? 'ipv6' : 'ipv4')
}
