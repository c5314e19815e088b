import { readdirSync } from 'node:fs'
import { getColumns, type InferInsertModel, is, sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  PgTable,
  pgTable,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { statement } from '../../src/db/statement.ts'
import type { Tx } from '../../src/db/tx.ts'
import { Writes } from '../../src/db/writes.ts'
import { newId } from '../../src/lib/id.ts'
import { bytes, instant } from '../../src/tables/columns.ts'
import { createDatabase, type TestDatabase } from '../support/database.ts'

const drawers = pgTable('drawers', {
  id: uuid('id').primaryKey(),
  label: text('label').unique('drawers_label_is_taken'),
  tags: text('tags').array(),
  sizes: integer('sizes').array(),
  holders: uuid('holders').array(),
  said: jsonb('said').$type<unknown>(),
  digest: bytes('digest'),
  at: instant('at'),
  day: date('day'),
  cents: bigint('cents', { mode: 'number' }),
  share: doublePrecision('share'),
  small: smallint('small'),
  locked: boolean('locked'),
  version: integer('version').notNull().default(1),
  inside: uuid('inside'),
})

/** Of another table, and otherwise as drawers that have but a label. */
const shelves = pgTable('shelves', { id: uuid('id').primaryKey(), label: text('label') })

let database: TestDatabase
let db: Database
let console: Client
beforeAll(async () => {
  database = await createDatabase()
  db = openDatabase({ url: database.url, connections: 1, onError: () => {} })
  console = new Client({ connectionString: database.url })
  await console.connect()
  await console.query(`create table drawers (id uuid primary key, label text constraint drawers_label_is_taken unique,
    tags text[], sizes integer[], holders uuid[], said jsonb, digest bytea, at timestamptz(3), day date, cents bigint,
    share float8, small smallint, locked boolean, version integer not null default 1,
    inside uuid references drawers deferrable)`)
  await console.query('create table shelves (id uuid primary key, label text)')
})
beforeEach(() => console.query('truncate drawers'))
afterAll(async () => {
  await console.end()
  await db.close()
  await database.drop()
})

async function work(say: (tx: Tx) => void): Promise<void> {
  const tx = await db.transaction()
  try {
    say(tx)
  } catch (error) {
    await tx.rollback()
    throw error
  }
  await tx.commit()
}

const all = async () => (await console.query('select * from drawers order by label, id')).rows
const insertAll = (rows: readonly InferInsertModel<typeof drawers>[]) =>
  work((tx) => {
    for (const row of rows) tx.insert(drawers, row)
  })
const changeAll = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  change: (row: Row) => Partial<InferInsertModel<typeof drawers>>,
) =>
  work((tx) => {
    for (const row of rows) tx.update(drawers, { id: row.id }, change(row))
  })
const filled = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: newId(), label: `drawer ${n}` }))

test('a row that is inserted and then changed is written as it ends up', async () => {
  const id = newId()
  await work((tx) => {
    tx.insert(drawers, { id, label: 'first' })
    tx.update(drawers, { id }, { label: 'second', version: 2 })
  })
  expect(await all()).toMatchObject([{ id, label: 'second', version: 2 }])
})

test('a change that may mean one of several rows that are inserted with it is refused', async () => {
  const refused = work((tx) => {
    for (const row of filled(2)) tx.insert(drawers, { ...row, locked: true })
    tx.update(drawers, { locked: true }, { version: 2 })
  })
  await expect(refused).rejects.toThrow('a change means 2 rows of drawers')
  expect(await all()).toEqual([])
})

test('two changes of a row are both written', async () => {
  const [row = { id: newId(), label: '' }] = filled(1)
  await work((tx) => tx.insert(drawers, row))
  await work((tx) => {
    tx.update(drawers, { id: row.id }, { label: 'second', small: 1 })
    tx.update(drawers, { id: row.id }, { small: 2 })
  })
  expect(await all()).toMatchObject([{ label: 'second', small: 2 }])
})

test('changes that find rows of a table by different columns are refused, since they may mean the same row', async () => {
  const [row = { id: newId(), label: '' }] = filled(1)
  await work((tx) => tx.insert(drawers, row))
  const refused = work((tx) => {
    tx.update(drawers, { id: row.id }, { small: 1 })
    tx.update(drawers, { label: row.label }, { version: 2 })
  })
  await expect(refused).rejects.toThrow('rows of drawers are changed by id and by label')
  expect(await all()).toMatchObject([{ small: null, version: 1 }])
})

test.each([
  ['alone', []],
  ['beside one that meets its row', [0]],
  ['among changes alike', [0, 1, 2]],
])('a change that meets no row undoes everything: %s', async (_, others) => {
  const rows = filled(3)
  await insertAll(rows)
  const refused = work((tx) => {
    tx.insert(shelves, { id: newId(), label: 'another' })
    tx.insert(drawers, { id: newId(), label: 'another' })
    for (const n of others) tx.update(drawers, { id: rows[n]?.id ?? '' }, { small: 1 })
    tx.update(drawers, { id: newId() }, { small: 1, ...(others.length === 1 && { version: 2 }) })
  })
  await expect(refused).rejects.toThrow(/^a change met another number of rows than one, in drawers$/)
  expect((await all()).map(({ small }) => small)).toEqual([null, null, null])
})

test('a change that meets no row undoes what the transaction has locked and sent before', async () => {
  const insert = statement<{ id: string }, object>(
    sql`insert into ${drawers} (id) values (${sql.placeholder('id')})`,
  )
  const tx = await db.transaction()
  await tx.lock(insert, { id: newId() })
  tx.update(drawers, { id: newId() }, { small: 1 })
  await expect(tx.commit()).rejects.toThrow('a change met another number of rows')
  expect(await all()).toEqual([])
})

test('a change that meets two rows is refused', async () => {
  await insertAll(filled(2).map((row) => ({ ...row, small: 1 })))
  await expect(work((tx) => tx.update(drawers, { small: 1 }, { version: 2 }))).rejects.toThrow('a change met')
  expect(await all()).toMatchObject([{ version: 1 }, { version: 1 }])
})

test('two changes that name one row by ids of different spelling are refused', async () => {
  const id = newId()
  await work((tx) => tx.insert(drawers, { id }))
  for (const other of [{ small: 2 }, { version: 2 }]) {
    const refused = work((tx) => {
      tx.update(drawers, { id }, { small: 1 })
      tx.update(drawers, { id: id.toUpperCase() }, other)
    })
    await expect(refused).rejects.toThrow('a change met')
  }
  expect(await all()).toMatchObject([{ small: null, version: 1 }])
})

const everything = {
  tags: ['a "b"', 'c,d', '{}', ''],
  sizes: [3, 1],
  holders: [newId()],
  said: { words: ['it’s', null, { deep: 1.5 }] },
  digest: Buffer.from([0, 255, 34, 92]),
  at: '2026-11-02T13:00:00.123Z',
  day: '2026-11-02',
  cents: 9007199254740991,
  share: 0.1,
  small: -7,
  locked: true,
  version: 3,
}
const nothing = {
  tags: null,
  sizes: null,
  holders: null,
  said: null,
  digest: null,
  at: null,
  day: null,
  cents: null,
  share: null,
  small: null,
  locked: null,
  inside: null,
  version: 4,
}

test.each([1, 2, 30])(
  '%i rows that are alike are inserted and changed as one is, of every type',
  async (count) => {
    const rows = filled(count)
    await insertAll(rows.map(({ id }) => ({ id, ...everything })))
    const [inserted, ...alike] = await all()
    expect(inserted).toMatchObject({
      ...everything,
      at: new Date(everything.at),
      cents: `${everything.cents}`,
      day: expect.any(Date),
    })
    for (const row of alike) expect({ ...row, id: null }).toEqual({ ...inserted, id: null })
    expect(alike).toHaveLength(count - 1)

    await changeAll(rows, ({ label }) => ({ label, ...nothing }))
    expect(await all()).toEqual(
      rows.map((row) => ({ ...row, ...nothing })).sort((a, b) => (a.label < b.label ? -1 : 1)),
    )

    await changeAll(rows, () => everything)
    for (const row of await all())
      expect({ ...row, id: null, label: null }).toEqual({ ...inserted, id: null })
  },
)

test('rows of two tables with the same columns stay apart, and those of one are one part', async () => {
  const rows = filled(3)
  const say = (writes: Pick<Writes, 'insert' | 'update'>, label: (n: number) => string) => {
    for (const [n, { id }] of rows.entries()) {
      writes.insert(drawers, { id, label: label(n) })
      writes.insert(shelves, { id, label: `shelf ${label(n)}` })
    }
  }
  await work((tx) => say(tx, (n) => `${n}`))
  const shelved = async () => (await console.query('select id, label from shelves order by label')).rows
  expect(await all()).toMatchObject(rows.map(({ id }, n) => ({ id, label: `${n}` })))
  expect(await shelved()).toEqual(rows.map(({ id }, n) => ({ id, label: `shelf ${n}` })))

  await work((tx) => {
    for (const { id } of rows) {
      tx.update(drawers, { id }, { label: `drawer ${id}` })
      tx.update(shelves, { id }, { label: `shelf ${id}` })
    }
  })
  expect(new Set((await all()).map(({ id, label }) => label === `drawer ${id}`))).toEqual(new Set([true]))
  expect(new Set((await shelved()).map(({ id, label }) => label === `shelf ${id}`))).toEqual(new Set([true]))

  const writes = new Writes()
  say(writes, (n) => `${n}`)
  const [{ text } = { text: '' }, ...others] = writes.bind()
  expect([others, text.match(/insert into "\w+"/g)]).toEqual([
    [],
    ['insert into "drawers"', 'insert into "shelves"'],
  ])
})

test('changes of the table that was looked at come before all else', () => {
  const [id, other] = [newId(), newId()]
  const writes = new Writes()
  writes.update(shelves, { id }, { label: 'b' })
  writes.insert(drawers, { id: other })
  writes.update(drawers, { id }, { label: 'a' })
  const orderOf = (bound: ReturnType<Writes['bind']>) =>
    bound.map(({ text }) => text.match(/(insert into|update) "\w+"/g))
  const [shelf, inserted, looked] = ['update "shelves"', 'insert into "drawers"', 'update "drawers"']
  expect(orderOf(writes.bind(drawers))).toEqual([[looked, shelf, inserted]])
  expect(orderOf(writes.bind())).toEqual([[shelf, inserted, looked]])
})

test.each([1, 2])(
  'empty lists stay empty lists, text in JSON stays text, and null is no JSON: %i',
  async (count) => {
    const rows = filled(count)
    await insertAll(rows)
    await changeAll(rows, () => ({ tags: [], sizes: [], said: 'a "word"' }))
    for (const row of await all()) expect(row).toMatchObject({ tags: [], sizes: [], said: 'a "word"' })
    await changeAll(rows, () => ({ said: null }))
    expect((await console.query('select from drawers where said is null')).rowCount).toBe(count)
  },
)

test.each([1, 2])('%i changes find their rows by all the columns that are named', async (count) => {
  const rows = filled(3)
  await insertAll(rows)
  const changing = (small: number, version: number) =>
    work((tx) => {
      for (const { id } of rows.slice(0, count)) tx.update(drawers, { id, version }, { small })
    })
  await changing(1, 1)
  await expect(changing(2, 7)).rejects.toThrow('a change met another number of rows')
  expect((await all()).map(({ small }) => small)).toEqual(rows.map((_, n) => (n < count ? 1 : null)))
})

test('more rows than a statement takes are written, all or none of them', async () => {
  const rows = filled(7001)
  await insertAll(rows)
  await changeAll(rows, () => ({ small: 1 }))
  expect(new Set((await all()).map(({ small }) => small))).toEqual(new Set([1]))

  const refused = work((tx) => {
    for (const { id } of rows) tx.update(drawers, { id }, { small: 2 })
    tx.insert(drawers, { id: newId(), label: 'drawer 0' })
  })
  await expect(refused).rejects.toMatchObject({ constraint: 'drawers_label_is_taken' })
  expect(new Set((await all()).map(({ small }) => small))).toEqual(new Set([1]))
})

test('rows refer to each other in any order, however many they are', async () => {
  const rows = filled(3002)
  const last = rows.at(-1)?.id ?? ''
  await insertAll(rows.map((row, n) => ({ ...row, inside: n === 0 ? last : null })))
  expect((await all()).filter(({ inside }) => inside === last)).toHaveLength(1)
})

test('many rows of every table of the service can be written', async () => {
  const folder = new URL('../../src/tables/', import.meta.url)
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  const modules: object[] = await Promise.all(files.map((file) => import(new URL(file, folder).href)))
  const tables = modules.flatMap((module) => Object.values(module)).filter((each) => is(each, PgTable))
  for (const table of tables) {
    const writes = new Writes()
    const columns = Object.entries(getColumns(table)).filter(([, { generated }]) => !generated)
    const row = Object.fromEntries(columns.map(([key]) => [key, null]))
    for (let n = 0; n < 9; n++) writes.insert(table, row)
    for (let n = 0; n < 2; n++) writes.update(table, { [columns[0]?.[0] ?? '']: n }, row)
    for (const { text } of writes.bind()) await console.query(`prepare many as ${text}; deallocate many`)
  }
  expect(tables.length).toBeGreaterThan(25)
})

test('however many rows are alike, a connection keeps few texts for them', async () => {
  const prepared = statement<object, { readonly count: number }>(
    sql`select count(*) as count from pg_prepared_statements where statement like '%drawers%'`,
  )
  const count = async () => {
    const tx = await db.transaction()
    const row = await tx.row(prepared, {})
    await tx.rollback()
    return row?.count ?? 0
  }
  const before = await count()
  for (let many = 9; many < 60; many++) {
    const rows = filled(many).map((row) => ({ ...row, label: null, small: many }))
    await insertAll(rows)
    await changeAll(rows, () => ({ small: null, label: null }))
  }
  expect((await count()) - before).toBeLessThan(4)
})

const emptied = statement<object, never>(sql`update ${drawers} set label = null`)

test('a statement finds what was said of its table before it, and what is said after it stands', async () => {
  const [one, two] = [newId(), newId()]
  await work((tx) => {
    tx.insert(drawers, { id: one, label: 'one', version: 2 })
    tx.run(emptied, {})
    tx.insert(drawers, { id: two, label: 'two' })
    tx.update(drawers, { id: one }, { small: 1 })
  })
  expect(await all()).toMatchObject([
    { id: two, label: 'two' },
    { id: one, label: null, small: 1, version: 2 },
  ])
})

test('a change before a statement and one after it are two changes', async () => {
  const id = newId()
  await work((tx) => tx.insert(drawers, { id }))
  await work((tx) => {
    tx.update(drawers, { id }, { label: 'one', small: 1 })
    tx.run(emptied, {})
    tx.update(drawers, { id }, { label: 'three' })
  })
  expect(await all()).toMatchObject([{ label: 'three', small: 1 }])
})

test('whatever is written before or after a statement, the transaction knows that its table is touched', async () => {
  const tx = await db.transaction()
  tx.insert(drawers, { id: newId() })
  tx.run(emptied, {})
  expect([tx.touches(drawers), tx.touches(shelves)]).toEqual([true, false])
  await tx.rollback()
})
