import { connect, type Socket } from 'node:net'

/** A request as it goes over the wire. */
export interface Call {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What one round of load came to; latencies in milliseconds. */
export interface Load {
  readonly requests: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

export interface LoadOptions {
  readonly port: number
  readonly connections: number
  readonly seconds: number
  /** The next request; undefined when there are no more, which ends the round before its time. */
  readonly next: () => Call | undefined
  readonly signal: AbortSignal
}

/**
 * Sends requests over keep-alive connections, each as soon as the one before it is answered, until the time is up.
 * Written on bare sockets, so that a request costs the generator some 20 µs, far less than whoever answers it.
 * Throws when a request is refused: figures of refusals say nothing.
 */
export async function load(options: LoadOptions): Promise<Load> {
  const latencies: number[] = []
  const began = performance.now()
  const ends = began + options.seconds * 1000
  await Promise.all(Array.from({ length: options.connections }, () => talk(options, ends, latencies)))
  const elapsed = performance.now() - began
  options.signal.throwIfAborted()

  latencies.sort((a, b) => a - b)
  return {
    requests: latencies.length,
    perSecond: latencies.length / (elapsed / 1000),
    p50: at(latencies, 0.5),
    p99: at(latencies, 0.99),
  }
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** One connection, from its first request to its last answer. */
function talk({ port, next, signal }: LoadOptions, ends: number, latencies: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let received: Buffer | undefined
    let sent = 0
    let done = false
    const finish = () => {
      done = true
      socket.end()
      resolve()
    }
    const send = () => {
      const call = performance.now() < ends && !signal.aborted ? next() : undefined
      if (!call) return finish()
      sent = performance.now()
      write(socket, call)
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('close', () => done || reject(new Error('the server closed a connection')))
    socket.on('data', (chunk: Buffer) => {
      received = received ? Buffer.concat([received, chunk]) : chunk
      const answer = wholeAnswer(received)
      if (!answer) return
      latencies.push(performance.now() - sent)
      if (answer.status < 200 || answer.status > 299) {
        done = true
        socket.destroy()
        return reject(new Error(`a request was answered ${answer.status}: ${received.toString()}`))
      }
      received = undefined
      send()
    })
  })
}

function write(socket: Socket, { method, path, headers, body }: Call): void {
  let head = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n`
  for (const name in headers) head += `${name}: ${headers[name]}\r\n`
  if (body === undefined) socket.write(`${head}\r\n`, 'latin1')
  else socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}

/** The answer, once all of it is there. Both contestants say how long an answer is. */
function wholeAnswer(bytes: Buffer): { readonly status: number } | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer does not say how long it is:\n${head}`)
  return bytes.length >= end + 4 + Number(length) ? { status: Number(head.slice(9, 12)) } : undefined
}
