import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { listenAt } from '../support/listen-to-events.ts'

/** Somebody who follows the feed, as an integration does, from an event on and by what they have of it. */
export interface Follower {
  /** The address of an instance; when it answers no more, another one’s. */
  readonly address: () => string
  readonly key: string
  readonly start: string
  readonly isOver: () => boolean
  /** The ids of the events that they were told of, in order. */
  readonly told: string[]
}

/** Reads page after page, until it is over and there is no more. */
export async function readPages({ address, key, start, isOver, told }: Follower): Promise<void> {
  for (;;) {
    const isLast = isOver()
    const headers = { authorization: `Bearer ${key}` }
    const page = await fetch(`${address()}/v1/events?limit=20&after=${told.at(-1) ?? start}`, { headers })
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ data: { id: string }[] }>) : undefined))
      .catch(whenNobodyIsThere)
    if (page?.data.length) told.push(...page.data.map(({ id }) => id))
    else if (isLast && page) return
    else await sleep(20)
  }
}

/** Hears the stream, and comes back with `Last-Event-ID` whenever it breaks, until it is over. */
export async function hearStream({ address, key, start, isOver, told }: Follower): Promise<void> {
  while (!isOver()) {
    const headers = { authorization: `Bearer ${key}`, 'last-event-id': told.at(-1) ?? start }
    const stream = await listenAt(address(), '', headers).catch(whenNobodyIsThere)
    if (!stream) continue
    onTestFinished(stream.stop)
    const hadBefore = told.length
    let hasEnded = false
    void stream.ended.then(() => {
      hasEnded = true
    })
    while (!hasEnded && !isOver()) {
      await sleep(20)
      told.splice(hadBefore, Number.POSITIVE_INFINITY, ...stream.heard.map(({ id }) => id))
    }
    told.splice(hadBefore, Number.POSITIVE_INFINITY, ...stream.heard.map(({ id }) => id))
    stream.stop()
  }
}

function whenNobodyIsThere(error: unknown): undefined {
  if (!(error instanceof TypeError)) throw error
}
