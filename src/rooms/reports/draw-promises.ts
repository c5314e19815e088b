import { element, ink, paleInk, picture, tip, widthOf, words } from '../../lib/forms/svg.ts'
import { grouped, percent } from '../../lib/forms/wording.ts'
import type { Reported } from './report.ts'
import { withGaps } from './with-gaps.ts'

interface Bar {
  readonly label: string
  readonly kept: number
  readonly broken: number
}

const margin = { left: 84, right: 48, top: 150, bottom: 96 }
const plotHeight = 340
const narrowestBar = 44
const keptFill = '#2f7d57'
const brokenRim = '#b3261e'

/** What became of promises as bars: kept in time below, broken on top, and above it the share that was kept in time. */
export function drawPromises({ by, total, data }: Reported): string {
  const bars = withGaps(by, data).map(({ key, name, figures }) => ({
    label: name ?? labelOf(key),
    kept: Number(figures.keptInTime ?? 0),
    broken: Number(figures.broken ?? 0),
  }))
  const width = Math.max(960, margin.left + margin.right + bars.length * narrowestBar)
  const height = margin.top + plotHeight + margin.bottom
  const [kept, broken] = [Number(total.keptInTime), Number(total.broken)]
  const due = kept + broken
  const summary =
    due === 0
      ? 'No promise was due'
      : `${grouped(kept)} of ${grouped(due)} promises that were due were kept in time: ${percent(kept / due)}`
  return picture({
    width,
    height,
    title: 'Promises: kept in time, and broken',
    description: [
      `${summary}.`,
      ...bars.map((bar) => `${bar.label}: ${bar.kept} kept in time, ${bar.broken} broken.`),
    ].join(' '),
    content: [
      hatching,
      words(margin.left, 60, 'Promises: kept in time, and broken', { size: 28, bold: true }),
      words(margin.left, 90, summary, { size: 16 }),
      ...legend(),
      ...plot(bars, width),
    ],
  })
}

/** Broken is told by stripes as well as by a colour. */
const hatching = element(
  'defs',
  {},
  element(
    'pattern',
    { id: 'broken', width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    `${element('rect', { width: 7, height: 7, fill: '#fde7e5' })}${element('rect', { width: 3, height: 7, fill: brokenRim })}`,
  ),
)

function legend(): string[] {
  const entries = [
    { fill: keptFill, rim: keptFill, text: 'kept in time' },
    { fill: 'url(#broken)', rim: brokenRim, text: 'broken, kept late or not at all' },
  ]
  let x = margin.left
  return entries.flatMap(({ fill, rim, text }) => {
    const at = x
    x += 30 + widthOf(text, 14) + 24
    return [
      element('rect', { x: at, y: 108, width: 18, height: 14, fill, stroke: rim }),
      words(at + 26, 120, text, { size: 14 }),
    ]
  })
}

function plot(bars: readonly Bar[], width: number): string[] {
  const most = Math.max(1, ...bars.map(({ kept, broken }) => kept + broken))
  const step = stepOf(most)
  const top = Math.ceil(most / step) * step
  const floor = margin.top + plotHeight
  const heightOf = (count: number) => (count / top) * plotHeight
  const slot = (width - margin.left - margin.right) / Math.max(1, bars.length)
  const barWidth = Math.min(72, slot * 0.66)
  const lines = Array.from({ length: Math.round(top / step) + 1 }, (_, n) => {
    const y = floor - heightOf(n * step)
    return [
      element('line', {
        ...{ x1: margin.left, x2: width - margin.right, y1: y, y2: y },
        ...{ stroke: n === 0 ? ink : '#d5dae0', 'stroke-width': 1 },
      }),
      words(margin.left - 10, y + 5, grouped(n * step), { size: 13, anchor: 'end', fill: paleInk }),
    ].join('')
  })
  const drawn = bars.map(({ label, kept, broken }, n) => {
    const middle = margin.left + slot * (n + 0.5)
    const [x, due] = [middle - barWidth / 2, kept + broken]
    const brokenTop = floor - heightOf(due)
    const bar = (y: number, count: number, fill: string, rim: string) =>
      count === 0
        ? ''
        : element('rect', { x, y, width: barWidth, height: heightOf(count), fill, stroke: rim })
    return element(
      'g',
      {},
      [
        tip(`${label}: ${kept} kept in time, ${broken} broken`),
        bar(floor - heightOf(kept), kept, keptFill, keptFill),
        bar(brokenTop, broken, 'url(#broken)', brokenRim),
        due === 0
          ? ''
          : words(middle, brokenTop - 8, percent(kept / due), { size: 13, bold: true, anchor: 'middle' }),
        ...label
          .split(' ')
          .map((line, row) => words(middle, floor + 22 + row * 17, line, { size: 13, anchor: 'middle' })),
      ].join(''),
    )
  })
  return [...lines, ...drawn]
}

/** A round distance between lines, of which about five fit: 1, 2 or 5 times a power of ten. */
function stepOf(most: number): number {
  const rough = most / 5
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)))
  return power * ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10)
}

/** `2026-W48` stands in two lines, with the year below. */
const labelOf = (key: string | null): string =>
  key === null ? 'no topic' : key.replace(/^(\d{4})-(W?\d{2})$/, '$2 $1')
