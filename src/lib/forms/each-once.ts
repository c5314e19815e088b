import type { z } from 'zod'

/** The check of a list in which no two entries say the same in this field; told at each later one. */
export const eachOnce =
  (field: string) =>
  (given: readonly unknown[], check: z.RefinementCtx): void => {
    const seen = new Set<string>()
    for (const [index, entry] of given.entries()) {
      const said = (entry as Readonly<Record<string, unknown>> | null | undefined)?.[field]
      if (typeof said !== 'string') continue
      if (seen.has(said))
        check.addIssue({ code: 'custom', path: [index, field], message: 'is in the list already' })
      seen.add(said)
    }
  }

/** Whether no text is in the list twice. */
export function areAllDifferent(given: readonly unknown[]): boolean {
  const texts = given.filter((each) => typeof each === 'string')
  return new Set(texts).size === texts.length
}
