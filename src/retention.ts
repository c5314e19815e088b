import './assert-temporal.ts'
import { openDatabase } from './db/database.ts'
import { CannotStart } from './lib/cannot-start.ts'
import { eraseByAge } from './rooms/personal-data/erase-by-age.ts'
import { withDatabase } from './with-database.ts'

/** `npm run retention -- P7Y [--dry-run]`: erases customers with whom nothing happened for so long. */
const given = process.argv.slice(2)
const dryRun = given.includes('--dry-run')
const [age, ...others] = given.filter((word) => word !== '--dry-run')

await withDatabase(async (url, signal, say) => {
  const db = openDatabase({ url, connections: 2, onError: () => undefined })
  try {
    const erased = await eraseByAge(db, { before: begin(age), dryRun, clock: Temporal.Now.instant, signal })
    const who = erased === 1 ? '1 customer' : `${erased} customers`
    say(dryRun ? `${who} would be erased; nothing was written.` : `${who} erased.`)
  } finally {
    await db.close()
  }
})

/** The moment before which everything is too old. A month and a year are those of the calendar, in UTC. */
function begin(duration: string | undefined): Temporal.Instant {
  // A rehearsal that is misspelt must not become the real thing.
  if (others.length > 0)
    throw new CannotStart(`${others[0]} is not known here: npm run retention -- P7Y [--dry-run]`)
  try {
    const length = Temporal.Duration.from(duration ?? '')
    if (length.sign > 0) return Temporal.Now.zonedDateTimeISO('UTC').subtract(length).toInstant()
  } catch {
    // What it takes is said below.
  }
  throw new CannotStart(
    'Say for how long customers are kept, as an ISO 8601 duration: npm run retention -- P7Y',
  )
}
