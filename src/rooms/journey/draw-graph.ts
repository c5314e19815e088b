import { element, tip, widthOf, words } from '../../lib/forms/svg.ts'
import { calendarTime, grouped, percent } from '../../lib/forms/wording.ts'
import {
  edgeSize,
  figureSize,
  nameSize,
  type PlacedEdge,
  type PlacedJourney,
  type PlacedNode,
  type Point,
} from './lay-out-journey.ts'
import { steps } from './steps-contract.ts'

/** Light enough for dark text, with a rim of at least 3 to 1 (WCAG 1.4.11). */
export const tones = {
  customer: { fill: '#eaf1fb', rim: '#3b5f8f', meaning: 'the customer' },
  promise: { fill: '#e4f3ea', rim: '#2f7d57', meaning: 'the promise' },
  broken: { fill: '#fde7e5', rim: '#b3261e', meaning: 'a broken promise' },
  colleague: { fill: '#fff3d6', rim: '#8a6100', meaning: 'a colleague is asked' },
  room: { fill: '#efeafb', rim: '#6b4fbb', meaning: 'room to help' },
  ending: { fill: '#f3f4f6', rim: '#1b1f24', meaning: 'the end' },
} as const

const line = '#7b8794'

/** The graph itself: lines below, what is written on them and the steps above. */
export function drawGraph({ nodes, edges }: PlacedJourney): string[] {
  const most = Math.max(1, ...edges.map(({ edge }) => edge.cases))
  const thin = edges.toSorted((a, b) => a.edge.cases - b.edge.cases)
  return [
    ...thin.map((each) => drawEdge(each, 1.5 + 7 * Math.sqrt(each.edge.cases / most))),
    ...nodes.map(drawNode),
    ...thin.map(drawWords),
  ]
}

function drawNode({ step, name, figures, x, y, width, height }: PlacedNode): string {
  const { kind } = steps[step]
  const { fill, rim } = tones[kind]
  const isEnd = kind === 'ending' || step === 'opened'
  return element(
    'g',
    {},
    [
      element('rect', {
        ...{ x: x - width / 2, y: y - height / 2, width, height, rx: isEnd ? 36 : 9, fill },
        ...{ stroke: rim, 'stroke-width': isEnd ? 3 : 2 },
      }),
      words(x, y - 4, name, { size: nameSize, bold: true, anchor: 'middle' }),
      words(x, y + 22, figures, { size: figureSize, anchor: 'middle' }),
    ].join(''),
  )
}

function drawEdge({ edge, points }: PlacedEdge, width: number): string {
  const [end, before] = [points.at(-1), points.at(-2)]
  if (!end || !before) return ''
  const { kind } = steps[edge.to]
  const colour = kind === 'broken' || kind === 'colleague' ? tones[kind].rim : line
  const length = 9 + width * 1.3
  const half = 4 + width * 0.75
  const isLoop = edge.from === edge.to
  const [dx, dy] = isLoop ? [0, Math.sign(end.y - before.y)] : [Math.sign(end.x - before.x), 0]
  const neck = { x: end.x - length * dx, y: end.y - length * dy }
  const corner = (side: number) => place({ x: neck.x - side * half * dy, y: neck.y + side * half * dx })
  const way = [...points.slice(0, -1), neck]
  return element(
    'g',
    {},
    [
      tip(tippedOf(edge)),
      element('path', {
        ...{ d: isLoop ? bent(way) : curve(way), fill: 'none', stroke: colour, 'stroke-width': width },
      }),
      element('polygon', { points: `${place(end)} ${corner(1)} ${corner(-1)}`, fill: colour }),
    ].join(''),
  )
}

/** A line that passes each point level. */
const curve = (points: readonly Point[]): string =>
  points
    .map((point, n) => {
      const before = points[n - 1]
      if (!before) return `M${place(point)}`
      const middle = (before.x + point.x) / 2
      return `C${place({ x: middle, y: before.y })} ${place({ x: middle, y: point.y })} ${place(point)}`
    })
    .join('')

/** A loop: two of its points bend it. */
const bent = ([start, ...others]: readonly Point[]): string =>
  start ? `M${place(start)}C${others.map(place).join(' ')}` : ''

/** What is written on a line, on white. */
function drawWords({ words: told, at }: PlacedEdge): string {
  const width = widthOf(told, edgeSize) + 8
  return [
    element('rect', { x: at.x - width / 2, y: at.y - 13, width, height: 26, rx: 8, fill: '#fff' }),
    words(at.x, at.y + 6, told, { size: edgeSize, anchor: 'middle' }),
  ].join('')
}

const tippedOf = ({ from, to, count, cases, share, medianHours, p90Hours }: PlacedEdge['edge']): string =>
  `${steps[from].name}, then ${steps[to].name}: ${grouped(count)} times in ${grouped(cases)} questions, ${percent(share)} of what came next.` +
  (medianHours === null || p90Hours === null
    ? ''
    : ` Half within ${calendarTime(medianHours)}, nine of ten within ${calendarTime(p90Hours)}.`)

const place = ({ x, y }: Point): string => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`
