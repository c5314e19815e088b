import { type SQL, sql } from 'drizzle-orm'
import { select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { leaving } from '../../facts/leaving.ts'
import { toWire } from '../../lib/instant.ts'
import { agreements } from '../../tables/organisation.ts'
import { employees } from '../../tables/people.ts'
import { type Candidate, candidateRow } from './candidate.ts'
import { candidates, type Sought } from './candidates.ts'
import { lockChoice } from './lock-choice.ts'
import { type Choice, rankCandidates } from './rank-candidates.ts'

/** Who owns a new case, and why: the reason is stored with the case. */
export interface Assignment {
  readonly owner: Candidate
  readonly reason: 'taken' | 'named' | Choice<never>['reason']
  /** How many members each step found, up to the one that chose; empty where nobody had to choose. */
  readonly considered: readonly number[]
}

const from = sql`from ${employees} e join ${agreements} a on a.team_id = e.active_team_id`

/**
 * `select …` of the `Candidate` with this id, who may own a new case: nobody for a specialist, a stranger, and who has
 * left or is leaving (law 1).
 */
export const selectMember = (id: SQL) =>
  select(candidateRow, sql`${from} where e.id = ${id} and not ${leaving}`)

const member = selecting(candidateRow)<{ id: string; now: string }>(
  sql`${from} where e.id = ${sql.placeholder('id')}`,
)

/**
 * The member of a team with this id; undefined for a specialist, who has left, and nobody (law 1). Who is leaving is
 * still the owner of what is theirs: a case that is opened again goes back to them (law 9).
 */
export const activeMember = ({ tx, now }: Work, id: string): Promise<Candidate | undefined> =>
  tx.row(member, { id, now: toWire(now) })

/**
 * The owner of a case that no employee took (law 3), by the steps of `rankCandidates`. Two at once for one customer get
 * one owner, and of many at once for one team each counts the others: the choice is locked until the end of the work.
 * Send it first, and whatever else is read behind it. Undefined before there is anybody, and for a customer who is none.
 */
export async function chooseOwner(
  work: Work,
  asked: Omit<Sought, 'now' | 'ringing'>,
): Promise<Assignment | undefined> {
  const sought = { ...asked, now: toWire(work.now), ringing: false }
  const look = async () => {
    const [locked, found] = await Promise.all([lockChoice(work, sought), work.tx.rows(candidates, sought)])
    return locked && found
  }
  // Whose customer was merged away while they waited looks again, and finds who stands for them.
  const found = (await look()) ?? (await look())
  return found && rankCandidates(found)
}

/**
 * Somebody of a team whom no customer has to know: the least-loaded of its active members, else of the default team, else
 * of any, in the order of `rankCandidates`. `ringing`: for the telephone, on which one is away for a while. Nothing is
 * locked. Undefined before there is anybody.
 */
export async function leastLoadedMember(
  { tx, now }: { readonly tx: Pick<Work['tx'], 'rows'>; readonly now: Temporal.Instant },
  teamId: string,
  not: string | null,
  ringing = false,
): Promise<Assignment | undefined> {
  const nobody = { customerId: null, topic: null }
  return rankCandidates(await tx.rows(candidates, { ...nobody, teamId, not, ringing, now: toWire(now) }))
}
