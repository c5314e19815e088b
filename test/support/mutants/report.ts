import { whyEquivalent } from './equivalents.ts'
import type { Outcome } from './mutant.ts'

/** The score by kind, and each survivor, in words. Equivalent mutants count for nothing, and are named with their reason. */
export function reportOf(outcomes: readonly Outcome[]): string {
  const tried = outcomes.filter(({ verdict }) => verdict !== 'broken')
  const counted = tried.filter(({ mutant }) => whyEquivalent(mutant.name) === undefined)
  const kinds = [...new Set(counted.map(({ mutant }) => mutant.kind))].sort()
  const lines = [...kinds, undefined].map((kind) => {
    const of = counted.filter(({ mutant }) => kind === undefined || mutant.kind === kind)
    const killed = of.filter(({ verdict }) => verdict === 'killed').length
    const share = of.length === 0 ? '' : `${((killed / of.length) * 100).toFixed(0)} %`
    return `${(kind ?? 'all').padEnd(32)} ${String(killed).padStart(4)} of ${String(of.length).padStart(4)}  ${share}`
  })
  const survivors = counted.filter(({ verdict }) => verdict === 'survived')
  const same = tried.filter((outcome) => !counted.includes(outcome))
  return [
    'Killed, by kind:',
    ...lines,
    ...(survivors.length > 0
      ? ['', 'Survivors:', ...survivors.map(({ mutant }) => `- ${mutant.kind}: ${mutant.name}`)]
      : []),
    ...(same.length > 0
      ? ['', 'Equivalent:', ...same.map(({ mutant: { name } }) => `- ${name}: ${whyEquivalent(name)}`)]
      : []),
    '',
  ].join('\n')
}
