import { readdirSync, readFileSync } from 'node:fs'

/** What the tables in TypeScript cannot say: a function or aggregate, a trigger, a constraint, an index. */
export interface Law {
  /** Its name as a statement would drop it, such as `TRIGGER cases_stay ON cases`. */
  readonly name: string
  /** The comment right above it, with the reason; empty where there is none. */
  readonly reason: string
  readonly statement: string
}

/** All that is written in `src/tables/laws`, in an order in which it can be made. */
export function readLaws(): readonly Law[] {
  const folder = new URL('../../src/tables/laws/', import.meta.url)
  const laws = readdirSync(folder)
    .sort()
    .flatMap((file) => statementsOf(file, readFileSync(new URL(file, folder), 'utf8')))
  const names = laws.map(({ name }) => name)
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  if (twice.length > 0) throw new Error(`Said twice in src/tables/laws: ${twice.join(', ')}`)
  return laws.sort((a, b) => placeOf(a.name) - placeOf(b.name))
}

/** Up to a semicolon that stands neither in a comment, nor in a string, nor in the body of a function. */
const STATEMENT = /(?:--[^\n]*|'[^']*'|"[^"]*"|\$\$[\s\S]*?\$\$|[^;'"$-]|-(?!-)|\$(?!\$))+;/g

function statementsOf(file: string, text: string): Law[] {
  const parts = text.match(STATEMENT) ?? []
  if (parts.join('') !== text.trimEnd()) throw new Error(`${file} does not end with the end of a statement`)
  return parts.map((part) => {
    const start = part.search(/^(?!--)\S/m)
    const statement = part.slice(start)
    const reason = part.slice(0, start).split('\n\n').at(-1)?.trim() ?? ''
    return { name: nameOf(file, statement), reason, statement }
  })
}

function nameOf(file: string, statement: string): string {
  for (const [head, name] of HEADS) {
    const found = head.exec(statement)
    if (found !== null) return found[0].replace(head, name)
  }
  throw new Error(`${file} holds what is no law: ${statement.slice(0, 60)}`)
}

const HEADS: readonly (readonly [RegExp, string])[] = [
  [/^CREATE (?:FUNCTION|AGGREGATE) (\w+)/, 'ROUTINE $1'],
  [/^CREATE UNIQUE INDEX (\w+)|^CREATE INDEX (\w+)/, 'INDEX $1$2'],
  [/^ALTER TABLE (\w+)\s+ADD CONSTRAINT (\w+)/, 'CONSTRAINT $2 ON $1'],
  [/^CREATE (?:CONSTRAINT )?TRIGGER (\w+)[^;]*? ON (\w+)/, 'TRIGGER $1 ON $2'],
]

/** Triggers call functions; keys that are referred to come before the foreign keys, as they stand in one file. */
const placeOf = (name: string): number => ['ROUTINE', 'INDEX', 'CONSTRAINT', 'TRIGGER'].indexOf(kindOf(name))

const kindOf = (name: string): string => name.slice(0, name.indexOf(' '))

/** The statement that takes a law back. */
export function dropOf(name: string): string {
  const constraint = /^CONSTRAINT (\w+) ON (\w+)$/.exec(name)
  return constraint === null
    ? `DROP ${name}`
    : `ALTER TABLE ${constraint[2]} DROP CONSTRAINT ${constraint[1]}`
}
