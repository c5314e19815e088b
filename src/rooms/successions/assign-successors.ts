import type { Successor } from '../../facts/find-successors.ts'
import type { FieldError } from '../../lib/problem.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { leastLoadedSuccessor } from './least-loaded-successor.ts'

/** An open case whose owner leaves. */
export interface LeftCase {
  readonly id: string
  readonly aboutEmployeeId: string | null
}

/** Who is to take over: these, and of this case that one. Positions in the lists are those of the request. */
export interface Successors {
  readonly successorIds?: readonly string[] | undefined
  readonly successors?: readonly { readonly caseId: string; readonly employeeId: string }[] | undefined
}

/** Which case goes to whom; `unassigned` are those that nobody can take over. */
export interface AssignedCases<Case extends LeftCase> {
  readonly moves: readonly { readonly kase: Case; readonly to: Successor }[]
  readonly unassigned: number
}

/**
 * Spreads the cases of somebody who leaves: each to whom is named for it, the rest by load over those who are named, and
 * without any over the teammates; what was just given counts. Nobody gets a case about themselves. Throws
 * `unprocessable` for a successor who is no other active member of the team, or a case that is none of these, or none
 * that whoever names it may know of.
 */
export function assignSuccessors<Case extends LeftCase>(
  cases: readonly Case[],
  teammates: readonly Successor[],
  { successorIds = [], successors = [] }: Successors,
  isKnown: (kase: Case) => boolean,
): AssignedCases<Case> {
  const load = new Map(teammates.map((mate) => [mate.id, mate]))
  const named = namedFor(cases.filter(isKnown), successors)
  const errors = [
    ...successorIds.flatMap((id, n) => (load.has(id) ? [] : [wrong(`successorIds/${n}`, notAMember)])),
    ...faultsOf(named, load),
  ]
  if (errors.length > 0) throw Unprocessable.of(errors)
  const chosen = new Map(named.map(({ caseId, employeeId }) => [caseId, employeeId]))

  const moves: { kase: Case; to: Successor }[] = []
  const give = (kase: Case, to: Successor): void => {
    load.set(to.id, { ...to, owned: to.owned + 1 })
    moves.push({ kase, to })
  }
  const rest = cases.filter((kase) => {
    const to = load.get(chosen.get(kase.id) ?? '')
    if (to) give(kase, to)
    return !to
  })
  const first = new Set(successorIds)
  for (const kase of rest) {
    const all = [...load.values()]
    const to =
      leastLoadedSuccessor(
        all.filter(({ id }) => first.has(id)),
        kase.aboutEmployeeId,
      ) ?? leastLoadedSuccessor(all, kase.aboutEmployeeId)
    if (to) give(kase, to)
  }
  return { moves, unassigned: cases.length - moves.length }
}

const notAMember = 'is no other active member of the team'
const wrong = (field: string, message: string): FieldError => ({ pointer: `#/${field}`, message })

type Named = NonNullable<Successors['successors']>[number] & { readonly kase: LeftCase | undefined }

/** Each case that was named with its successor, where it is one of these. */
function namedFor(
  cases: readonly LeftCase[],
  successors: NonNullable<Successors['successors']>,
): readonly Named[] {
  const byId = new Map(cases.map((kase) => [kase.id, kase]))
  return successors.map((each) => ({ ...each, kase: byId.get(each.caseId) }))
}

const faultsOf = (
  named: readonly Named[],
  teammates: ReadonlyMap<string, Successor>,
): readonly FieldError[] =>
  named.flatMap(({ caseId, employeeId, kase }, n) => {
    const at = `successors/${n}`
    const isFirst = named.findIndex((each) => each.caseId === caseId) === n
    return [
      ...(kase ? [] : [wrong(`${at}/caseId`, 'is no open case of this employee')]),
      ...(kase && !isFirst ? [wrong(`${at}/caseId`, 'was named before')] : []),
      ...(teammates.has(employeeId) ? [] : [wrong(`${at}/employeeId`, notAMember)]),
      ...(kase?.aboutEmployeeId === employeeId
        ? [wrong(`${at}/employeeId`, 'cannot own a case about themselves')]
        : []),
    ]
  })
