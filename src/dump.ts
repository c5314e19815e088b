import './assert-temporal.ts'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { CannotStart } from './lib/cannot-start.ts'
import { dump } from './postgres/dump.ts'
import { withDatabase } from './with-database.ts'

/** `npm run dump -- <file>`: everything in the database, in one file. */
await withDatabase(async (url, signal, say) => {
  const moment = Temporal.Now.plainDateTimeISO('UTC').toString({ smallestUnit: 'second' }).replaceAll(':', '')
  const file = process.argv[2] ?? `eigenaar-${moment}.dump.gz`
  // Whole or not at all: what is half written has another name, and goes.
  const part = `${file}.part`
  try {
    const written = createWriteStream(part, { flags: 'wx', mode: 0o600 })
    await pipeline(dump(url, say, signal), createGzip(), written, { signal })
    await rename(part, file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST')
      throw new CannotStart(`${part} is there already: another dump is being written, or was left.`)
    await rm(part, { force: true })
    throw error
  }
  say(`written to ${file}; keep it like the database, since it holds everything about every customer`)
})
