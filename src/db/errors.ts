import pg from 'pg'

/** What PostgreSQL says of a refused statement. Its message and detail carry customers' words: never log them. */
export interface DatabaseRefusal {
  readonly code: string
  readonly constraint: string | undefined
}

/** Reads an error as PostgreSQL's refusal, or undefined when it is something else. */
export function refusalOf(error: unknown): DatabaseRefusal | undefined {
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return undefined
  return { code: error.code, constraint: error.constraint }
}

/** Serialization failure and deadlock: nothing happened, the same work may be tried again. */
export const isWorthRetrying = (error: unknown): boolean =>
  ['40001', '40P01'].includes(refusalOf(error)?.code ?? '')

const unavailable = /^(08|53|57P|25P03|25P04)/
const sockets = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** It waited too long for a lock, or worked too long. */
export const isOutOfTime = (error: unknown): boolean =>
  ['55P03', '57014'].includes(refusalOf(error)?.code ?? '')

/** The database is away, full, starting or stopping: the client may come back in a moment. */
export function isUnavailable(error: unknown): boolean {
  const refusal = refusalOf(error)
  if (refusal) return unavailable.test(refusal.code) || isOutOfTime(error)
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && sockets.has(error.code)) return true
  return /timeout|terminated|Connection ended|connection error|Client was closed/i.test(error.message)
}

/** What happens now is not of now by the clock of the database: that one is wrong, or the service's. */
export const isByAnotherClock = (error: unknown): boolean =>
  /_are_of_now$/.test(refusalOf(error)?.constraint ?? '')

/** What an operator can mend, in words for the log. */
const shortages: Readonly<Record<string, string>> = {
  '53100': 'the disk of the database is full',
  '53200': 'the database has no memory left',
  '53300': 'the database takes no more connections',
}

/** Why the database is unavailable, in words for the log. */
export const whyUnavailable = (error: unknown): string =>
  shortages[refusalOf(error)?.code ?? ''] ?? 'the database did not answer in time'

/** A hopeful try needs a lock after it has looked: the work begins again, with locks. */
export class HopeLost extends Error {}

/** A change did not meet its one row: whoever decided on it knew less than they thought. */
export class Unmet extends Error {}

/**
 * Somebody awaits it later, or the end of the transaction settles it: until then a rejection must not count as
 * unhandled, or one failed statement would end the process by way of those that were sent behind it.
 */
export function heard<T>(sent: Promise<T>): Promise<T> {
  sent.catch(() => {})
  return sent
}
