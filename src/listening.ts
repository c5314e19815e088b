import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Config } from './config.ts'
import { CannotStart } from './lib/cannot-start.ts'

/** Makes sure that HOST and PORT can be listened on, before anything else is started; throws `CannotStart`. */
export async function assertFree({ host, port }: Config): Promise<void> {
  const server = createServer()
  try {
    server.listen({ host, port })
    await once(server, 'listening')
  } catch (error) {
    throw cannotListen(error, host, port)
  } finally {
    server.close()
  }
}

/** What keeps a server from listening, in the words of the settings; whatever else it was stays what it is. */
export function cannotListen(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = reasons[code]?.(host, port)
  return reason === undefined ? error : new CannotStart(reason, { cause: error })
}

const noSuchHost = (host: string) =>
  `HOST ${host} is no address and no name that this machine knows. Choose another, such as 127.0.0.1 or 0.0.0.0.`

const reasons: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) =>
    `PORT ${port} of ${host} is in use by another program. Stop that one first, or choose another with PORT.`,
  EACCES: (_, port) =>
    `PORT ${port} is not open to this user. Choose one above 1023 with PORT, and put a proxy in front of it.`,
  EADDRNOTAVAIL: (host) =>
    `HOST ${host} is not an address of this machine. Choose another, such as 127.0.0.1 or 0.0.0.0.`,
  EAFNOSUPPORT: (host) => `HOST ${host} is of a kind that this machine does not speak. Choose another.`,
  EINVAL: (host) => `HOST ${host} cannot be listened on like this. Choose another, such as 127.0.0.1 or ::1.`,
  ENOTFOUND: noSuchHost,
  EAI_AGAIN: noSuchHost,
}
