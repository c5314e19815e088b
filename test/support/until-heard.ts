import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Answer, Call } from './service.ts'

/** How long a client waits before it gives up: longer than any queue of tests. */
const patience = 120_000
/** What `Retry-After` says, and a little for those who would all come back at the same moment. */
const pause = () => 1000 + Math.random() * 500

/** Those of one crowd that were sent away. */
class Crowd {
  readonly #away = new Set<() => void>()

  /** Waits until others were heard, which makes room, or as long as the service says. */
  stayAway(): Promise<void> {
    return new Promise((resolve) => {
      const comeBack = () => {
        clearTimeout(timer)
        this.#away.delete(comeBack)
        resolve()
      }
      const timer = setTimeout(comeBack, pause())
      this.#away.add(comeBack)
    })
  }

  /** Two come back for each that was heard: the service stays full, and hears few for nothing. */
  heard(): void {
    for (const comeBack of this.#away.values().take(2)) comeBack()
  }
}

const crowds = new AsyncLocalStorage<Crowd>()

/** Runs what sends many requests at once. On a busy machine some of them hear 503, and are sent again until they are heard. */
export const inACrowd = <T>(run: () => Promise<T>): Promise<T> => crowds.run(new Crowd(), run)

/** Too much was asked at once; the errors of SCIM have no codes. */
const isTooMuch = ({ status, body }: Answer): boolean =>
  body?.code === 'overloaded' || (status === 503 && body?.code === undefined)

/** Sends a request; in a crowd again and again, as a client would: under one `Idempotency-Key`, until it is heard. */
export async function sendUntilHeard(
  method: string,
  call: Call,
  send: (call: Call) => Promise<Answer>,
): Promise<Answer> {
  const crowd = crowds.getStore()
  if (!crowd) return await send(call)
  const key = method === 'POST' ? { 'idempotency-key': randomUUID() } : {}
  const request = { ...call, headers: { ...key, ...call.headers } }
  const began = performance.now()
  for (;;) {
    const answer = await send(request)
    const isLate = performance.now() - began > patience
    if (!isTooMuch(answer) || isLate) {
      crowd.heard()
      return answer
    }
    await crowd.stayAway()
  }
}
