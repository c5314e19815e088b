import { setImmediate } from 'node:timers/promises'
import pg from 'pg'
import type { Service } from '../../support/service.ts'
import { nameOf } from './attack.ts'

/** What one of two sessions says next. */
export type Step = readonly ['A' | 'B', string]

interface Session {
  readonly client: pg.Client
  said: Promise<unknown>
  isBusy: boolean
  outcome: string
}

/**
 * Two sessions whose statements come in this order: one that waits for the other is left waiting, and the next step is
 * taken. Both have looked before the first step, and commit after the last, A first. Answers with what became of each:
 * `committed`, or the name of what refused it.
 */
export async function interleave(
  service: Service,
  isolation: string,
  steps: readonly Step[],
): Promise<readonly [string, string]> {
  const [a, b] = await Promise.all([enter(service, isolation), enter(service, isolation)])
  try {
    for (const [who, statement] of [...steps, ['A', 'commit'], ['B', 'commit']] as const) {
      const session = who === 'A' ? a : b
      say(session, statement)
      await untilItAnswersOrWaits(service, session)
    }
    await Promise.all([a.said, b.said])
    return [a.outcome, b.outcome]
  } finally {
    await Promise.all([a.client.end(), b.client.end()])
  }
}

async function enter({ databaseUrl }: Service, isolation: string): Promise<Session> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`set deadlock_timeout = '100ms'`)
  await client.query(`begin isolation level ${isolation}`)
  await client.query('select from organisation')
  return { client, said: Promise.resolve(), isBusy: false, outcome: 'committed' }
}

function say(session: Session, statement: string): void {
  session.isBusy = true
  session.said = session.said
    .then(() =>
      session.client
        .query(session.outcome === 'committed' ? statement : 'rollback')
        .then(() => undefined, nameOf),
    )
    .then((refused) => {
      if (refused !== undefined && session.outcome === 'committed') session.outcome = refused
      session.isBusy = false
    })
}

async function untilItAnswersOrWaits({ sql }: Service, session: Session): Promise<void> {
  const { processID } = session.client as unknown as { processID: number }
  while (session.isBusy) {
    await setImmediate()
    const { rows } = await sql.query(
      `select wait_event_type = 'Lock' as waits from pg_stat_activity where pid = $1`,
      [processID],
    )
    if (rows[0]?.waits === true) return
  }
}
