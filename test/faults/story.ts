import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** What came back: status, body and whether it was a replay. */
interface Heard {
  readonly status: number
  readonly text: string
  readonly replayed: boolean
}

/** One request with its key, however often it has to be sent. */
export interface Request {
  readonly url: string
  readonly as: string
  readonly body: object
  readonly key: string
}

export type Send = (request: Request) => Promise<Heard>

export interface Acknowledged extends Request, Heard {}

/** Milliseconds after which nobody comes any more: a process that starts on a busy machine takes many seconds. */
const patience = 90_000

/** Sends a request until it is answered: again after a lost connection, a 503, or while the first one runs. */
export async function persist(send: Send, request: Request): Promise<Acknowledged> {
  const until = performance.now() + patience
  for (;;) {
    try {
      const heard = await send(request)
      const later =
        heard.status === 503 || (heard.status === 409 && heard.text.includes('idempotency-key-in-use'))
      if (!later) return { ...request, ...heard }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
    if (performance.now() > until) throw new Error(`${request.url} is not answered`)
    await sleep(25)
  }
}

/**
 * A customer's day, by chance: questions are opened, noted, chased, tried, kept, resolved and opened again, until
 * `done`. Answers with all that was acknowledged, which is added to `acknowledged` as it comes.
 */
export async function liveThrough(
  send: Send,
  chance: () => number,
  people: { readonly owner: string; readonly colleague: string; readonly customer: string },
  done: () => boolean,
  acknowledged: Acknowledged[] = [],
): Promise<Acknowledged[]> {
  const ask = async (url: string, as: string, body: object) => {
    const answer = await persist(send, { url, as, body, key: randomUUID() })
    acknowledged.push(answer)
    return JSON.parse(answer.text)
  }
  const { owner, colleague, customer } = people
  while (!done()) {
    let kase = await ask('/v1/cases', owner, {
      customerId: customer,
      question: `Why ${Math.floor(chance() * 1e6)}?`,
    })
    for (let step = 0; step < 6 && !done(); step++) {
      const url = `/v1/cases/${kase.id}`
      const what = chance()
      if (kase.status === 'resolved') kase = await ask(`${url}/reopen`, colleague, {})
      else if (what < 0.25) await ask(`${url}/notes`, colleague, { text: 'Asked the bank.' })
      else if (what < 0.4) await ask(`${url}/contacts`, colleague, { direction: 'inbound' })
      else if (what < 0.6)
        kase = (await ask(`/v1/callbacks/${kase.callback.id}/attempts`, owner, { outcome: 'no-answer' })).case
      else if (what < 0.8)
        kase = (
          await ask(`/v1/callbacks/${kase.callback.id}/attempts`, owner, {
            outcome: 'reached',
            then: { callback: {} },
          })
        ).case
      else
        kase = await ask(`${url}/resolve`, owner, {
          outcome: 'answered',
          summary: 'Paid.',
          contact: { direction: 'outbound' },
        })
    }
  }
  return acknowledged
}
