import { element, paleInk, picture, widthOf, words } from '../../lib/forms/svg.ts'
import { calendarTime, grouped, percent } from '../../lib/forms/wording.ts'
import type { Journey } from './contract.ts'
import { drawGraph, tones } from './draw-graph.ts'
import { drawHeads, drawWays } from './draw-ways.ts'
import { joinEdges } from './join-edges.ts'
import { layOutJourney } from './lay-out-journey.ts'
import type { JourneyEdge, JourneyNode } from './parts-contract.ts'
import type { ReportedJourney } from './report-journey.ts'
import { type StepCode, steps } from './steps-contract.ts'

const margin = 56
const narrowest = 1500
/** More lines than that nobody follows. */
const mostEdges = 34
const mostWays = 10

/** The journey as a picture for the wall: the graph, and below it the most frequent ways. */
export function drawJourney({ journey, timeZone, about }: ReportedJourney): string {
  const drawn = worthDrawing(journey)
  const placed = joinEdges(layOutJourney(drawn.nodes, drawn.edges, journey.ways[0]?.steps ?? []))
  const width = Math.max(narrowest, placed.width + 2 * margin)
  const title = `How questions find their answer${about.length > 0 ? `: ${about.join(', ')}` : ''}`
  const top = 232
  const below = top + placed.height + 84
  const ways = drawWays(journey.ways.slice(0, mostWays), {
    left: margin,
    top: below + 80,
    width: width - 2 * margin,
  })
  const rest = restOf(journey, drawn.edges.length)
  const content = [
    words(margin, 84, title, { size: 42, bold: true }),
    words(margin, 130, summaryOf(journey, timeZone), { size: 24 }),
    ...legend(margin, 178),
    element(
      'g',
      { transform: `translate(${Math.round((width - placed.width) / 2)} ${top})` },
      drawGraph(placed).join('\n'),
    ),
    ...(journey.ways.length === 0
      ? [words(margin, below, 'Fewer than five questions went the same way.', { size: 24 })]
      : [
          words(margin, below, 'The ways they took most', { size: 30, bold: true }),
          ...drawHeads(margin, below + 42),
          ...ways.content,
        ]),
    ...rest.map((text, n) => words(margin, ways.bottom + 20 + n * 28, text, { size: 18, fill: paleInk })),
  ]
  const height = ways.bottom + 20 + rest.length * 28 + margin / 2
  return picture({ width, height, title, description: describe(journey, timeZone), content })
}

/** The edges that most questions passed, and for each step that they touch the one it is mostly reached and left by. */
function worthDrawing({ nodes, edges, cases }: Journey): {
  nodes: readonly JourneyNode[]
  edges: readonly JourneyEdge[]
} {
  const byCases = edges.toSorted((a, b) => b.cases - a.cases)
  const main = byCases.filter((edge) => edge.cases >= cases / 100).slice(0, mostEdges)
  const touched = new Set(main.flatMap(({ from, to }) => [from, to]))
  const links = [...touched].flatMap((step) => [
    byCases.find(({ from, to }) => to === step && from !== step && touched.has(from)),
    byCases.find(({ from, to }) => from === step && to !== step && touched.has(to)),
  ])
  const drawn = new Set([...main, ...links.filter((edge) => edge !== undefined)])
  return {
    nodes: nodes.filter(({ step }) => touched.has(step)).toSorted((a, b) => place(a.step) - place(b.step)),
    edges: byCases.filter((edge) => drawn.has(edge)),
  }
}

const place = (step: StepCode): number => Object.keys(steps).indexOf(step)

function legend(left: number, y: number): string[] {
  let x = left
  return Object.values(tones).flatMap(({ fill, rim, meaning }) => {
    const at = x
    x += 36 + widthOf(meaning, 18) + 26
    return [
      element('rect', {
        x: at,
        y: y - 14,
        width: 20,
        height: 16,
        rx: 4,
        fill,
        stroke: rim,
        'stroke-width': 2,
      }),
      words(at + 34, y, meaning, { size: 18 }),
    ]
  })
}

function summaryOf({ cases, from, until, medianHours, p90Hours }: Journey, timeZone: string): string {
  const period = `resolved from ${dayOf(from, timeZone)} to ${dayOf(until, timeZone, { milliseconds: 1 })}`
  const counted = `${grouped(cases)} ${cases === 1 ? 'question' : 'questions'} ${period}`
  return medianHours === null || p90Hours === null
    ? counted
    : `${counted}: half within ${calendarTime(medianHours)}, nine of ten within ${calendarTime(p90Hours)}`
}

function dayOf(at: string, timeZone: string, before: Temporal.DurationLike = { hours: 0 }): string {
  const day = Temporal.Instant.from(at).subtract(before).toZonedDateTimeISO(timeZone).toPlainDate()
  return day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}

/** What the picture does not show, and how its figures are meant. */
const restOf = ({ edges, folded }: Journey, drawn: number): string[] =>
  [
    'On a step: questions that passed it, and their share of all. On an arrow: how often, and the median of the time until then by the calendar, nights and weekends included.',
    [
      ...(folded.cases > 0
        ? [
            `${grouped(folded.cases)} questions took ways of their own, which fewer than five have in common or which are rare.`,
          ]
        : []),
      ...(edges.length > drawn ? [`${grouped(edges.length - drawn)} rare arrows are left out.`] : []),
    ].join(' '),
  ].filter((text) => text !== '')

/** The same in words. */
function describe(journey: Journey, timeZone: string): string {
  const [way] = journey.ways
  const [breaks] = journey.promisesBreak
  const [asked] = journey.colleaguesAsked
  return [
    `${summaryOf(journey, timeZone)}.`,
    ...(way
      ? [
          `The most frequent way, ${percent(way.share)}: ${way.steps.map((step) => steps[step].name).join(', ')}.`,
        ]
      : []),
    ...(breaks
      ? [`Promises are broken most often after: ${steps[breaks.after].name} (${grouped(breaks.count)}).`]
      : []),
    ...(asked
      ? [`Colleagues are asked most often after: ${steps[asked.after].name} (${grouped(asked.count)}).`]
      : []),
  ].join(' ')
}
