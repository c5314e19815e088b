import type { Database } from '../../db/database.ts'
import type { Grouping } from '../reports/period-contract.ts'
import { type AskedJourney, type CountedJourney, journeyQueryBy } from './journey-query.ts'

/** Time that a large house needs is taken from nobody: the connection is its own, and so is the memory for sorting. */
const settings = `set local work_mem = '64MB'; set local statement_timeout = '60s'`

/** Counts on a connection of its own, where reads do not wait for it. */
export async function countJourney(
  db: Database,
  by: Grouping | undefined,
  asked: AskedJourney,
): Promise<CountedJourney> {
  const query = journeyQueryBy(by)
  const connection = await db.bulk()
  let isOver = false
  try {
    await connection.rows(`begin read only; ${settings}`)
    const [counted] = await connection.rows<CountedJourney>(query.text, query.values(asked))
    await connection.rows('commit')
    isOver = true
    if (!counted) throw new Error('a count has a row')
    return counted
  } finally {
    connection.release(!isOver)
  }
}
