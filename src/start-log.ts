import pino from 'pino'

/** The log of the process: JSON on standard output, with levels and moments that people can read. */
export const startLog = (level: string): pino.Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  })
