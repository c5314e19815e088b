import type { Client } from 'pg'
import { ofLists } from './lists.ts'
import { cases, customers, people, said, sentences, words } from './statements.ts'
import { firstNames, lastNames, rareWord, vocabulary } from './vocabulary.ts'

export interface Size {
  readonly customers: number
  readonly cases: number
}

type Say = (line: string) => void

/**
 * Fills an empty, migrated database: 20 teams of 20, customers with names of a natural skew, and cases of three years with
 * what was said about them. By a few large statements, with triggers and foreign keys off; the words are made by the same
 * functions that triggers use. `connect` gives one more connection, so that two processors work.
 */
export async function fill(connect: () => Promise<Client>, size: Size, say: Say): Promise<void> {
  const client = await connect()
  const run = async (what: string, text: string, values: unknown[] = []) => {
    const began = performance.now()
    await client.query(text, values)
    say(`${what}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  await quicken(client)
  await run('people', people)
  await client.query(
    `create unlogged table made_words as select n - 1 as n, word from unnest($1::text[]) with ordinality w (word, n)`,
    [vocabulary],
  )
  await client.query('create unique index on made_words (n)')
  await client.query(`select setseed(0.42)`)
  await run('sentences', sentences)
  await client.query('create unique index on made_sentences (n)')
  await client.query('analyze made_words, made_sentences')

  await client.query('drop index customers_search, case_words_search, name_words_alike')
  await run('customers', customers, [size.customers, firstNames, lastNames])
  await run(
    'name words',
    'insert into name_words select distinct word from customers, words_of_name(name) word',
  )
  await run('cases', cases, [size.cases, size.customers, rareWord])
  await run('what was said', said, [size.cases])
  for (const [what, text] of Object.entries(ofLists)) await run(what, text)
  await client.query('analyze cases, customers, contacts, notes, resolutions, callbacks')
  await inParallel(connect, 'words of cases', say, (half) => [words, [half, 2]])
  await run(
    'index of customers’ words',
    'create index customers_search on customers using gin (search) with (gin_pending_list_limit = 512)',
  )
  await run('index of names', 'create index name_words_alike on name_words using gin (word gin_trgm_ops)')
  await run(
    'index of cases’ words',
    'create index case_words_search on case_words using gin (words) with (gin_pending_list_limit = 512)',
  )
  await client.query('drop table made_words, made_sentences, made_cases')
  await client.query('reset session_replication_role')
  await run('vacuum and analyze', 'vacuum (analyze, parallel 1)')
  await run('checkpoint', 'checkpoint')
  await client.end()
}

async function inParallel(
  connect: () => Promise<Client>,
  what: string,
  say: Say,
  part: (half: number) => [string, unknown[]],
): Promise<void> {
  const began = performance.now()
  await Promise.all(
    [0, 1].map(async (half) => {
      const client = await connect()
      await quicken(client)
      await client.query(...part(half)).finally(() => client.end())
    }),
  )
  say(`${what}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
}

const quicken = (client: Client) =>
  client.query(`set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB';
    set work_mem = '256MB'; set max_parallel_maintenance_workers = 2`)
