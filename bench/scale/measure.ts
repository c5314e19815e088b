import pg from 'pg'
import { load } from '../load.ts'
import { median } from '../report.ts'
import type { Question } from './searches.ts'

interface Figures {
  readonly p50: number
  readonly p99: number
}

export interface Measured {
  readonly question: Question
  readonly clients: number
  readonly service: Figures
  /** The bare query, planned once per connection, and planned each time. */
  readonly prepared: Figures
  readonly unprepared: Figures
}

export interface MeasureOptions {
  readonly port: number
  readonly databaseUrl: string
  readonly headers: Readonly<Record<string, string>>
  readonly clients: number
  readonly seconds: number
  readonly rounds: number
  readonly signal: AbortSignal
}

/** Asks the service and the database in turns, so that a slow minute befalls both; the median of the rounds. */
export async function measure(question: Question, options: MeasureOptions): Promise<Measured> {
  const rounds: { service: Figures; prepared: Figures; unprepared: Figures }[] = []
  for (let round = 0; round <= options.rounds; round++) {
    const service = await load({
      port: options.port,
      connections: options.clients,
      seconds: options.seconds,
      next: () => ({ method: 'GET', path: question.next().path, headers: options.headers }),
      signal: options.signal,
    })
    const prepared = await bare(question, options, 'bare')
    const unprepared = await bare(question, options, undefined)
    // The first warms up.
    if (round > 0) rounds.push({ service, prepared, unprepared })
  }
  const middle = (of: 'service' | 'prepared' | 'unprepared'): Figures => ({
    p50: median(rounds.map((round) => round[of].p50)),
    p99: median(rounds.map((round) => round[of].p99)),
  })
  return {
    question,
    clients: options.clients,
    service: middle('service'),
    prepared: middle('prepared'),
    unprepared: middle('unprepared'),
  }
}

async function bare(question: Question, options: MeasureOptions, name: string | undefined): Promise<Figures> {
  const times: number[] = []
  const ends = performance.now() + options.seconds * 1000
  const ask = async () => {
    const client = new pg.Client({ connectionString: options.databaseUrl, options: '-c jit=off' })
    await client.connect()
    try {
      while (performance.now() < ends && !options.signal.aborted) {
        const { values } = question.next()
        const began = performance.now()
        await client.query({
          ...(name === undefined ? {} : { name }),
          text: question.bare,
          values: [...values],
        })
        times.push(performance.now() - began)
      }
    } finally {
      await client.end()
    }
  }
  await Promise.all(Array.from({ length: options.clients }, ask))
  options.signal.throwIfAborted()
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}

/** The figures as a table, in milliseconds; ratios are the service over the bare query. */
export function table(measured: readonly Measured[]): string {
  const ms = ({ p50, p99 }: Figures) => `${p50.toFixed(2)} / ${p99.toFixed(2)}`
  const ratio = (each: Measured) =>
    `${(each.service.p50 / each.unprepared.p50).toFixed(2)} / ${(each.service.p99 / each.unprepared.p99).toFixed(2)}`
  const rows = measured.map((each) => [
    each.question.name,
    each.question.who,
    String(each.clients),
    ms(each.service),
    ms(each.unprepared),
    ms(each.prepared),
    ratio(each),
  ])
  return [
    '| p50 / p99 in ms | caller | clients | service | bare query | the same, prepared | service over bare |',
    '|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n')
}
