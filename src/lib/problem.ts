/** What a kind of problem is: one entry of the catalogue behind `/problems/{code}`. */
export interface ProblemDefinition {
  readonly code: string
  readonly status: number
  readonly title: string
  /** What it means and what to do about it, for whoever reads `/problems/{code}`. */
  readonly advice: string
  /** Members that such a problem may carry, as the document shows them. */
  readonly example?: ProblemMembers
  /**
   * The database constraints that uphold the same rule: breaking one of them reads as this problem. With `lost`, a request
   * may also break it because another one was faster; then it is tried again before it is refused.
   */
  readonly constraints?: readonly (string | RacedFor)[]
}

/** A constraint that decides who was first. */
interface RacedFor {
  readonly name: string
  readonly lost: Lost
}

/**
 * What the loser of a race does. `try-again`: what it decided on has changed since it looked, and it looks again.
 * `choose-again`: another has won the place that it chose. It chooses as long as there are places to win, so that in the
 * end it has one, or says itself that there is none.
 */
export type Lost = 'try-again' | 'choose-again'

/** One thing wrong with a request: where (a JSON Pointer as a URI fragment) and what. */
export interface FieldError {
  readonly pointer: string
  readonly message: string
}

/** A name as one step of a JSON Pointer (RFC 6901). */
export const pointerStep = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** Members of a problem beyond those of RFC 9457, for programs to act on. */
export type ProblemMembers = Readonly<Record<string, unknown>> & { readonly errors?: readonly FieldError[] }

/** A refusal: an answer, not a bug. Anything else that is thrown is a bug. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly members: ProblemMembers
  /** What the log is told and the caller is not. */
  reason: string | undefined
  /** The constraint of the database that refused. */
  constraint: string | undefined

  constructor(kind: ProblemKind, detail: string, members: ProblemMembers) {
    super(detail)
    this.kind = kind
    this.members = members
  }

  /** The same refusal, with more that is wrong. One of a sentence of its own keeps it. */
  with(more: readonly FieldError[]): Problem {
    const { errors } = this.members
    const all = [...(errors ?? []), ...more]
    const problem = errors
      ? this.kind.of(all, this.members)
      : this.kind.because(this.message, { ...this.members, errors: all })
    problem.reason = this.reason
    problem.constraint = this.constraint
    return problem
  }

  /** The same refusal, by a constraint of the database. */
  by(constraint: string): this {
    this.constraint = constraint
    return this
  }

  /** The same refusal, with a reason for the log alone: no secrets and nothing of customers in it. */
  noting(reason: string): this {
    this.reason = reason
    return this
  }
}

/** A kind of problem. `OwnerIsFinal.because('…')` makes the refusal to throw. */
export interface ProblemKind extends ProblemDefinition {
  readonly constraints: readonly string[]
  readonly because: (detail: string, members?: ProblemMembers) => Problem
  /** The refusal of one field: `pointer` is a JSON Pointer such as `/callback/from`. */
  readonly at: (pointer: string, message: string, members?: ProblemMembers) => Problem
  /** The refusal of all that is wrong, in the order in which it was found. */
  readonly of: (errors: readonly FieldError[], members?: ProblemMembers) => Problem
}

const catalogue = new Map<string, ProblemKind>()
const byConstraint = new Map<string, ProblemKind>()
const races = new Map<string, Lost>()

/** Adds a kind of problem to the catalogue. Codes and constraints belong to one kind each. */
export function problem(definition: ProblemDefinition): ProblemKind {
  if (catalogue.has(definition.code)) throw new Error(`the problem ${definition.code} is defined twice`)
  const constraints = definition.constraints ?? []
  const of: ProblemKind['of'] = (errors, members = {}) => {
    const all = errors.map(({ pointer, message }) => `${pointer}: ${message}`)
    return new Problem(kind, all.length > 0 ? all.join('; ') : `${definition.title}.`, { ...members, errors })
  }
  const kind: ProblemKind = {
    ...definition,
    constraints: constraints.map((constraint) =>
      typeof constraint === 'string' ? constraint : constraint.name,
    ),
    because: (detail, members = {}) => new Problem(kind, detail, members),
    at: (pointer, message, members) => of([{ pointer: `#${pointer}`, message }], members),
    of,
  }
  catalogue.set(kind.code, kind)
  for (const constraint of kind.constraints) {
    if (byConstraint.has(constraint)) throw new Error(`the constraint ${constraint} answers twice`)
    byConstraint.set(constraint, kind)
  }
  for (const constraint of constraints) {
    if (typeof constraint !== 'string') races.set(constraint.name, constraint.lost)
  }
  return kind
}

/** The kind of problem with this code, if there is one. */
export const problemByCode = (code: string): ProblemKind | undefined => catalogue.get(code)

/** The kind of problem that a broken constraint reads as, if one names it. */
export const problemByConstraint = (constraint: string): ProblemKind | undefined =>
  byConstraint.get(constraint)

/** What a request does that broke this constraint; undefined when it is no race, and tried again it would break it again. */
export const raceLostBy = (constraint: string): Lost | undefined => races.get(constraint)

/** Every kind of problem, by code. */
export const allProblems = (): readonly ProblemKind[] =>
  [...catalogue.values()].sort((a, b) => a.code.localeCompare(b.code))
