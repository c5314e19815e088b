import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Machine } from './machine.ts'
import type { Options } from './options.ts'
import { plot } from './plot.ts'
import { inMarkdown, type Report, written } from './report.ts'

const folder = fileURLToPath(new URL('results', import.meta.url))
/** At which the aims are set. */
const usual = 32

/** Writes the table and the plot of a run under the date of today (UTC). Answers where the table is. */
export async function writeResults(
  report: Report,
  machine: Machine | undefined,
  { warm, seconds, rounds, pool, connections }: Options,
  command: string,
): Promise<string> {
  const date = new Date().toISOString().slice(0, 10)
  const file = join(folder, `${date}.md`)
  const on = machine
    ? `${machine.processor}, ${machine.cores} cores, ${machine.memory} GB; Node ${machine.node}, PostgreSQL ${machine.postgres}; load, service and database on it together.`
    : ''
  const shown = connections.includes(usual) ? usual : Math.max(...connections)
  const picture =
    report.duels.length > 0 ? `![What the service does as a share of the floors](${date}.svg)\n\n` : ''
  await mkdir(folder, { recursive: true })
  if (picture !== '') await writeFile(join(folder, `${date}.svg`), plot(report.duels, shown))
  await writeFile(
    file,
    `# Measured on ${date}\n\n\`${command}\`\n\n${on}\n${warm} requests of each operation and contestant to warm up, then ${rounds} rounds of ${seconds} s; ${pool} connections to PostgreSQL.\n[How to read it](../README.md#how-to-read-the-table).\n\n${picture}${written(report, inMarkdown)}`,
  )
  return file
}
