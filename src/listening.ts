import { once } from 'node:events'
import { createServer } from 'node:net'
import { CannotStart } from './lib/cannot-start.ts'

/** Which setting says on which port. */
type PortSetting = 'PORT' | 'METRICS_PORT'

/** Makes sure that this port can be listened on, before anything else is started; throws `CannotStart`. */
export async function assertFree(host: string, port: number, setting: PortSetting): Promise<void> {
  const server = createServer()
  try {
    server.listen({ host, port })
    await once(server, 'listening')
  } catch (error) {
    throw cannotListen(error, host, port, setting)
  } finally {
    server.close()
  }
}

/** What keeps a server from listening, in the words of the settings; whatever else it was stays what it is. */
export function cannotListen(error: unknown, host: string, port: number, setting: PortSetting): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = reasons[code]?.(host, port, setting)
  return reason === undefined ? error : new CannotStart(reason, { cause: error })
}

const noSuchHost = (host: string) =>
  `HOST ${host} is no address and no name that this machine knows. Choose another, such as 127.0.0.1 or 0.0.0.0.`

const reasons: Readonly<Record<string, (host: string, port: number, setting: PortSetting) => string>> = {
  EADDRINUSE: (host, port, setting) =>
    `${setting} ${port} of ${host} is in use by another program. Stop that one first, or choose another with ${setting}.`,
  EACCES: (_, port, setting) =>
    `${setting} ${port} is not open to this user. Choose one above 1023 with ${setting}, and put a proxy in front of it.`,
  EADDRNOTAVAIL: (host) =>
    `HOST ${host} is not an address of this machine. Choose another, such as 127.0.0.1 or 0.0.0.0.`,
  EAFNOSUPPORT: (host) => `HOST ${host} is of a kind that this machine does not speak. Choose another.`,
  EINVAL: (host) => `HOST ${host} cannot be listened on like this. Choose another, such as 127.0.0.1 or ::1.`,
  ENOTFOUND: noSuchHost,
  EAI_AGAIN: noSuchHost,
}
