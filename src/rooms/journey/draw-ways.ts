import { element, paleInk, widthOf, words } from '../../lib/forms/svg.ts'
import { calendarTime, grouped, percent } from '../../lib/forms/wording.ts'
import type { JourneyWay } from './parts-contract.ts'
import { steps } from './steps-contract.ts'

const size = 20
const lineHeight = 30
const gap = 8
const columns = { bar: 0, share: 156, cases: 236, time: 352, way: 500 } as const

/** The ways as rows below each other from `top` on, and where they end. */
export function drawWays(
  ways: readonly JourneyWay[],
  { left, top, width }: { readonly left: number; readonly top: number; readonly width: number },
): { readonly content: readonly string[]; readonly bottom: number } {
  const most = Math.max(...ways.map(({ share }) => share), 0)
  const content: string[] = []
  let y = top
  for (const { steps: way, cases, share, medianHours } of ways) {
    const lines = wrapped(
      way.map((step) => steps[step].name),
      width - columns.way,
    )
    content.push(
      element('rect', {
        ...{ x: left, y: y - 17, width: Math.max(2, (share / most) * 140), height: 21, fill: '#a9c7b6' },
      }),
      words(left + columns.share, y, percent(share), { size, bold: true }),
      words(left + columns.cases, y, grouped(cases), { size }),
      words(left + columns.time, y, medianHours === null ? '' : calendarTime(medianHours), { size }),
      ...lines.map((text, n) => words(left + columns.way, y + n * lineHeight, text, { size })),
    )
    y += lines.length * lineHeight + gap
  }
  return { content, bottom: y }
}

/** What stands above these rows. */
export const drawHeads = (left: number, y: number): string[] =>
  (
    [
      ['share', 'share'],
      ['cases', 'questions'],
      ['time', 'half within'],
      ['way', 'the way'],
    ] as const
  ).map(([column, text]) => words(left + columns[column], y, text, { size: 17, fill: paleInk }))

/** Steps as lines of text that are no wider than this. */
function wrapped(names: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const [n, name] of names.entries()) {
    const part = n === 0 ? name : `→ ${name}`
    const longer = lines.length === 0 ? part : `${lines.at(-1)} ${part}`
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines
}
