import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** The service that is measured, and how often it refused. */
export interface Target {
  readonly port: number
  readonly key: string
  readonly signal: AbortSignal
  refused: number
}

/** Milliseconds for one answer, and for all tries of a request together. */
export const patience = { answer: 10_000, inAll: 120_000 }

export interface Sent {
  readonly method: 'POST' | 'DELETE'
  readonly path: string
  readonly body?: object
  /** Called before each try. */
  readonly onTry?: () => void
}

/** Sends a request; when the service is too busy it is sent again, with the same key, so that it is done once. */
export async function send(
  target: Target,
  { method, path, body, onTry }: Sent,
): Promise<{ readonly id: string }> {
  const headers = {
    authorization: `Bearer ${target.key}`,
    'idempotency-key': randomUUID(),
    ...(body && { 'content-type': 'application/json' }),
  }
  return untilTaken(target, path, async () => {
    onTry?.()
    const answer = await fetch(`http://127.0.0.1:${target.port}/v1/${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([target.signal, AbortSignal.timeout(patience.answer)]),
    })
    const text = await answer.text()
    if (answer.status === 503 || answer.status === 429) return undefined
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
    return text === '' ? { id: '' } : JSON.parse(text)
  })
}

/** Tries until it is answered with something, and counts how often it was not. */
export async function untilTaken<T>(
  target: Target,
  what: string,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  for (const began = performance.now(); performance.now() - began < patience.inAll; ) {
    const taken = await attempt()
    if (taken !== undefined) return taken
    target.refused++
    await sleep(500 + Math.random() * 1000, undefined, { signal: target.signal })
  }
  throw new Error(`${what} was refused for ${patience.inAll / 1000} s`)
}
