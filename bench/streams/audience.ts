import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { patience, type Target, untilTaken } from './send.ts'

/** Milliseconds until an event must have reached everybody. */
const longestTelling = 30_000

/** Listeners to the stream of events, each over a bare socket. */
export class Audience {
  /** Listeners whom the service dropped, and events that did not reach a listener in time. */
  lost = 0
  missed = 0
  readonly #target: Target
  readonly #sockets = new Set<Socket>()
  #heard: () => void = () => {}

  constructor(target: Target) {
    this.#target = target
  }

  get size(): number {
    return this.#sockets.size
  }

  /** Lets so many more listen, a hundred at a time. */
  async gather(count: number): Promise<void> {
    for (let left = count; left > 0; left -= 100) {
      this.#target.signal.throwIfAborted()
      await Promise.all(Array.from({ length: Math.min(100, left) }, () => this.#join()))
    }
  }

  /** Lets an event happen, and waits until all have heard of it. Milliseconds from `begin` until each did. */
  async tell(happen: (begin: () => void) => Promise<unknown>): Promise<readonly number[]> {
    const latencies: number[] = []
    let began = performance.now()
    this.#heard = () => void latencies.push(performance.now() - began)
    await happen(() => {
      began = performance.now()
    })
    while (latencies.length < this.size && performance.now() - began < longestTelling)
      await sleep(10, undefined, { signal: this.#target.signal })
    this.missed += Math.max(0, this.size - latencies.length)
    this.#heard = () => {}
    return latencies
  }

  leave(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#sockets.clear()
  }

  async #join(): Promise<void> {
    const socket = await untilTaken(this.#target, 'a stream', () => this.#listen())
    this.#sockets.add(socket)
    socket.once('close', () => {
      if (this.#sockets.delete(socket)) this.lost++
    })
  }

  /** A stream that has begun; undefined when it was refused or did not begin in time. */
  #listen(): Promise<Socket | undefined> {
    const { port, key, signal } = this.#target
    return new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const socket = connect({ port, host: '127.0.0.1' })
      const refused = () => {
        socket.destroy()
        resolve(undefined)
      }
      const stop = () => {
        socket.destroy()
        reject(signal.reason)
      }
      const timer = setTimeout(refused, patience.answer)
      signal.addEventListener('abort', stop, { once: true })
      socket.once('close', () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', stop)
        resolve(undefined)
      })
      socket.once('error', refused)
      socket.setEncoding('utf8').on('data', (chunk) => {
        const text = String(chunk)
        if (text.startsWith('HTTP/1.1 ') && !text.startsWith('HTTP/1.1 200')) return refused()
        if (text.includes('retry:')) {
          clearTimeout(timer)
          resolve(socket)
        }
        if (text.includes('data:')) this.#heard()
      })
      socket.write(
        `GET /v1/events?after=now HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\nauthorization: Bearer ${key}\r\n\r\n`,
      )
    })
  }
}
