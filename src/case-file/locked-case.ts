import type { Visibility } from '../facts/visibility.ts'
import {
  type BriefRow,
  type CaseRow,
  type FactsRow,
  type OpenAsk,
  type OpenCallback,
  type OpenConsultation,
  parts,
  type ReachableCustomer,
  type Resolution,
  type TeamTerms,
} from './case-columns.ts'

interface Promised {
  readonly kind: 'promise'
  readonly callback: OpenCallback
}

export interface Ended {
  readonly kind: 'resolution'
  readonly resolution: Resolution
}

/** What a case holds: its open callback or its resolution, never both and never neither (law 4). */
export type Holding = Promised | Ended

/** What a case holds, in brief: which promise, and made when; or since when it is resolved. */
type HeldInBrief =
  | { readonly kind: 'promise'; readonly callback: Pick<OpenCallback, 'id' | 'madeAt'> }
  | { readonly kind: 'resolution'; readonly resolution: Pick<Resolution, 'at'> }

/** A case of which no more is known than it takes to add to what was said in it, and to tell of that. */
export interface CaseInBrief
  extends Pick<CaseRow, 'id' | 'customerId' | 'ownerId' | 'chases' | 'faces' | 'version'> {
  readonly owner: Pick<Owner, 'name'>
  /** Who acts for the absent owner at `work.now`; null: nobody does (law 11). */
  readonly standInId: string | null
  readonly holds: HeldInBrief
}

/** A case with all that its answer shows. */
export interface ShownCase<Held extends Holding = Holding> extends CaseRow {
  readonly holds: Held
  readonly customer: Pick<ReachableCustomer, 'name'>
  readonly owner: Owner
  readonly topic: { readonly code: string; readonly name: string } | null
}

interface Owner {
  readonly name: string
  readonly extension: string | null
}

/**
 * A case within one unit of work, as it will be when the work is done. An act takes the case, says what is to be written, and
 * answers with the case as it is then, so the answer needs no second look at the database. An act on a case that is out of
 * date would number its event like another one, and the database refuses that (law 15).
 */
export interface CaseFile<Held extends Holding = Holding> extends ShownCase<Held> {
  /** Who acts for the absent owner at `work.now`; null: nobody does (law 11). */
  readonly standInId: string | null
}

/** A case that is on record, locked, with what operations know of it beyond its answer. */
export interface LockedCase<Held extends Holding = Holding> extends CaseFile<Held> {
  readonly customer: ReachableCustomer
  /** The organisation's, in which national numbers are read. */
  readonly country: string
  readonly team: TeamTerms
  /** How much of it the actor sees. */
  readonly visibility: Visibility
  /** Whether the customer may be asked how it was, when the case ends. */
  readonly mayAsk: boolean
  /** What is asked for on it; what nobody has answered ends with the case. */
  readonly openAsks: readonly OpenAsk[]
  /** What colleagues are asked about it and have not answered; it ends with the case (law 10). */
  readonly openConsultations: readonly OpenConsultation[]
}

export type OpenCase = LockedCase<Promised>
export type ResolvedCase = LockedCase<Ended>

/** The case that a row of `selectCase` tells of. */
export const shownCaseOf = (row: CaseRow): ShownCase => ({
  ...parts.own.of(row),
  customer: parts.customerName.of(row),
  owner: parts.owner.of(row),
  topic: parts.topic.orNull(row),
  holds: holdingOf(row),
})

/** The case that a row of `selectBrief` tells of; who acts for its owner depends on the moment. */
export const briefOf = ({ ownerName, promiseId, promisedAt, resolvedAt, ...row }: BriefRow) => ({
  ...row,
  owner: { name: ownerName },
  holds: heldInBrief(promiseId, promisedAt ?? resolvedAt),
})

/** The case that a row of `selectFacts` or `lockFacts` tells of; who acts for its owner depends on the moment. */
export const lockedCaseOf = (row: FactsRow): Omit<LockedCase, 'standInId'> => ({
  ...parts.own.of(row),
  ...parts.known.of(row),
  customer: parts.customer.of(row),
  owner: parts.owner.of(row),
  topic: parts.topic.orNull(row),
  team: parts.team.of(row),
  holds: holdingOf(row),
})

function heldInBrief(promiseId: string | null, at: string | null): HeldInBrief {
  if (at === null) throw new Error('a case holds a promise or a resolution')
  return promiseId === null
    ? { kind: 'resolution', resolution: { at } }
    : { kind: 'promise', callback: { id: promiseId, madeAt: at } }
}

function holdingOf(row: CaseRow): Holding {
  const callback = parts.callback.orNull(row)
  if (callback) return { kind: 'promise', callback }
  const resolution = parts.resolution.orNull(row)
  if (resolution) return { kind: 'resolution', resolution }
  throw new Error('a case holds a promise or a resolution')
}
