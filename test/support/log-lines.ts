import pino from 'pino'

/** A logger of this level whose lines a test can read, and the lines. */
export function logLines(level = 'info'): {
  readonly logger: pino.Logger
  readonly lines: readonly LogLine[]
} {
  const lines: LogLine[] = []
  const logger = pino({ level }, { write: (line) => void lines.push(JSON.parse(line)) })
  return { logger, lines }
}

export type LogLine = Readonly<Record<string, unknown>>
