import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { inject } from 'vitest'

/** A database for one test file. */
export interface TestDatabase {
  readonly url: string
  /** Throws everybody out and drops it. */
  drop(): Promise<void>
}

/** A migrated database of its own, cloned from the template; drop it afterwards. */
export async function createDatabase(): Promise<TestDatabase> {
  return create(`TEMPLATE ${inject('databasePrefix')} ${inject('cloning')}`)
}

/** An empty database, as migrations find it the first time; drop it afterwards. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return create('TEMPLATE template0')
}

async function create(options: string): Promise<TestDatabase> {
  const name = `${inject('databasePrefix')}_${randomBytes(6).toString('hex')}`
  await administer(`CREATE DATABASE ${name} ${options}`)
  const url = new URL(inject('serverUrl'))
  url.pathname = `/${name}`
  return { url: url.href, drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('serverUrl') })
  await client.connect()
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        await client.query(statement)
        return
      } catch (error) {
        const busy = error instanceof DatabaseError && error.code === OBJECT_IN_USE
        if (!busy || attempt === 20) throw error
        await sleep(100 + Math.random() * 100)
      }
    }
  } finally {
    await client.end()
  }
}

/** What cloning answers while somebody is in the template: autovacuum, for a moment. */
const OBJECT_IN_USE = '55006'
