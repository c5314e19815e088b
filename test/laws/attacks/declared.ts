import { readdirSync, readFileSync } from 'node:fs'
import { is, SQL } from 'drizzle-orm'
import { getTableConfig, IndexedColumn, PgDialect, PgTable } from 'drizzle-orm/pg-core'

/** What a table declares about its rows, as its page in `src/tables` says it, whatever a database makes of it. */
export interface Declared {
  readonly table: string
  readonly name: string
}
export interface Check extends Declared {
  readonly condition: string
}
export interface Reference extends Declared {
  readonly columns: readonly string[]
}
export interface Unique extends Declared {
  /** Columns, or what is computed of them. */
  readonly keys: readonly string[]
  readonly where: string
}

const text = (query: SQL): string => new PgDialect().sqlToQuery(query).sql

const pages = (await Promise.all(
  readdirSync('src/tables', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => import(/* @vite-ignore */ `../../../src/tables/${file}`)),
)) as readonly Readonly<Record<string, unknown>>[]
const tables = pages
  .flatMap((page) => Object.values(page))
  .filter((value) => is(value, PgTable))
  .map((table) => getTableConfig(table))

const laws = readdirSync('src/tables/laws')
  .map((page) => readFileSync(`src/tables/laws/${page}`, 'utf8'))
  .join('\n')
  .replace(/--[^\n]*/g, '')
const added = (kind: string, rest: string) =>
  [
    ...laws.matchAll(new RegExp(`ALTER TABLE (\\w+) ADD CONSTRAINT (\\w+)\\s+${kind}\\s*\\(${rest}`, 'g')),
  ].map(([, table = '', name = '', words = '']) => ({ table, name, words }))
const columnsIn = (words: string): readonly string[] => words.split(/,\s*/)

export const checks: readonly Check[] = [
  ...tables.flatMap(({ name: table, checks: of }) =>
    of.map(({ name, value }) => ({ table, name, condition: text(value) })),
  ),
  ...added('CHECK', '([^;]*)\\)[^)]*;').map(({ words, ...one }) => ({ ...one, condition: words })),
]

export const references: readonly Reference[] = [
  ...tables.flatMap(({ name: table, foreignKeys }) =>
    foreignKeys.map((key) => ({
      table,
      name: key.getName() ?? '',
      columns: key.reference().columns.map((column) => column.name),
    })),
  ),
  ...added('FOREIGN KEY', '([^)]*)\\)').map(({ words, ...one }) => ({ ...one, columns: columnsIn(words) })),
]

export const uniques: readonly Unique[] = [
  ...tables.flatMap(({ name: table, columns: of, uniqueConstraints, indexes }) => [
    ...of
      .filter(({ isUnique }) => isUnique)
      .map(({ name, uniqueName = '' }) => ({ table, name: uniqueName, keys: [name], where: 'true' })),
    ...uniqueConstraints.map((one) => ({
      table,
      name: one.getName() ?? '',
      keys: one.columns.map((column) => column.name),
      where: 'true',
    })),
    ...indexes
      .filter(({ config }) => config.unique)
      .map(({ config: { name = '', columns, where } }) => ({
        table,
        name,
        keys: columns.map((column) =>
          is(column, SQL) ? text(column) : (is(column, IndexedColumn) && column.name) || '',
        ),
        where: where ? text(where) : 'true',
      })),
  ]),
  ...added('UNIQUE', '([^)]*)\\)').map(({ words, ...one }) => ({
    ...one,
    keys: columnsIn(words),
    where: 'true',
  })),
  ...[...laws.matchAll(/CREATE UNIQUE INDEX (\w+) ON (\w+) \(([^;]*?)\)(?:\s+WHERE ([^;]*))?;/g)].map(
    ([, name = '', table = '', words = '', where = 'true']) => ({
      table,
      name,
      keys: columnsIn(words),
      where,
    }),
  ),
]

/** When a trigger on rows looks. */
export interface When extends Declared {
  readonly on: 'INSERT' | 'UPDATE' | 'DELETE'
  readonly condition: string
}

export const whens: readonly When[] = [
  ...laws.matchAll(
    /CREATE (?:CONSTRAINT )?TRIGGER (\w+)\s+(?:BEFORE|AFTER) ((?:INSERT|UPDATE|DELETE)[^;]*?)\s+ON (\w+)[^;]*?FOR EACH ROW\s+WHEN \(([^;]*)\)\s*EXECUTE FUNCTION/g,
  ),
].map(([, name = '', on = '', table = '', condition = '']) => ({
  name,
  table,
  on: on.includes('UPDATE') ? 'UPDATE' : on.startsWith('DELETE') ? 'DELETE' : 'INSERT',
  condition,
}))

/** A trigger that refuses without a condition: rows that stay. */
export interface Stay extends Declared {
  readonly on: readonly string[]
  readonly refused: string
}

export const stays: readonly Stay[] = [
  ...laws.matchAll(
    /CREATE TRIGGER (\w+)\s+BEFORE ([A-Z ]+?)\s+ON (\w+)\s+(?:FOR EACH (?:ROW|STATEMENT)\s+)?EXECUTE FUNCTION refuse\('(\w+)'\)/g,
  ),
].map(([, name = '', on = '', table = '', refused = '']) => ({ name, table, on: on.split(' OR '), refused }))
