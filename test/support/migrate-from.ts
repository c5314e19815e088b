import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrate } from '../../src/db/migrate.ts'
import { createEmptyDatabase } from './database.ts'

/** A database as it was before a migration: to be filled, and then brought up to date. */
export interface Before {
  readonly client: Client
  /** Runs all migrations that are left. */
  migrate(): Promise<number>
}

/** Runs `work` in a database that has all migrations before the first one whose name ends like this. */
export async function beforeMigration(name: string, work: (before: Before) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  const database = await createEmptyDatabase()
  const client = new Client({ connectionString: database.url })
  try {
    cpSync('migrations', folder, { recursive: true })
    const names = readdirSync(folder).sort()
    const from = names.findIndex((each) => each.endsWith(name))
    if (from < 0) throw new Error(`There is no migration ${name}`)
    for (const later of names.slice(from)) rmSync(join(folder, later), { recursive: true })
    await migrate(database.url, undefined, folder)
    await client.connect()
    await work({ client, migrate: () => migrate(database.url) })
  } finally {
    await client.end()
    await database.drop()
    rmSync(folder, { recursive: true })
  }
}

/** A team with an owner and a customer, by a script. */
export async function seedTeam({ client }: Before) {
  const [team, sanne, piet, customer] = [newRow(), newRow(), newRow(), newRow()]
  await client.query(`
    insert into teams (id, name, created_at) values ('${team.id}', 'A to Z', now());
    insert into agreements (team_id, opening_hours, time_zone, closures, callback_within, callback_horizon,
      callbacks_per_hour, remind_before, attempts, attempt_days, attempt_pause)
      values ('${team.id}', '{"monday": [{"from": "09:00", "until": "17:00"}]}', 'Europe/Amsterdam', '[]', 'PT8H', 'P10D', 4, 'PT30M', 3, 2, 'PT2H');
    update organisation set default_team_id = '${team.id}';
    insert into employees (id, name, team_id, discipline, role, contract_hours, created_at)
      select id::uuid, name, '${team.id}', 'both', 'member', 36, now()
      from (values ('${sanne.id}', 'Sanne'), ('${piet.id}', 'Piet')) e (id, name);
    insert into customers (id, name, kind, phone, other_contact_points, team_id, created_at)
      values ('${customer.id}', 'Mevrouw Dijkstra', 'person', '+31612345678', '[]', '${team.id}', now())`)
  return { team, sanne, piet, customer, service: { sql: client } }
}

const newRow = () => ({ id: randomUUID() as string })
