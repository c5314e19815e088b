import type { Duel } from './duel.ts'
import { median, ratiosOf } from './report.ts'

const size = { width: 760, left: 150, right: 60, top: 70, row: 44, bar: 15 }
const kinds = [
  { over: 'floor', name: 'of the bare floor' },
  { over: 'honest', name: 'of the honest floor' },
] as const

/** Colours for light and for dark surroundings, chosen by whoever shows the picture. */
const style = `
  .page { fill: #ffffff } text { font: 13px system-ui, sans-serif; fill: #1f2328 } .title { font-weight: 600; font-size: 15px }
  .quiet { fill: #59636e } .grid { stroke: #d1d9e0 } .one { stroke: #59636e } .floor { fill: #9a6700 } .honest { fill: #0969da }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117 } text { fill: #f0f6fc } .quiet { fill: #9198a1 } .grid { stroke: #3d444d } .one { stroke: #9198a1 }
    .floor { fill: #d29922 } .honest { fill: #4493f8 }
  }`

/** The ratios of each operation at one number of connections, as a picture in SVG. */
export function plot(duels: readonly Duel[], connections: number): string {
  const shown = duels.filter((duel) => duel.connections === connections)
  const medians = shown.map((duel) => kinds.map(({ over }) => median(ratiosOf(duel, over))))
  const ends = Math.max(1, Math.ceil(Math.max(...medians.flat()) * 4) / 4)
  const x = (ratio: number) => size.left + (ratio / ends) * (size.width - size.left - size.right)
  const bottom = size.top + shown.length * size.row
  const height = bottom + 34

  const ticks = Array.from({ length: ends * 4 + 1 }, (_, n) => n / 4).map((ratio) => {
    const kind = ratio === 1 ? 'one' : 'grid'
    return (
      `<line class="${kind}" x1="${x(ratio)}" x2="${x(ratio)}" y1="${size.top - 6}" y2="${bottom}"/>` +
      `<text class="quiet" x="${x(ratio)}" y="${bottom + 18}" text-anchor="middle">${ratio.toFixed(2)}</text>`
    )
  })
  const bars = shown.map(({ operation }, n) => {
    const top = size.top + n * size.row + 4
    const of = medians[n]?.map((ratio, k) => {
      const y = top + k * (size.bar + 2)
      return (
        `<rect class="${kinds[k]?.over}" x="${x(0)}" y="${y}" width="${x(ratio) - x(0)}" height="${size.bar}" rx="2"/>` +
        `<text x="${x(ratio) + 5}" y="${y + 12}">${ratio.toFixed(2)}</text>`
      )
    })
    return `<text x="${size.left - 8}" y="${top + size.bar + 5}" text-anchor="end">${operation}</text>${of?.join('')}`
  })
  const legend = kinds.map(({ over, name }, n) => {
    const at = size.left + n * 170
    return `<rect class="${over}" x="${at}" y="36" width="12" height="12" rx="2"/><text x="${at + 18}" y="47">${name}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" width="${size.width}" height="${height}" role="img" aria-label="Requests per second of the service as a share of the floors">
<style>${style}
</style>
<rect class="page" width="${size.width}" height="${height}"/>
<text class="title" x="${size.left}" y="24">Requests per second of the service, as a share, at ${connections} connection${connections === 1 ? '' : 's'}</text>
${[...legend, ...ticks, ...bars].join('\n')}
</svg>
`
}
