import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Service } from './service.ts'

/** Lets the service listen on a port of its own: which one. */
export async function listen({ app }: Service): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the service does not listen')
  return address.port
}

/** A connection that gathers what it hears. */
export interface Line {
  readonly socket: Socket
  /** What was heard until the other side hung up. */
  readonly heard: Promise<string>
}

/** Connects, sends bytes as they are, and hangs up only when the other side does. */
export async function call(port: number, bytes: string | Buffer = ''): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  let text = ''
  socket.on('data', (data) => {
    text += data.toString('latin1')
  })
  const heard = new Promise<string>((resolve, reject) => {
    socket.on('end', () => {
      resolve(text)
      socket.destroy()
    })
    socket.on('close', () => resolve(text))
    socket.on('error', (error) =>
      'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
        ? resolve(text)
        : reject(error),
    )
  })
  await once(socket, 'connect')
  if (bytes !== '') socket.write(bytes)
  return { socket, heard }
}

/** An answer in bytes, taken apart. */
export function parseAnswer(heard: string) {
  const [head = '', text = ''] = heard.split('\r\n\r\n', 2)
  const [first = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  return { status: Number(first.split(' ')[1]), headers, text }
}
