import { readFileSync } from 'node:fs'
import { auditDatabase } from './audit/audit-database.ts'
import { withDatabase } from './with-database.ts'

const width = 40

/**
 * `npm run audit [file…]`: holds the database against its history and names what is wrong. Files hold signed heads that
 * somebody kept, one a line. Ends with 0 where nothing is wrong, and with 1 where something is, or when it is stopped.
 */
const kept = process.argv.slice(2).flatMap(headsIn)

await withDatabase(async (url, signal, tell) => {
  const say = (line: string) => {
    clear()
    tell(line)
  }
  const found = await auditDatabase(url, { signal, kept, say, onProgress }).finally(clear)
  if (found > 0) process.exitCode = 1
  if (found === 0) say('The history is whole, and every law holds.')
  else say(found === 1 ? '1 thing is wrong.' : `${found} things are wrong.`)
})

function headsIn(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split(/\s+/).filter(Boolean)
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : error
    process.stderr.write(`The file ${file} with signed heads can't be read: ${why}.\n`)
    process.exit(1)
  }
}

function onProgress(done: number): void {
  if (!process.stderr.isTTY) return
  const full = Math.round(done * width)
  process.stderr.write(`\r[${'#'.repeat(full)}${' '.repeat(width - full)}] ${Math.floor(done * 100)} %`)
}

function clear(): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${' '.repeat(width + 10)}\r`)
}
