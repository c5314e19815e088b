import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { viewerOf } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { organisation } from '../../tables/organisation.ts'
import { askedPeriod } from '../reports/asked-period.ts'
import { share } from '../reports/figures.ts'
import type { ReportQuery } from '../reports/period-contract.ts'
import type { Journey } from './contract.ts'
import { countJourney } from './count-journey.ts'
import type { CountedEdge, CountedJourney } from './journey-query.ts'
import type { JourneyEdge } from './parts-contract.ts'
import { type StepCode, stepCodes, steps } from './steps-contract.ts'

/** What fewer cases than this have in common is folded together. */
const fewest = 5

const around = selecting(pick(organisation, 'o', 'timeZone'))<object>(sql`from ${organisation} o`)

/** A journey, in whose time zone its days are, and to which topics and teams it is narrowed. */
export interface ReportedJourney {
  readonly journey: Journey
  readonly timeZone: string
  readonly about: readonly string[]
}

/**
 * The ways that questions took which were resolved in a period. Cases about the viewer count for nothing. Throws
 * `validation-failed` for a period that ends before it begins.
 */
export async function reportJourney(
  { db, actor, now }: Reader,
  query: ReportQuery,
): Promise<ReportedJourney> {
  const house = await db.row(around, {})
  if (!house) throw new Error('there is one organisation')
  const period = askedPeriod(query, house.timeZone, now)
  const { by } = query
  const counted = await countJourney(db, by, {
    ...viewerOf(actor),
    timeZone: house.timeZone,
    ...period,
    teamIds: query.teamId ?? null,
    topics: query.topic ?? null,
  })
  return {
    journey: { report: 'journey', ...period, by: by ?? null, asOf: toWire(now), ...told(counted) },
    timeZone: house.timeZone,
    about: counted.about,
  }
}

function told(counted: CountedJourney): Omit<Journey, 'report' | 'from' | 'until' | 'by' | 'asOf'> {
  const { cases } = counted
  const nodes = counted.nodes.map((node) => {
    const step = named(node.step)
    return { ...node, step, name: steps[step].name, share: share(node.cases, cases) ?? 0 }
  })
  const edges = edgesOf(counted.edges)
  const ways = counted.ways
    .filter((way) => way.cases >= fewest)
    .map(({ way, cases: took, seconds }) => ({
      steps: way.map(named),
      cases: took,
      share: share(took, cases) ?? 0,
      ...timesOf(seconds),
    }))
  const folded = cases - ways.reduce((sum, way) => sum + way.cases, 0)
  return {
    cases,
    ...timesOf(counted.seconds),
    nodes,
    edges,
    promisesBreak: placesOf('broken', edges),
    colleaguesAsked: placesOf('consulted', edges),
    ways,
    folded: {
      ways: counted.allWays - ways.length,
      cases: folded,
      share: share(folded, cases),
      edges: counted.edges.length - edges.length,
    },
    data: counted.lines.map(({ key, name, cases: resolved, seconds }) => ({
      group: { key, name },
      figures: { cases: resolved, ...timesOf(seconds) },
    })),
  }
}

function edgesOf(counted: readonly CountedEdge[]): JourneyEdge[] {
  const after = Map.groupBy(counted, ({ from }) => from)
  return counted
    .filter(({ cases }) => cases >= fewest)
    .map(({ from, to, count, cases, seconds }) => ({
      ...{ from: named(from), to: named(to), count, cases },
      share: share(count, sumOf(after.get(from) ?? [])) ?? 0,
      ...timesOf(seconds),
    }))
}

/** Right after which steps this one came. */
function placesOf(step: StepCode, edges: readonly JourneyEdge[]): Journey['promisesBreak'] {
  const before = edges.filter(({ to }) => to === step)
  const all = sumOf(before)
  return before.map(({ from, count }) => ({ after: from, count, share: share(count, all) ?? 0 }))
}

const sumOf = (some: readonly { readonly count: number }[]): number =>
  some.reduce((sum, { count }) => sum + count, 0)

function named(step: number): StepCode {
  const code = stepCodes[step]
  if (!code) throw new Error(`there is no step ${step}`)
  return code
}

const timesOf = (seconds: readonly number[] | null) => ({
  medianHours: hoursOf(seconds?.[0]),
  p90Hours: hoursOf(seconds?.[1]),
})

const hoursOf = (seconds: number | undefined): number | null =>
  seconds === undefined ? null : Math.round(seconds / 36) / 100
