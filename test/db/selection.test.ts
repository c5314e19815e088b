import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { listing } from '../../src/db/lists/listing.ts'
import { asJson, asJsonList, orNull, pick, type RowOf, renamed, select } from '../../src/db/selection.ts'
import { selecting } from '../../src/db/statement.ts'
import { callbacks } from '../../src/tables/callbacks.ts'
import { notes } from '../../src/tables/cases.ts'
import { createDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await createDatabase()
  db = openDatabase({ url: database.url, connections: 1, onError: () => {} })
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const note = sql`(select ${id}::uuid as id, 'Look.' as text, 'employee' as author_kind,
  timestamptz '2026-03-01 09:30:00.5+00' as at) n`
const noteRow = pick(notes, 'n', 'id', 'text', 'authorKind', 'at')
const asWritten = { id, text: 'Look.', authorKind: 'employee', at: '2026-03-01T09:30:00.500Z' }

test('a row has the names and the types of its columns, and what it selects besides', async () => {
  const found = { ...noteRow, length: sql<number>`length(n.text)` }
  expectTypeOf<RowOf<typeof found>>().toEqualTypeOf<{
    readonly id: string
    readonly text: string
    readonly authorKind: 'employee' | 'system'
    readonly at: string
    readonly length: number
  }>()
  const byText = selecting(found)<{ text: string }>(
    sql`from ${note} where n.text = ${sql.placeholder('text')}`,
  )
  expect(await db.rows(byText, { text: 'Look.' })).toEqual([{ ...asWritten, length: 5 }])
})

test('a column that the table does not have neither compiles nor runs', () => {
  // @ts-expect-error there is no such column
  expect(() => pick(notes, 'n', 'author')).toThrow('there is no column author')
  // @ts-expect-error there is no such column
  expect(() => renamed(notes, 'n', { by: 'author' })).toThrow('there is no column author')
})

test('a list whose rows lack the key that orders them does not compile', () => {
  listing({
    select: select(noteRow, sql`from ${note}`),
    filters: {},
    // @ts-expect-error no row has a caseId here, so no cursor could say where the next page begins
    order: [{ column: sql`n.id`, key: 'caseId', type: 'uuid' }],
    descending: false,
  })
})

test('a column under another name keeps its type, and one of a left join may be null', async () => {
  const row = {
    ...orNull(pick(callbacks, 'b', 'id')),
    ...orNull(renamed(callbacks, 'b', { from: 'windowFrom', by: 'yielded' })),
  }
  expectTypeOf<RowOf<typeof row>>().toEqualTypeOf<{
    readonly id: string | null
    readonly from: string | null
    readonly by: 'customer' | 'owner' | 'team' | null
  }>()
  const none = selecting(row)<object>(sql`from ${note} left join ${callbacks} b on false`)
  expect(await db.rows(none, {})).toEqual([{ id: null, from: null, by: null }])
})

test('moments inside JSON arrive in the same form as those of a row', async () => {
  const told = {
    one: asJson(noteRow),
    all: asJsonList(noteRow, sql`n.id`),
    none: sql<readonly object[]>`(select ${asJsonList(orNull(noteRow), sql`n.id`)} from ${note} where false)`,
    missing: asJson({ at: orNull(renamed(callbacks, 'b', { at: 'closedAt' })).at }),
  }
  expectTypeOf<RowOf<typeof told>['one']>().toEqualTypeOf<RowOf<typeof noteRow>>()
  expectTypeOf<RowOf<typeof told>['all']>().toEqualTypeOf<RowOf<typeof noteRow>[]>()
  const json = selecting(told)<object>(
    sql`from ${note} left join ${callbacks} b on false group by n.id, n.text, n.author_kind, n.at, b.closed_at`,
  )
  expect(await db.row(json, {})).toEqual({
    one: asWritten,
    all: [asWritten],
    none: [],
    missing: { at: null },
  })
})
