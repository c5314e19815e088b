import { connect, type Socket } from 'node:net'
import { type Call, wholeAnswer, write } from './load.ts'

/** How a request in a storm was answered; a status of 0: it was cut off. */
export interface Answered {
  readonly status: number
  readonly ms: number
}

/**
 * Keep-alive connections for requests that are sent whether or not those before them are answered. On bare sockets, as all load
 * here: a client that costs as much as the service would measure itself, on the processors that they share.
 */
export class Storm {
  readonly #port: number
  readonly #idle: Socket[] = []
  #closed = false

  constructor(port: number) {
    this.#port = port
  }

  /** Sends one request, over a connection that has nothing to do or a new one. */
  send(call: Call): Promise<Answered> {
    const socket = this.#idle.pop() ?? connect({ port: this.#port, host: '127.0.0.1', noDelay: true })
    return new Promise((settle) => {
      const began = performance.now()
      let received: Buffer | undefined
      const end = (answered: Answered) => {
        socket.removeAllListeners('data').removeAllListeners('close')
        if (answered.status !== 0 && !this.#closed) this.#idle.push(socket)
        else socket.destroy()
        settle(answered)
      }
      socket.on('data', (chunk: Buffer) => {
        received = received ? Buffer.concat([received, chunk]) : chunk
        const answer = wholeAnswer(received)
        if (answer) end({ status: answer.status, ms: performance.now() - began })
      })
      if (socket.listenerCount('error') === 0) socket.on('error', () => {})
      socket.on('close', () => end({ status: 0, ms: 0 }))
      write(socket, call)
    })
  }

  close(): void {
    this.#closed = true
    for (const socket of this.#idle) socket.destroy()
  }
}
