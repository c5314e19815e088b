import { type Clock, toWire } from '../lib/instant.ts'
import { VersionMismatch } from '../lib/problems.ts'
import type { Database } from './database.ts'
import type { Tx } from './tx.ts'

/** Who does it: an employee by an access token, or a system by its key, perhaps on behalf of an employee. */
export interface Actor {
  readonly kind: 'employee' | 'system'
  readonly id: string
  /** The employee for whom a system acts. */
  readonly onBehalfOf: string | null
  /** The employee who acts, in person or through a system; null for a system by itself. */
  readonly employee: ActingEmployee | null
  /** What a system may read besides what it writes. An employee reads what is theirs to see. */
  readonly reads: Reads
}

/** Who only writes hears back what they wrote, and nothing that was on record before. */
export interface Reads {
  readonly cases: boolean
  readonly customers: boolean
}

export const readsAll: Reads = { cases: true, customers: true }
export const readsNothing: Reads = { cases: false, customers: false }

export interface ActingEmployee {
  readonly id: string
  readonly name: string
  readonly extension: string | null
  /** Null for a specialist, who can be consulted and never owns. */
  readonly teamId: string | null
  readonly role: 'member' | 'coach' | 'admin'
  /** The absent employees for whom they stand in at the moment of the request. */
  readonly standsInFor: readonly string[]
}

/** Who is on record for what the actor does: the employee, in person or through a system, else the system. */
export const recordedAs = ({ kind, id, employee }: Actor): { kind: Actor['kind']; id: string } =>
  employee ? { kind: 'employee', id: employee.id } : { kind, id }

/** Whether this is the version that the caller means; null stands for nothing that is there yet. */
export type Precondition = (version: number | null) => boolean

/** What a customer's page is about: whether they were helped, or what was promised. */
export type LinkKind = 'survey' | 'tracking'

/** Makes the tokens in the addresses of customers' pages, by the id of what they are about. */
export interface LinkMaker {
  tokenOf(kind: LinkKind, id: string): string
}

/** A unit of work: one transaction, one actor, one instant. Every operation takes it first. */
export interface Work {
  readonly tx: Tx
  readonly actor: Actor
  /** The instant at which it is first asked for, which is after waiting for locks. */
  readonly now: Temporal.Instant
  /** When the work began, before waiting for anything: never later than `now`. */
  readonly begun: Temporal.Instant
  /**
   * What is on record has happened: moves `now` up to a moment in wire form, where the clock of the instance that
   * wrote it is ahead of ours. Without it a promise could end before it was made.
   */
  notBefore(moment: string): void
  /** Makes the addresses of customers’ pages; null in a job, which sends nobody one. */
  readonly links: LinkMaker | null
  /** The trace that the work belongs to, in the form of the header `traceparent`; null for none. */
  readonly traceParent: string | null
  /** What the caller asks of what is changed; null when anything will do. */
  readonly precondition: Precondition | null
}

/** A unit of work whose time is read when it is first needed. */
export function beginWork({
  clock,
  links = null,
  traceParent = null,
  ...rest
}: Omit<Work, 'now' | 'begun' | 'notBefore' | 'links' | 'traceParent'> & {
  readonly clock: Clock
  readonly links?: LinkMaker | null
  readonly traceParent?: string | null
}): Work {
  let instant: Temporal.Instant | undefined
  return {
    ...rest,
    links,
    traceParent,
    begun: clock(),
    get now() {
      instant ??= clock()
      return instant
    },
    notBefore(moment) {
      if (toWire(this.now) < moment) instant = Temporal.Instant.from(moment)
    },
  }
}

/** What a query may use: the database, who asks, and the moment. */
export interface Reader {
  readonly db: Database
  readonly actor: Actor
  readonly now: Temporal.Instant
  /** The path that is read: the pages of a list belong to it. */
  readonly address: string
}

/** Refuses to change another version than the one that the caller has seen; null where there is nothing yet. */
export function assertExpected({ precondition }: Work, version: number | null): void {
  if (precondition === null || precondition(version)) return
  if (version === null) throw VersionMismatch.because('There is nothing here yet.')
  throw VersionMismatch.because(`This is version ${version}, and you asked for another.`, { version })
}
