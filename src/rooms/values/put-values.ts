import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { sharedValues } from '../../tables/rules.ts'
import type { PutValues, Values } from './contract.ts'
import { lockValues } from './queries.ts'

/** Puts the list of values in the place of the one before. What was done for a value keeps its code. */
export async function putValues(work: Work, { values }: PutValues): Promise<Values> {
  const current = await lockValues(work)
  assertExpected(work, current.version)
  const version = current.version + 1

  work.tx.update(sharedValues, { id: 1 }, { values, version })
  record(work, { type: 'values.changed', data: { codes: values.map(({ code }) => code) } })
  return { values, version }
}
