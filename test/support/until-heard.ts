import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Call } from './service.ts'

/** How long a client waits before it gives up: longer than any queue of tests. */
const patience = 120_000
/** Between two tries, in the end: a crowd that asks without a pause keeps the machine from answering. */
const longest = 1500

const crowd = new AsyncLocalStorage<true>()

/** Runs what sends many requests at once. On a busy machine some of them hear 503, and are sent again until they are heard. */
export const inACrowd = <T>(run: () => Promise<T>): Promise<T> => crowd.run(true, run)

/** Too much was asked at once; the errors of SCIM have no codes. */
const isTooMuch = ({ status, body }: Answer): boolean =>
  body?.code === 'overloaded' || (status === 503 && body?.code === undefined)

/** Sends a request; in a crowd again and again, as a client would: under one `Idempotency-Key`, until it is heard. */
export async function sendUntilHeard(
  method: string,
  call: Call,
  send: (call: Call) => Promise<Answer>,
): Promise<Answer> {
  if (!crowd.getStore()) return await send(call)
  const key = method === 'POST' ? { 'idempotency-key': randomUUID() } : {}
  const request = { ...call, headers: { ...key, ...call.headers } }
  const began = performance.now()
  for (let most = 100; ; most = Math.min(most * 2, longest)) {
    const answer = await send(request)
    if (!isTooMuch(answer) || performance.now() - began > patience) return answer
    await sleep(20 + Math.random() * most)
  }
}
