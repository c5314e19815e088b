import { join } from 'node:path'
import pino from 'pino'
import { inject } from 'vitest'
import { keepPlanted } from './planted.ts'

let opened = 0

/**
 * The log of one service: everything, in a file that is searched for what was planted when the run is over, and from
 * TEST_LOG_LEVEL on standard output as well.
 */
export function openLog(): { readonly logger: pino.Logger; readonly close: () => void } {
  const file = pino.destination({
    dest: join(inject('logs'), `${process.pid}-${opened++}.log`),
    sync: true,
    minLength: 8192,
  })
  let isOpen = true
  // A connection of the service may break after it was closed, and say so when nobody listens any more.
  const kept = { write: (line: string) => isOpen && file.write(line) }
  const loud = process.env.TEST_LOG_LEVEL as pino.Level | undefined
  const stream = loud
    ? pino.multistream([
        { level: 'trace', stream: kept },
        { level: loud, stream: process.stdout },
      ])
    : kept
  return {
    // Without times the lines of a run are much alike, and the search is short.
    logger: pino({ level: 'trace', timestamp: false }, stream),
    close: () => {
      isOpen = false
      file.flushSync()
      file.end()
      keepPlanted()
    },
  }
}
