import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../db/database.ts'
import type { ReportDatabase } from '../db/report-database.ts'
import { beginWork, type Reader, type Work } from '../db/work.ts'
import type { LinkTokens } from '../facts/link-tokens.ts'
import type { Clock } from '../lib/instant.ts'
import type { Problem } from '../lib/problem.ts'
import type { KnownCallers } from '../rooms/access/known-callers.ts'
import { seal, unseal } from '../rooms/access/sealed-answer.ts'
import { apiKeys } from '../tables/access.ts'
import { events } from '../tables/events.ts'
import { employees, standIns } from '../tables/people.ts'
import { answerOf, pathOf, problemOf } from './answer-problem.ts'
import { idsOf } from './audit.ts'
import { etagOf, etagOfAll, isKnown, preconditionOf } from './etag.ts'
import { completeFaults } from './faults/complete-faults.ts'
import {
  type Answer,
  GateClosed,
  gateOf,
  keepAnswer,
  Replay,
  replayRival,
  settleRefusal,
  stillRunning,
} from './idempotency.ts'
import { type Key, keyOf } from './idempotency-key.ts'
import { isRivals, lostBy, wasInVain } from './lost-races.ts'

/** What a page for people adds: see another one, or this one with what was wrong. */
type PageStatus = 303 | 409 | 410 | 422

/** How the outcome of an operation becomes an answer: 200 with an ETag unless it says otherwise. */
interface Shape<T> {
  readonly status?: 200 | 201 | 202 | 204 | PageStatus | (() => 200 | 201)
  readonly location?: (outcome: T) => string
  readonly headers?: (outcome: T) => Readonly<Record<string, string>>
  /** The version for the ETag; left out, the outcome's own `version`. */
  readonly version?: (outcome: T) => number
  /** The outcome need not be what it was at its version, because time went by or others changed it: its ETag is of all that it says. */
  readonly agesByItself?: (outcome: T) => boolean
  /** A PATCH of a protocol that asks for no version: with `If-Match` it is held to it, and it may come without. */
  readonly needsNoVersion?: boolean
  /** The answer is no JSON but this text; its media type stands in `headers`. */
  readonly text?: (outcome: T) => string
  /** What the answer shows, as the audit log tells it; left out: the ids in it. */
  readonly shows?: readonly string[] | ((outcome: T) => readonly string[])
  /** The answer shows a secret: for a replay it is kept sealed, under the caller's own credentials. */
  readonly secret?: boolean
}

/**
 * What every route goes through: a unit of work for what changes something, a reader for what does not. They send
 * the answer themselves; the type they promise is the outcome's, so that the compiler holds it against the contract.
 */
export interface Door {
  work<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    operation: (work: Work) => Promise<T>,
    shape?: Shape<T>,
  ): Promise<T>
  read<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    query: (reader: Reader) => Promise<T>,
    shape?: Shape<T>,
  ): Promise<T>
  /** The same for what is reported: read from the replica where there is one, and the answer says `Data-As-Of`. */
  report<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    query: (reader: Reader) => Promise<T>,
    shape?: Shape<T>,
  ): Promise<T>
}

/** How often a request is tried that loses races; there are fewer places to choose from than that. */
const tries = { 'try-again': 4, 'choose-again': 100 }
/** Milliseconds for which a request waits for the answer to the first one with its key. */
const patience = 2000
/** Milliseconds between two looks at whether it is there. */
const pauses = [25, 50, 100, 200] as const
/** Refusals that a later request with the same key hears again; the others may well be different then. */
const kept = new Set([404, 409, 412, 422])

/** What a door leads to. */
export interface Behind {
  readonly db: Database
  readonly reports: ReportDatabase
  readonly callers: KnownCallers
  readonly links: LinkTokens
  readonly clock: Clock
}

export function openDoor({ db, reports, callers, links, clock }: Behind): Door {
  const attempt = async <T>(
    request: FastifyRequest,
    key: Key | undefined,
    operation: (work: Work) => Promise<T>,
    shape: Shape<T>,
    hopeful: boolean,
  ) => {
    const now = clock()
    const precondition = preconditionOf(request, request.method === 'PATCH' && !shape.needsNoVersion)
    const maker = await links.current(now)
    const tx = await db.transaction({ hopeful, gate: key && gateOf(key, now) })
    let answer: Answer
    try {
      const { caller: actor, traceParent } = request
      const outcome = await operation(
        beginWork({ tx, actor, precondition, clock, links: maker, traceParent }),
      )
      // What a change shows is told by its event; what changed nothing shows people all the same.
      request.shown = tx.touches(events) ? null : idsOf(outcome)
      answer = answerFrom(outcome, shape)
      if (key) {
        const body = shape.secret ? seal(answer.body, credentialsOf(request)) : answer.body
        keepAnswer(tx, key, { ...answer, body }, now)
      }
    } catch (error) {
      await tx.rollback()
      throw error
    }
    await tx.commit()
    if (tx.touches(apiKeys) || tx.touches(employees) || tx.touches(standIns)) callers.forget()
    return answer
  }

  const refuse = async (request: FastifyRequest, key: Key, refusal: Problem): Promise<Answer> => {
    const problem = await completeFaults(refusal, request, db, clock())
    const answer = answerOf(problem, request)
    const mayBeKept = kept.has(problem.kind.status) && !problem.kind.code.startsWith('idempotency-key')
    if (mayBeKept) await settleRefusal(db, key, answer, clock())
    // A first try asks no gate, so what is refused by now may have been answered before.
    else await replayRival(db, key, clock())
    request.refusal = problem
    return answer
  }

  return {
    async work(request, reply, operation, shape = {}) {
      const key = keyOf(request)
      const waitsUntil = performance.now() + patience
      for (let tried = 1, waited = 0, hopeful = true; ; hopeful = false) {
        try {
          return send(reply, await attempt(request, key, operation, shape, hopeful)) as never
        } catch (error) {
          if (hopeful && wasInVain(error)) continue
          const lost = lostBy(error)
          if (lost && tried < tries[lost]) {
            await sleep(15 * 2 ** (lost === 'choose-again' ? 1 : tried) * (0.5 + Math.random()))
            tried++
            continue
          }
          if (!key) throw error
          const answer = await settled(error, key, request)
          if (answer) return send(reply, answer) as never
          if (performance.now() >= waitsUntil) throw stillRunning()
          await sleep((pauses[waited++] ?? 200) * (0.5 + Math.random()))
        }
      }
    },

    async report(request, reply, query, shape = {}) {
      const now = clock()
      const { outcome, asOf } = await reports.read((from) => query(readerOf(request, from, now)))
      const headers = (told: typeof outcome) => ({ ...shape.headers?.(told), 'data-as-of': asOf })
      request.shown = idsOf(outcome)
      return send(reply, answerFrom(outcome, { ...shape, headers })) as never
    },

    async read(request, reply, query, shape = {}) {
      const outcome = await query(readerOf(request, db, clock()))
      const { shows = idsOf } = shape
      request.shown = typeof shows === 'function' ? shows(outcome) : shows
      const answer = taggedAnew(answerFrom(outcome, shape), shape.agesByItself?.(outcome) ?? false)
      const tag = answer.headers.etag
      if (tag !== undefined && isKnown(request, tag)) {
        // What a cache may do with it is said again (RFC 9110, section 15.4.5); what it is, it knows.
        const { 'content-type': _, ...headers } = answer.headers
        return reply.code(304).headers(headers).send() as never
      }
      return send(reply, answer) as never
    },
  }

  /**
   * What a request with a key hears when its work came to nothing: a rival's answer, or its own refusal, kept. Undefined
   * while the rival has no answer: the rival may come to nothing too, and then this one's turn comes.
   */
  async function settled(error: unknown, key: Key, request: FastifyRequest): Promise<Answer | undefined> {
    try {
      if (!isRivals(error) && !(error instanceof GateClosed))
        return await refuse(request, key, problemOf(error, request))
      await replayRival(db, key, clock())
      return undefined
    } catch (replay) {
      if (!(replay instanceof Replay)) throw replay
      const { status, headers, body: kept } = replay.answer
      const body = unseal(kept, credentialsOf(request))
      return { status, body, headers: { ...headers, 'idempotent-replayed': 'true' } }
    }
  }
}

const readerOf = (request: FastifyRequest, db: Database, now: Temporal.Instant): Reader => ({
  db,
  actor: request.caller,
  now,
  address: pathOf(request).toLowerCase(),
})

function answerFrom<T>(outcome: T, shape: Shape<T>): Answer {
  const status = typeof shape.status === 'function' ? shape.status() : shape.status
  if (outcome === undefined) return { status: status ?? 204, headers: {}, body: '' }
  const version = shape.version ? shape.version(outcome) : versionOf(outcome)
  return {
    status: status ?? 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(version === undefined ? {} : { etag: etagOf(version) }),
      ...(shape.location ? { location: shape.location(outcome) } : {}),
      ...shape.headers?.(outcome),
    },
    body: shape.text ? shape.text(outcome) : JSON.stringify(outcome),
  }
}

/** Of what changes without a new version the tag is of all that it says. */
function taggedAnew(answer: Answer, agesByItself: boolean): Answer {
  const { etag } = answer.headers
  if (!agesByItself || etag === undefined) return answer
  return { ...answer, headers: { ...answer.headers, etag: etagOfAll(etag, answer.body) } }
}

const credentialsOf = ({ headers }: FastifyRequest): string =>
  (headers.authorization ?? '').replace(/^Bearer +/i, '')

const versionOf = (outcome: unknown): number | undefined =>
  typeof outcome === 'object' &&
  outcome !== null &&
  'version' in outcome &&
  typeof outcome.version === 'number'
    ? outcome.version
    : undefined

const send = (reply: FastifyReply, { status, headers, body }: Answer): FastifyReply =>
  reply.code(status).headers(headers).send(body)
