import type { Mutant } from './mutant.ts'
import type { Failure } from './run-tests.ts'

/** Mutants to try on one database: of what only weakens, no two that refuse by one name, so that it is clear who failed. */
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

/** The test that missed the refusal of this mutant: its message names it as what should have been. */
export const missedBy = ({ names }: Mutant, failures: readonly Failure[]): string | undefined =>
  failures.find(({ message }) => {
    const awaited = message.replace(/expected '\w+' to|^\s*\+.*$/gm, '')
    return names.some((name) => new RegExp(`\\b${name}\\b`).test(awaited))
  })?.test
