import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Load } from '../load.ts'
import { residentOf } from '../processes.ts'
import { median } from '../report.ts'
import { Audience } from './audience.ts'
import { receive } from './receiver.ts'
import { send, type Target } from './send.ts'

export type Round = (
  operation: 'get-case' | 'open-case' | 'record-contact',
  connections: number,
) => Promise<Load>

export interface Measuring {
  readonly target: Target
  /** The process of the service. */
  readonly pid: number
  readonly round: Round
  readonly say: (line: string) => void
}

const ms = (value: number): string => `${value.toFixed(1)} ms`
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** An event of which everybody may hear. */
const makeTopic = (target: Target, onTry?: () => void) => {
  const code = `t-${randomBytes(6).toString('hex')}`
  return send(target, { method: 'POST', path: 'topics', body: { code, name: code }, ...(onTry && { onTry }) })
}

/** What thousands of idle listeners cost: memory, how soon they hear of an event, and how reading fares meanwhile. */
export async function withListeners(
  { target, pid, round, say }: Measuring,
  count: number,
  rounds: number,
): Promise<void> {
  const audience = new Audience(target)
  try {
    const before = await residentOf(pid)
    const alone = await round('get-case', 4)
    await audience.gather(count)
    await sleep(2000, undefined, { signal: target.signal })
    const after = await residentOf(pid)
    say(`${audience.size} listeners: ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB with them`)

    const tell = () => audience.tell((begin) => makeTopic(target, begin))
    const quiet: number[] = []
    for (let n = 0; n < rounds; n++) {
      // At any moment of the half second in which the feed is numbered once.
      await sleep(Math.random() * 500, undefined, { signal: target.signal })
      quiet.push(...(await tell()))
    }
    quiet.sort((a, b) => a - b)
    say(
      `an event to all of them, from the request that made it: p50 ${ms(at(quiet, 0.5))}, p99 ${ms(at(quiet, 0.99))}, last ${ms(at(quiet, 1))}`,
    )
    let telling = true
    const reading = round('get-case', 4).finally(() => {
      telling = false
    })
    reading.catch(() => {})
    while (telling) {
      await tell()
      await sleep(200, undefined, { signal: target.signal })
    }
    const meanwhile = await reading
    say(`GET /cases/{id}, four at once: alone p50 ${ms(alone.p50)}, p99 ${ms(alone.p99)}`)
    say(`  with them, and some events a second: p50 ${ms(meanwhile.p50)}, p99 ${ms(meanwhile.p99)}`)
    say(`  ${audience.lost} listeners dropped, ${audience.missed} tellings missed`)
  } finally {
    audience.leave()
  }
}

/** What one webhook and one listener take from those who write. */
export async function besideNobody({ target, round, say }: Measuring, pairs: number): Promise<void> {
  const receiver = await receive()
  try {
    for (const operation of ['open-case', 'record-contact'] as const) {
      const alone: number[] = []
      const told: number[] = []
      for (let pair = 0; pair < pairs; pair++) {
        alone.push((await round(operation, 8)).perSecond)
        const { id } = await send(target, {
          method: 'POST',
          path: 'webhooks',
          body: { url: `${receiver.base}/all` },
        })
        const audience = new Audience(target)
        await audience.gather(1)
        told.push((await round(operation, 8)).perSecond)
        audience.leave()
        await send(target, { method: 'DELETE', path: `webhooks/${id}` })
      }
      const ratio = median(told.map((rate, n) => rate / (alone[n] ?? Number.NaN)))
      say(
        `${operation}: ${median(alone).toFixed(0)}/s alone, ${median(told).toFixed(0)}/s with one webhook and one listener: ${(100 * ratio).toFixed(0)} %`,
      )
    }
  } finally {
    receiver.close()
  }
}

const events = 50
/** Milliseconds until all of them must have arrived. */
const longestSending = 120_000

/** What endpoints that hang take from those that answer. */
export async function besideHanging(
  measuring: Measuring,
  { good, hanging }: { readonly good: number; readonly hanging: number },
  pairs: number,
): Promise<void> {
  const rates: Record<'without' | 'beside', number[]> = { without: [], beside: [] }
  for (let pair = 0; pair < pairs; pair++) {
    rates.without.push(await sendTo(measuring, good, 0))
    rates.beside.push(await sendTo(measuring, good, hanging))
  }
  const ratio = median(rates.beside.map((rate, n) => rate / (rates.without[n] ?? Number.NaN)))
  measuring.say(
    `${events} events to ${good} endpoints: ${median(rates.without).toFixed(0)}/s without others, ${median(rates.beside).toFixed(0)}/s beside ${hanging} that hang: ${(100 * ratio).toFixed(0)} %`,
  )
}

/** Deliveries a second to those that answer. */
async function sendTo({ target, say }: Measuring, good: number, hanging: number): Promise<number> {
  const receiver = await receive()
  const made: string[] = []
  try {
    const paths = [
      ...Array.from({ length: good }, (_, n) => `/good/${n}`),
      ...Array.from({ length: hanging }, (_, n) => `/hang/${n}`),
    ]
    for (const path of paths) {
      const body = { url: receiver.base + path, types: ['topic.created'] }
      made.push((await send(target, { method: 'POST', path: 'webhooks', body })).id)
    }
    const began = performance.now()
    for (let n = 0; n < events; n++) await makeTopic(target)
    while (receiver.received() < good * events && performance.now() - began < longestSending)
      await sleep(20, undefined, { signal: target.signal })
    const missing = good * events - receiver.received()
    if (missing > 0) say(`${missing} of ${good * events} had not arrived after ${longestSending / 1000} s`)
    return receiver.received() / ((performance.now() - began) / 1000)
  } finally {
    if (!target.signal.aborted)
      for (const id of made) await send(target, { method: 'DELETE', path: `webhooks/${id}` })
    receiver.close()
  }
}
