import './assert-temporal.ts'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { CannotStart } from './lib/cannot-start.ts'
import { restore } from './postgres/restore.ts'
import { withDatabase } from './with-database.ts'

/** `npm run restore -- <file>`: what `npm run dump` wrote, into a new data folder. */
await withDatabase(async (url, signal, say) => {
  const [, , file] = process.argv
  if (file === undefined) throw new CannotStart('Name the file: npm run restore -- eigenaar.dump.gz')
  try {
    await pipeline(createReadStream(file), createGunzip(), linesIn, (lines) => restore(url, lines, say), {
      signal,
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' || code === 'EACCES')
      throw new CannotStart(`${file} cannot be read.`, { cause: error })
    if (code.startsWith('Z_'))
      throw new CannotStart('The dump is not whole, so nothing was restored.', { cause: error })
    throw error
  }
})

async function* linesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
