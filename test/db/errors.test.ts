import type { FastifyRequest } from 'fastify'
import pg from 'pg'
import { expect, test } from 'vitest'
import { problemOf } from '../../src/http/answer-problem.ts'

/** What the log is told of a refusal of the database with this code, and what the client is. */
function toldOf(code: string) {
  const log: unknown[] = []
  const request = { log: { warn: (...line: unknown[]) => log.push(...line) } }
  const error = Object.assign(new pg.DatabaseError('could not extend file "base/5/1259"', 0, 'error'), {
    code,
  })
  const { kind, message } = problemOf(error, request as unknown as FastifyRequest)
  return { log, code: kind.code, message }
}

test.each([
  ['53100', 'the disk of the database is full'],
  ['53200', 'the database has no memory left'],
  ['53300', 'the database takes no more connections'],
  ['57P03', 'the database did not answer in time'],
])('of %s the log says that %s, and the client to come back', (code, words) => {
  expect(toldOf(code)).toEqual({
    log: [{ code }, words],
    code: 'overloaded',
    message: 'The database did not answer in time.',
  })
})

test.each(['40001', '40P01'])(
  'of a race that is lost each time, %s, the client hears to come back',
  (code) => {
    expect(toldOf(code)).toEqual({
      log: [],
      code: 'overloaded',
      message: 'Many change the same at this moment.',
    })
  },
)
