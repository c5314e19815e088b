import { type Database, openDatabase } from './db/database.ts'
import { bootstrapKey } from './rooms/access/bootstrap-key.ts'
import { isFirstKeyUnused } from './rooms/access/unused-first-key.ts'
import { lostFirstKey, ready, welcome } from './welcome.ts'

/** Sees to it that there is a way in (`bootstrapKey`), and answers what to tell whoever started a service at `url`. */
export async function tellWayIn(databaseUrl: string, given: string | null, url: string): Promise<string> {
  const db = openDatabase({ url: databaseUrl, connections: 1, onError: () => undefined })
  try {
    return await wayIn(db, given, url)
  } finally {
    await db.close()
  }
}

async function wayIn(db: Database, given: string | null, url: string): Promise<string> {
  const firstKey = await bootstrapKey(db, given)
  if (firstKey !== null) return welcome(url, firstKey)
  const lost = given === null && (await isFirstKeyUnused(db))
  return lost ? `${ready(url)}\n${lostFirstKey}\n` : `${ready(url)}\n`
}
