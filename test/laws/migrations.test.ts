import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { changeLaws } from '../support/change-laws.ts'
import { createDatabase } from '../support/database.ts'
import { compareLaws } from '../support/held-laws.ts'

test('the tables in the source are the ones that the migrations make', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  try {
    cpSync('migrations', folder, { recursive: true })
    const before = readdirSync(folder)
    execFileSync(
      process.execPath,
      [
        'node_modules/drizzle-kit/bin.cjs',
        'generate',
        '--dialect=postgresql',
        '--schema=./src/tables/**/*.ts',
        `--out=${folder}`,
        '--name=drift',
      ],
      { stdio: 'pipe' },
    )
    expect(readdirSync(folder)).toEqual(before)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the laws in the source are the ones that the migrations make; `npm run laws` writes what is missing', async () => {
  await inMigratedDatabase(async (client) => {
    const { held, written } = await compareLaws(client)
    expect(held.size).toBeGreaterThan(150)
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(held))
  })
})

test('what `npm run laws` writes brings any database to the laws in the source', async () => {
  await inMigratedDatabase(async (client) => {
    await client.query(`
      create function stray() returns trigger language plpgsql as 'begin return null; end';
      create trigger stray_trigger after update on cases for each row execute function stray();
      alter table notes add constraint stray_constraint check (text <> 'stray');
      create index stray_index on notes (text);
      create or replace function refuse() returns trigger language plpgsql as 'begin return new; end';
      drop function words_are_common;
      create function words_are_common(asked tsquery) returns boolean language sql as 'select true';
      drop trigger cases_stay on cases;
      drop trigger cases_stay_all on cases;
      create trigger cases_stay_all after truncate on cases execute function refuse('cases_stay');
      alter table events disable trigger events_are_final;
      drop trigger contacts_one_voice_now on contacts;
      create constraint trigger contacts_one_voice_now after insert on contacts deferrable
        for each row execute function contacts_one_voice();
      alter table cases alter constraint cases_open_has_its_callback not deferrable;
      alter table stand_ins drop constraint stand_ins_one_at_a_time;
      drop index callbacks_kept_by_one_contact;
      create index callbacks_kept_by_one_contact on callbacks (contact_id)`)
    const { held, written } = await compareLaws(client)
    const statements = changeLaws(held, written)
    expect(statements.length).toBeGreaterThan(10)
    for (const statement of statements) await client.query(statement)
    const { held: mended } = await compareLaws(client)
    expect(Object.fromEntries(mended)).toEqual(Object.fromEntries(written))
  })
})

async function inMigratedDatabase(work: (client: Client) => Promise<void>): Promise<void> {
  const database = await createDatabase()
  const client = new Client({ connectionString: database.url })
  try {
    await client.connect()
    await work(client)
  } finally {
    await client.end()
    await database.drop()
  }
}
