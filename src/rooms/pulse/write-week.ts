import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { pick } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import { pulseAnswers, pulseRounds, pulseWords } from '../../tables/ahead/pulse.ts'

/** What somebody answered; of which team they are, and not who. */
export interface PulseAnswer {
  readonly teamId: string | null
  readonly roomToHelp: number
  readonly proudOfService: number
  readonly words: string | null
}

const lockRound = selecting(pick(pulseRounds, 'r', 'week', 'closedAt'))<{ week: string }>(
  sql`from ${pulseRounds} r where r.week = ${sql.placeholder('week')} for no key update`,
)

// The order comes from a generator for keys: that of random() could be told from the rows.
const scores = statement<
  {
    week: string
    teamIds: readonly (string | null)[]
    roomToHelp: readonly number[]
    proudOfService: readonly number[]
  },
  never
>(sql`
  with gone as (
    delete from ${pulseAnswers} a where a.week = ${sql.placeholder('week')} returning a.team_id, a.room_to_help, a.proud_of_service
  ), every as (
    select * from gone union all select * from unnest(${sql.placeholder('teamIds')}::uuid[],
      ${sql.placeholder('roomToHelp')}::integer[], ${sql.placeholder('proudOfService')}::integer[])
  )
  insert into ${pulseAnswers} (week, team_id, room_to_help, proud_of_service)
  select ${sql.placeholder('week')}, e.* from every e order by gen_random_uuid()`)

const words = statement<
  { week: string; teamIds: readonly (string | null)[]; words: readonly string[] },
  never
>(sql`
  with gone as (delete from ${pulseWords} a where a.week = ${sql.placeholder('week')} returning a.team_id, a.words),
  every as (
    select * from gone union all select * from unnest(${sql.placeholder('teamIds')}::uuid[], ${sql.placeholder('words')}::text[])
  )
  insert into ${pulseWords} (week, team_id, words)
  select ${sql.placeholder('week')}, e.* from every e order by gen_random_uuid()`)

/**
 * Writes a week anew, all of it in one transaction and in random order, with what is added: so no order and no transaction of the
 * past is left in it. With `closedAt`, in wire form, it is closed at the same time. False: it was closed already.
 */
export async function writeWeek(
  db: Pick<Database, 'transaction'>,
  week: string,
  added: readonly PulseAnswer[],
  closedAt?: string,
): Promise<boolean> {
  const tx = await db.transaction()
  try {
    const round = await tx.lock(lockRound, { week })
    if (!round || round.closedAt !== null) {
      await tx.rollback()
      return false
    }
    const said = added.filter((one) => one.words !== null)
    tx.run(scores, {
      week,
      teamIds: added.map(({ teamId }) => teamId),
      roomToHelp: added.map(({ roomToHelp }) => roomToHelp),
      proudOfService: added.map(({ proudOfService }) => proudOfService),
    })
    tx.run(words, {
      week,
      teamIds: said.map(({ teamId }) => teamId),
      words: said.map((one) => one.words ?? ''),
    })
    if (closedAt !== undefined) tx.update(pulseRounds, { week }, { closedAt })
  } catch (error) {
    await tx.rollback()
    throw error
  }
  await tx.commit()
  return true
}
