import { type SQL, sql } from 'drizzle-orm'

const anId = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'

/**
 * The id in this member of the data of an event `e`; null where it holds none. Whoever reads a history that a script has
 * written to reads all of it: one event that says something else stops nobody.
 */
export const idIn = (member: string): SQL<string | null> =>
  sql.raw(`(case when e.data ->> '${member}' ~ '${anId}' then (e.data ->> '${member}')::uuid end)`) as SQL<
    string | null
  >
