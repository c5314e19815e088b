import { parseArgs } from 'node:util'
import { figures, reasonsOf } from './simulate-figures.ts'
import { buildHouse } from './simulate-house.ts'
import { orders } from './simulate-orders.ts'
import { liveThrough, type YearSeen } from './simulate-work.ts'

/** Lives through one year with each order of choosing owners, and prints what became of it; see README.md. */
async function main(seed: number, signal: AbortSignal): Promise<void> {
  const house = buildHouse(seed)
  const seen: (readonly [string, YearSeen])[] = []
  for (const [name, makeOrder] of Object.entries(orders)) {
    const onWeek = (week: number) => week % 26 === 0 && console.error(`${name}: week ${week} of 104`)
    seen.push([name, await liveThrough(house, makeOrder, { signal, onWeek })])
  }
  const rows = figures.map(({ name, of }) => [name, ...seen.map(([, year]) => of(year))])
  const table = [['', ...seen.map(([name]) => name)], ['---', ...seen.map(() => '---:')], ...rows]
  for (const row of table) console.log(`| ${row.join(' | ')} |`)
  for (const [name, year] of seen) console.log(`\n${name}: ${reasonsOf(year)}.`)
}

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } })
const seed = Number(values.seed)
if (!Number.isSafeInteger(seed)) {
  console.error('npm run simulate -- [--seed N], a whole number')
  process.exit(2)
}
const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort())
try {
  await main(seed, stopping.signal)
} catch (error) {
  if (!stopping.signal.aborted) throw error
  console.error('\nstopped')
  process.exitCode = 130
}
