import type { Row } from './cases.ts'
import { exactly, nullable, number, object, objectOrNull, pageOf, text, yesOrNo } from './shapes.ts'

/** The customer whom a system calls so, with all that an answer shows. */
export const findCustomer = {
  name: 'find-customer',
  text: `
  select c.id, c.name, c.kind, c.anonymous, c.phone, c.email, c.other_contact_points, c.language, c.segment, c.team_id,
    c.preferred_channel, c.preferred_windows, c.time_zone, c.outreach_opt_out, c.erased_at, c.created_at, c.version, (
      select json_agg(json_build_object('system', r.system, 'externalId', r.external_id)
        order by r.system collate "C", r.external_id collate "C")
      from customer_references r where r.customer_id = c.id) as known_as,
    coalesce((select max(e.at) from events e where e.customer_id = c.id and e.type like 'customer.%'
      and e.data ->> 'factId' is null), c.created_at) as updated_at
  from customer_references r join customers c on c.id = r.customer_id
  where r.system = $1 and r.external_id = $2 and c.merge_id is null`,
}

export const toCustomer = (row: Row) => ({
  id: String(row.id),
  name: row.name,
  kind: row.kind,
  anonymous: row.anonymous,
  phone: row.phone,
  email: row.email,
  otherContactPoints: row.other_contact_points,
  language: row.language,
  segment: row.segment,
  teamId: row.team_id,
  preferredChannel: row.preferred_channel,
  preferredWindows: row.preferred_windows,
  timeZone: row.time_zone,
  outreachOptOut: row.outreach_opt_out,
  references: row.known_as,
  mergedInto: null,
  erasedAt: row.erased_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
})

const name = { ...text, minLength: 1, maxLength: 120 } as const

export const customerQuery = exactly({ system: name, externalId: name })
export const customerPageSchema = pageOf(
  object({
    id: text,
    name: nullable('string'),
    kind: text,
    anonymous: yesOrNo,
    phone: nullable('string'),
    email: nullable('string'),
    otherContactPoints: {
      type: 'array',
      items: object({ channel: text, address: text, label: text }),
    },
    language: nullable('string'),
    segment: nullable('string'),
    teamId: text,
    preferredChannel: nullable('string'),
    preferredWindows: { ...objectOrNull({}), additionalProperties: true },
    timeZone: nullable('string'),
    outreachOptOut: yesOrNo,
    references: { type: 'array', items: object({ system: text, externalId: text }) },
    mergedInto: objectOrNull({ id: text, name: text }),
    erasedAt: nullable('string'),
    createdAt: text,
    updatedAt: text,
    version: number,
  }),
)
