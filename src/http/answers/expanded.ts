import { idsOf } from '../audit.ts'

/** How an answer is shaped that has these members whole: the audit log names them too, and no version stands for them. */
export const expanded = (names: readonly string[] | undefined) =>
  names === undefined
    ? {}
    : {
        shows: (outcome: unknown): readonly string[] => {
          const rows = isObject(outcome) && Array.isArray(outcome.data) ? outcome.data : [outcome]
          const held = rows.flatMap((row) => names.map((name) => (isObject(row) ? row[name] : null)))
          return [...idsOf(outcome), ...idsOf(held)]
        },
        agesByItself: () => true,
      }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
