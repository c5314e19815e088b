import { type SQL, sql } from 'drizzle-orm'

/** The parameter of this name as a moment: given in wire form. */
export const moment = (name: string): SQL<string> => sql`${sql.placeholder(name)}::timestamptz`

/** The moment of the operation, given to the statement as `now`. */
export const now = moment('now')
