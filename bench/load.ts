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
  /** How many more were refused because there was too much to do; they are in none of the other figures. */
  readonly refused: number
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
  /** Refusals for being busy (429, 503) are counted, and something else is sent; left out: they end the run. */
  readonly countsRefusals?: boolean
}

/** What the connections of one round have seen together. */
interface Seen {
  readonly latencies: number[]
  refused: number
}

/** Milliseconds in which a request must be answered, and that a connection rests after a refusal. */
const longestAnswer = 60_000
const rest = 100

/**
 * Sends requests over keep-alive connections, each as soon as the one before it is answered, until the time is up.
 * Written on bare sockets, so that a request costs the generator some 20 µs, far less than whoever answers it.
 * Throws when a request is refused, since figures of refusals say nothing, and when one is not answered within a minute.
 */
export async function load(options: LoadOptions): Promise<Load> {
  const seen: Seen = { latencies: [], refused: 0 }
  const began = performance.now()
  const ends = began + options.seconds * 1000
  await Promise.all(Array.from({ length: options.connections }, () => talk(options, ends, seen)))
  const elapsed = performance.now() - began
  options.signal.throwIfAborted()

  const { latencies, refused } = seen
  latencies.sort((a, b) => a - b)
  return {
    requests: latencies.length,
    perSecond: latencies.length / (elapsed / 1000),
    refused,
    p50: at(latencies, 0.5),
    p99: at(latencies, 0.99),
  }
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** One connection, from its first request to its last answer. */
function talk(
  { port, next, signal, countsRefusals = false }: LoadOptions,
  ends: number,
  seen: Seen,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let received: Buffer | undefined
    let sent = 0
    let done = false
    const finish = (error?: unknown) => {
      done = true
      signal.removeEventListener('abort', stop)
      if (error === undefined) socket.end()
      else socket.destroy()
      if (error === undefined) resolve()
      else reject(error)
    }
    const stop = () => finish(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    const send = () => {
      if (done) return
      const call = performance.now() < ends && !signal.aborted ? next() : undefined
      if (!call) return finish()
      sent = performance.now()
      write(socket, call)
    }
    socket.on('connect', send)
    socket.setTimeout(longestAnswer, () => finish(new Error('a request was not answered within a minute')))
    socket.on('error', finish)
    socket.on('close', () => done || finish(new Error('the server closed a connection')))
    socket.on('data', (chunk: Buffer) => {
      received = received ? Buffer.concat([received, chunk]) : chunk
      const answer = wholeAnswer(received)
      if (!answer) return
      if (countsRefusals && (answer.status === 429 || answer.status === 503)) {
        received = undefined
        seen.refused++
        return void setTimeout(send, rest)
      }
      seen.latencies.push(performance.now() - sent)
      if (answer.status < 200 || answer.status > 299)
        return finish(new Error(`a request was answered ${answer.status}: ${received.toString()}`))
      received = undefined
      send()
    })
  })
}

/** Sends a request over a bare socket. */
export function write(socket: Socket, { method, path, headers, body }: Call): void {
  let head = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n`
  for (const name in headers) head += `${name}: ${headers[name]}\r\n`
  if (body === undefined) socket.write(`${head}\r\n`, 'latin1')
  else socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}

/** The answer, once all of it is there. Every contestant says how long an answer is. */
export function wholeAnswer(bytes: Buffer): { readonly status: number } | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer does not say how long it is:\n${head}`)
  return bytes.length >= end + 4 + Number(length) ? { status: Number(head.slice(9, 12)) } : undefined
}
