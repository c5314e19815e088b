import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

const planted = new Set<string>()

/** Says of values that they are a customer's or a secret: when the tests are over, no log may hold one of them. */
export function plant(...values: readonly string[]): void {
  // As they would stand in a log of JSON; the beginning of a long one will do.
  for (const value of values)
    if (value.length >= 6) planted.add(JSON.stringify(value.slice(0, 80)).slice(1, -1))
}

/** Plants what a request says: its words, its secrets, and what it asks for. */
export function plantRequest(url: string, body: unknown, headers: Readonly<Record<string, string>>): void {
  const { pathname, searchParams } = new URL(url, 'http://service')
  for (const value of [...wordsIn(body), ...searchParams.values()]) if (isTelling(value)) plant(value)
  const [, externalId] = /^\/v1\/customers\/by-reference\/[^/]+\/([^/]+)/.exec(pathname) ?? []
  // One without a digit, such as `nobody`, is a word of ours.
  if (externalId !== undefined && /\d/.test(externalId)) plant(externalId)
  for (const [name, value] of Object.entries(headers))
    if (secret.has(name.toLowerCase()) && value.length >= longEnough) plant(value.replace(/^Bearer +/i, ''))
}

/** Hands over what this process planted, for the search when all are done. */
export function keepPlanted(): void {
  if (planted.size === 0) return
  appendFileSync(join(inject('logs'), `${process.pid}.planted`), `${[...planted].join('\n')}\n`)
  planted.clear()
}

const secret = new Set(['authorization', 'idempotency-key'])
/** A shorter one is no secret but a word, which a log may well say. */
const longEnough = 16

/** Several words, an address, or a number to call: somebody said it. Codes, ids and moments are no secret. */
const isTelling = (value: string): boolean => /\S\s+\S|\S@\S|\+\d{6}/.test(value)

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(wordsIn)
}
