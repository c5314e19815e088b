import type { z } from 'zod'

/**
 * For an object in which one of two fields names the same thing: a check that refuses both together, each by its own name.
 * `lacking` is what is said of the first where there is neither; left out, neither will do.
 */
export const oneOfTwo =
  (first: string, second: string, lacking?: string) =>
  (given: Readonly<Record<string, unknown>>, check: z.core.$RefinementCtx): void => {
    const refuse = (field: string, message: string) =>
      check.addIssue({ code: 'custom', path: [field], message })
    const [isFirst, isSecond] = [first, second].map(
      (field) => given[field] !== undefined && given[field] !== null,
    )
    if (isFirst && isSecond) {
      refuse(first, besides(second))
      refuse(second, besides(first))
    } else if (lacking !== undefined && !isFirst && !isSecond) refuse(first, lacking)
  }

/** What is wrong with a field that says again, or otherwise, what another one says. */
export const besides = (other: string): string => `has no place beside \`${other}\`: give one of the two`
