import type { z } from 'zod'
import { besides } from '../../lib/forms/one-of-two.ts'
import { type FieldError, pointerStep } from '../../lib/problem.ts'

type Issue = z.core.$ZodIssue

/** What the checks of a contract found, as what is wrong and where; `parameters` are those of a query. */
export function tellFaults(issues: readonly Issue[], parameters?: readonly string[]): readonly FieldError[] {
  const placeOf = ({ path }: Issue): string => path.map(String).join('/')
  const isOfType = ({ code }: Issue): boolean => code === 'invalid_type'
  const mistyped = new Set(issues.filter(isOfType).map(placeOf))
  // Of what is no text, its length says nothing.
  const telling = issues.filter((issue) => isOfType(issue) || !mistyped.has(placeOf(issue)))
  return telling.flatMap((issue) => faultsOf(issue, '#', parameters))
}

function faultsOf(issue: Issue, above: string, parameters?: readonly string[]): readonly FieldError[] {
  const pointer = [above, ...issue.path.map((step) => pointerStep(String(step)))].join('/')
  if (issue.code === 'unrecognized_keys') {
    const message = parameters ? notAParameter(parameters) : 'is not a field of this request'
    return issue.keys.map((key) => ({ pointer: `${pointer}/${pointerStep(key)}`, message }))
  }
  if (issue.code === 'invalid_union') return ofUnion(issue.errors, pointer, issue.message)
  return [{ pointer, message: issue.message }]
}

function notAParameter(known: readonly string[]): string {
  if (known.length === 0) return 'is not a parameter of this operation; it takes none'
  const what = known.includes('cursor') ? 'a filter of this list' : 'a parameter of this operation'
  return `is not ${what}; known are ${known.map((name) => `\`${name}\``).join(', ')}`
}

/**
 * Of something that may have one of several forms, what is wrong with the form that it comes closest to. Where it is of
 * none of their types, and where it lacks what makes each of them, what they want is told together.
 */
function ofUnion(
  forms: readonly (readonly Issue[])[],
  pointer: string,
  message: string,
): readonly FieldError[] {
  const begun = forms.filter(
    (form) => !form.every(({ code, path }) => code === 'invalid_type' && path.length === 0),
  )
  if (begun.length === 0) {
    const [first = message, ...others] = new Set(forms.flat().map((issue) => issue.message))
    const wanted = [first, ...others].map((each) => each.replace(/^must be /, ''))
    return [{ pointer, message: others.length === 0 ? first : `must be ${wanted.join(' or ')}` }]
  }
  const both = saidTwice(begun, pointer)
  if (both.length > 0) return both
  const [closest = [], ...others] = begun.toSorted((a, b) => a.length - b.length)
  const needed = [closest, ...others].map(neededBy)
  if (others.length > 0 && needed.every((name) => name !== undefined))
    return [{ pointer, message: `needs ${needed.map((name) => `\`${name}\``).join(' or ')}` }]
  return closest.flatMap((issue) => faultsOf(issue, pointer))
}

/**
 * Where something has what makes each of its forms, as `{ "resolve": …, "callback": … }`: one of these fields is too many,
 * although each is a field.
 */
function saidTwice(forms: readonly (readonly Issue[])[], pointer: string): readonly FieldError[] {
  const strange = forms.map((form) =>
    form.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
    ),
  )
  const known = [...new Set(strange.flat())].filter((key) => !strange.every((keys) => keys.includes(key)))
  const isEachWith = strange.every((keys) => keys.some((key) => known.includes(key)))
  if (!isEachWith || known.length !== 2) return []
  return known.map((key, n) => ({
    pointer: `${pointer}/${pointerStep(key)}`,
    message: besides(String(known[1 - n])),
  }))
}

/** The one field for lack of which something is not of this form. */
function neededBy(form: readonly Issue[]): string | undefined {
  const [issue] = form
  const isLack = form.length === 1 && issue?.path.length === 1 && issue.message === 'is needed'
  return isLack ? String(issue.path[0]) : undefined
}
