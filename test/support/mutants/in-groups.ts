import type { Mutant } from './mutant.ts'
import type { Failure } from './run-tests.ts'

/** Mutants to try on one database: no two that refuse by one name, so that it is clear which was noticed. */
export function inGroups(mutants: readonly Mutant[], size: number): readonly (readonly Mutant[])[] {
  const groups: { readonly taken: Set<string>; readonly of: Mutant[] }[] = []
  for (const mutant of mutants) {
    const group = groups.find(
      ({ taken, of }) => of.length < size && !mutant.names.some((name) => taken.has(name)),
    )
    if (group === undefined) groups.push({ taken: new Set(mutant.names), of: [mutant] })
    else {
      group.of.push(mutant)
      for (const name of mutant.names) group.taken.add(name)
    }
  }
  return groups.map(({ of }) => of)
}

/**
 * The test that noticed this mutant: its name or its message names what should have refused, or what refused instead of
 * nothing.
 */
export const noticedBy = ({ names }: Mutant, failures: readonly Failure[]): string | undefined =>
  failures.find(({ test, message }) => {
    const told = message.replace(/expected '\w+' to (?!\w+ 'nothing')|^\s*\+.*$/gm, '')
    return names.some((name) => new RegExp(`\\b${name}\\b`).test(`${test} ${told}`))
  })?.test
