import type { PgTable } from 'drizzle-orm/pg-core'
import { refusalOf, Unmet } from './errors.ts'

import { nameOf } from './statement.ts'
import { columnOf, columnsOf } from './table-columns.ts'
import { type Part, partsOf, statementsOf, type Write } from './write-parts.ts'

/** A statement with its values, ready to be sent. */
export interface Bound {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
  /** What its failure means, where that is ours to say. */
  readonly explain?: (error: unknown) => unknown
}

/** A condition in SQL, and the values of its parameters, which are the first. */
export interface Condition {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Up to so many rows stand in the text themselves; each number of them is another text, so more come as one value. */
const mostInText = 8

const texts = new Map<string, Omit<Bound, 'values'>>()

/**
 * Writes as one statement, or as several when they are very many. Each combination of tables and columns is one text,
 * prepared once per connection. It fails when a change does not meet its one row: what is lost in silence is found by
 * nobody. One statement alone also fails, before it writes anything, unless the condition holds.
 */
export function bindWrites(writes: readonly Write[], condition?: Condition): Bound[] {
  const [parts, ...more] = statementsOf(partsOf(writes))
  if (!parts) return []
  if (more.length === 0) return [bind(parts, condition)]
  return [deferred, ...[parts, ...more].map((each) => bind(each))]
}

/** Rows of one statement may refer to rows of the next, as they may within one. */
const deferred: Bound = { name: '', text: 'SET CONSTRAINTS ALL DEFERRED', values: [] }

function bind(parts: readonly Part[], condition?: Condition): Bound {
  const shape = `${condition?.text}:${parts.map(shapeOf).join(';')}`
  let known = texts.get(shape)
  if (!known) {
    const text = textOf(parts, condition)
    known = { name: nameOf(text), text, explain: explainFor(parts, condition) }
    texts.set(shape, known)
  }
  return { ...known, values: [...(condition?.values ?? []), ...parts.flatMap(valuesOf)] }
}

const shapeOf = (part: Part): string => {
  const [{ kind, table, where, set }, ...more] = part
  const rows = isInText(part) ? more.length + 1 : 'many'
  return `${kind} ${columnsOf(table).name} ${Object.keys(where)} ${Object.keys(set)} ${rows}`
}

const isInText = ([{ kind }, ...more]: Part): boolean => more.length < (kind === 'insert' ? mostInText : 1)

const divisionByZero = '22012'

function explainFor(parts: readonly Part[], condition: Condition | undefined): Required<Bound>['explain'] {
  const updates = parts.filter(([{ kind }]) => kind === 'update')
  const changed = [...new Set(updates.map(([{ table }]) => columnsOf(table).name))].join(' or ')
  const met = `a change met another number of rows than one, in ${changed}`
  return (error) =>
    refusalOf(error)?.code === divisionByZero
      ? new Unmet(condition ? `a condition did not hold, or ${met}` : met, { cause: error })
      : error
}

function valuesOf(part: Part): unknown[] {
  if (isInText(part))
    return part.flatMap(({ table, where, set }) => [...bound(table, set), ...bound(table, where)])
  return [JSON.stringify(part.map(({ where, set }) => ({ ...numbered('s', set), ...numbered('k', where) })))]
}

const bound = (table: PgTable, values: Readonly<Record<string, unknown>>): unknown[] =>
  columnsOf(table).hasJson
    ? Object.keys(values).map((key) => {
        const value = values[key]
        return value !== null && columnOf(table, key).isJson ? JSON.stringify(value) : value
      })
    : Object.values(values)

/** Columns of rows that come as one value, by number: one may be looked for and changed at once. */
const numbered = (letter: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.values(values).map((value, n) => [
      `${letter}${n}`,
      Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
    ]),
  )

function textOf(parts: readonly Part[], condition?: Condition): string {
  let parameter = condition?.values.length ?? 0
  const next = () => `$${++parameter}`
  const texts = parts.map((part) => (isInText(part) ? textOfFew(part, next) : textOfMany(part, next())))
  const [only] = texts
  if (texts.length === 1 && only && !only.met && !condition) return only.text
  // What the answer counts is written first, and looked at in this order: without the condition nothing is.
  const met = texts.flatMap((text, n) => (text.met ? [`(select count(*) from w${n}) = ${text.met}`] : []))
  const holds = [...(condition ? [condition.text] : []), ...met]
  const answer = holds.length === 0 ? '1' : `1 / (${holds.join(' and ')})::int`
  return `with ${texts.map(({ text }, n) => `w${n} as (${text})`).join(', ')} select ${answer}`
}

interface Text {
  readonly text: string
  /** How many rows a change meets, when all is well. */
  readonly met?: string
}

function textOfFew([{ kind, table, where, set }, ...more]: Part, next: () => string): Text {
  const name = `"${columnsOf(table).name}"`
  const columns = Object.keys(set).map((key) => columnOf(table, key).name)
  if (kind === 'insert') {
    const rows = [set, ...more].map(() => `(${columns.map(next)})`)
    return { text: `insert into ${name} (${columns}) values ${rows}` }
  }
  const changes = columns.map((column) => `${column} = ${next()}`)
  const conditions = Object.keys(where).map((key) => `${columnOf(table, key).name} = ${next()}`)
  return { text: `update ${name} set ${changes} where ${conditions.join(' and ')} returning 1`, met: '1' }
}

function textOfMany([{ kind, table, where, set }]: Part, rows: string): Text {
  const name = `"${columnsOf(table).name}"`
  const columns = Object.keys(set).map((key) => columnOf(table, key))
  const keys = Object.keys(where).map((key) => columnOf(table, key))
  const types = [
    ...columns.map(({ type }, n) => `s${n} ${type}`),
    ...keys.map(({ type }, n) => `k${n} ${type}`),
  ]
  const from = `from jsonb_to_recordset(${rows}::jsonb) as v(${types})`
  if (kind === 'insert')
    return { text: `insert into ${name} (${columns.map((column) => column.name)}) select v.* ${from}` }
  const changes = columns.map((column, n) => `${column.name} = v.s${n}`)
  const conditions = keys.map((key, n) => `t.${key.name} = v.k${n}`).join(' and ')
  return {
    text: `update ${name} t set ${changes} ${from} where ${conditions} returning 1`,
    met: `jsonb_array_length(${rows}::jsonb)`,
  }
}
