import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { listing } from '../../db/lists/listing.ts'
import { pick, select } from '../../db/selection.ts'
import { selecting, statement } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import type { Page, PageQuery } from '../../lib/page.ts'
import { feed } from '../../tables/events.ts'
import { checkpoints } from '../../tables/signing.ts'
import { sign } from '../signing/sign.ts'
import type { Checkpoint } from './checkpoint-contract.ts'
import { numberEvents } from './feed.ts'

const head = selecting({
  ...pick(feed, 'f', 'position', 'chain'),
  isSigned: sql<boolean>`exists (select from ${checkpoints} c where c.position = f.position
    or c.at > ${sql.placeholder('before')}::timestamptz)`,
})<{ before: string }>(sql`from ${feed} f order by f.position desc limit 1`)

const keep = statement<Readonly<Record<string, unknown>>, object>(sql`
  insert into ${checkpoints} (position, chain, at, kid, statement)
  values (${sql.placeholder('position')}, ${sql.placeholder('chain')}, ${sql.placeholder('at')}, ${sql.placeholder('kid')},
    ${sql.placeholder('statement')})
  on conflict do nothing`)

/** Signs the head of the chain, unless that was done less than `pause` ago, or nothing has happened since. */
export async function signHead(db: Database, now: Temporal.Instant, pause: Temporal.Duration): Promise<void> {
  const found = await db.row(head, { before: toWire(now.subtract(pause)) })
  if (!found || found.isSigned) return
  const at = toWire(now)
  const { position } = found
  const said = { position, chain: found.chain.toString('base64url'), at }
  await db.row(keep, { position, chain: found.chain, at, ...(await sign(db, now, 'checkpoint+jwt', said)) })
}

const list = listing({
  select: select(
    {
      ...pick(checkpoints, 'c', 'position', 'at', 'kid', 'statement'),
      chain: sql<string>`rtrim(translate(encode(c.chain, 'base64'), '+/', '-_'), '=')`,
    },
    sql`from ${checkpoints} c`,
  ),
  filters: {},
  order: [{ column: sql`c.position`, key: 'position', type: 'bigint' }],
  descending: true,
})

const aMinute = Temporal.Duration.from({ minutes: 1 })

/** Signed heads of the chain, the newest first. What has happened until a minute ago is in one. */
export async function listCheckpoints(reader: Reader, query: PageQuery): Promise<Page<Checkpoint>> {
  await numberEvents(reader.db)
  await signHead(reader.db, reader.now, aMinute)
  const { data, nextCursor } = await list(reader, { ...query })
  return { data: data as Checkpoint[], nextCursor }
}
