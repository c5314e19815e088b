import { sql } from 'drizzle-orm'
import { standsInNow } from '../../facts/stand-ins.ts'

/** Who of ours speaks, as statements take it; null: somebody whom we don't know, or nobody. */
export const speaker = sql`${sql.placeholder('employeeId')}::uuid`

const standsInForConcerned = standsInNow({ owner: sql`c.about_employee_id`, standIn: speaker })

/** The case `c` is no complaint that whoever speaks may not know of: about themselves, or about whom they stand in for. */
export const speakerKnows = sql`(c.about_employee_id is null or c.owner_id is not distinct from ${speaker}
  or (c.about_employee_id is distinct from ${speaker} and not ${standsInForConcerned}))`
