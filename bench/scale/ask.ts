import { Agent, get } from 'node:http'

/** Asks one service, over one connection. */
export class Asking {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #port: number
  readonly #key: string

  constructor(port: number, key: string) {
    this.#port = port
    this.#key = key
  }

  /** Answers with the status, and with the milliseconds until the last byte was there. */
  ask(path: string, as: string): Promise<{ readonly status: number; readonly ms: number }> {
    return new Promise((resolve, reject) => {
      const began = performance.now()
      const headers = { authorization: `Bearer ${this.#key}`, 'on-behalf-of': as }
      const request = get(
        { host: '127.0.0.1', port: this.#port, path, headers, agent: this.#agent },
        (answer) => {
          answer.on('error', reject)
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, ms: performance.now() - began }))
          answer.resume()
        },
      )
      request.on('error', reject)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}
