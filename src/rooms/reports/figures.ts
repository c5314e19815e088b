import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { out } from '../../lib/wire.ts'

/** How many rows meet a condition. */
export const count = (condition?: SQL): SQL =>
  condition ? sql`count(*) filter (where ${condition})` : sql`count(*)`

/** A part of a whole, from 0 to 1 in four decimals; null where there is no whole. */
export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000

/** A whole number of something. */
export const number = (description: string) => z.int().describe(description)
/** A share, from 0 to 1. */
export const part = (description: string) =>
  z.number().nullable().describe(`${description} From 0 to 1; null where there is nothing to divide by.`)
/** An amount of money. */
export const amount = (description: string) => out.money.describe(description)
