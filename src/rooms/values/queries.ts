import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader, Work } from '../../db/work.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { sharedValues } from '../../tables/rules.ts'
import type { Values } from './contract.ts'

const valuesRow = pick(sharedValues, 'v', 'values', 'version')
const from = sql`from ${sharedValues} v where v.id = 1`
const get = selecting(valuesRow)<object>(from)
const lock = selecting(valuesRow)<object>(sql`${from} for no key update`)

export const showValues = async ({ db }: Reader): Promise<Values> => valuesOf(await db.row(get, {}))

/** Locks the list against every other change. */
export const lockValues = async ({ tx }: Work): Promise<Values> => valuesOf(await tx.lock(lock, {}))

/** Throws `unprocessable` for a code that is on the list no more, or never was; `pointer` is where the codes stand. */
export async function assertValuesExist(
  { tx }: Work,
  codes: readonly string[],
  pointer: string,
): Promise<void> {
  if (codes.length === 0) return
  const { values } = valuesOf(await tx.row(get, {}))
  const known = new Set(values.map(({ code }) => code))
  const unknown = codes.findIndex((code) => !known.has(code))
  if (unknown < 0) return
  throw Unprocessable.at(`${pointer}/${unknown}`, 'is no value of the organisation', {
    suggestions: values.map(({ code }) => code),
  })
}

/** The database keeps the fields of each in an order of its own. */
function valuesOf(row: Pick<typeof sharedValues.$inferSelect, 'values' | 'version'> | undefined): Values {
  if (!row)
    throw new Error('the list of values is gone, although a migration makes it and nothing removes it')
  return {
    values: row.values.map(({ code, name, meaning }) => ({ code, name, meaning })),
    version: row.version,
  }
}
