import { type Database, openDatabase } from './db/database.ts'
import { bootstrapKey } from './rooms/access/bootstrap-key.ts'
import { isFirstKeyUnused } from './rooms/access/unused-first-key.ts'
import { lostFirstKey, ready, welcome } from './welcome.ts'

/** Sees to it that the key that was given is accepted (`bootstrapKey`). */
export const letIn = (databaseUrl: string, given: string): Promise<unknown> =>
  withDatabase(databaseUrl, (db) => bootstrapKey(db, given))

/** Sees to it that there is a way in where no key is given (`bootstrapKey`), and answers what to tell whoever started a service at `url`. */
export const tellWayIn = (databaseUrl: string, url: string): Promise<string> =>
  withDatabase(databaseUrl, (db) => wayIn(db, url))

async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase({ url, connections: 1, onError: () => undefined })
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

async function wayIn(db: Database, url: string): Promise<string> {
  const firstKey = await bootstrapKey(db, null)
  if (firstKey !== null) return welcome(url, firstKey)
  return (await isFirstKeyUnused(db)) ? `${ready(url)}\n${lostFirstKey}\n` : `${ready(url)}\n`
}
