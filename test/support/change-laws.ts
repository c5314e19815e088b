import type { HeldLaws } from './held-laws.ts'
import { dropOf, type Law, readLaws } from './law-files.ts'

/** The statements by which a database that holds `held` gets what is written, each with its reason on top. */
export function changeLaws(held: HeldLaws, written: HeldLaws): readonly string[] {
  const gone = [...held.keys()].filter((name) => !written.has(name)).map((name) => `${dropOf(name)};`)
  const changed = readLaws().filter(({ name }) => held.get(name) !== written.get(name))
  return [...gone, ...changed.flatMap((law) => change(law, held.get(law.name), written.get(law.name) ?? ''))]
}

function change({ name, reason, statement }: Law, before: string | undefined, after: string): string[] {
  const said = (words: string) => (reason === '' ? words : `${reason}\n${words}`)
  if (before === undefined) return [said(statement)]
  if (mayBeReplaced(statement, before, after))
    return [said(statement.replace(/^CREATE/, 'CREATE OR REPLACE'))]
  return [`${dropOf(name)};`, said(statement)]
}

/** A function as long as who calls it notices nothing, and a trigger that no transaction can put off. */
function mayBeReplaced(statement: string, before: string, after: string): boolean {
  const head = (definition: string) => definition.split('LANGUAGE')[0]
  return /^CREATE (FUNCTION|AGGREGATE)/.test(statement)
    ? head(before) === head(after)
    : statement.startsWith('CREATE TRIGGER')
}
