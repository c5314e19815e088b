import type { Row } from './cases.ts'
import { headsUpSchema } from './cases-schema.ts'
import { headsUpsAt } from './heads-ups.ts'
import { exactly, nullable, number, object, objectOrNull, text, yesOrNo } from './shapes.ts'
import { wire } from './write-parts.ts'

/** Who has a number, their open cases with owner and promise, what is worth knowing, and whether the owner can be rung. */
export const lookUp = {
  name: 'caller',
  text: `
  select t.id as customer_id, t.name as customer_name, k.*, ${headsUpsAt('$2')} as heads_ups, (
      select coalesce(json_agg(json_build_object('id', f.id, 'text', f.text, 'until', f.until,
        'recordedBy', json_build_object('kind', f.recorded_by_kind, 'id', f.recorded_by_id),
        'recordedAt', ${wire('f.recorded_at')}) order by f.id desc), '[]')
      from customer_facts f where f.customer_id = t.id
        and (f.until is null or f.until >= ($2::timestamptz at time zone org.time_zone)::date)) as facts
  from organisation org cross join customers_with($1) t left join lateral (
    select c.id, c.reference, c.owner_id, o.name as owner_name, o.extension, c.version,
      b.channel, b.window_from, b.window_until,
      exists (select from absences a where a.employee_id = c.owner_id and a.from_at <= $2 and $2 < a.until_at)
        or exists (select from presences p where p.employee_id = c.owner_id and p.presence = 'away') as away
    from cases c join employees o on o.id = c.owner_id join callbacks b on b.id = c.callback_id
    where c.customer_id = t.id and c.callback_id is not null order by c.id desc limit 20) k on true
  order by k.id desc, t.id desc limit 20`,
}

/** As an owner who is there is rung; for others somebody would have to be chosen, and the floor knows no rules. */
export function toCaller(rows: readonly Row[], phone: string, now: string) {
  const candidates = [...new Map(rows.map((row) => [row.customer_id, customerOf(row)])).values()]
  const open = rows.filter(({ id }) => id !== null)
  const [latest] = open
  const rings = latest && !latest.away
  return {
    phone,
    customer: candidates.length === 1 ? candidates[0] : null,
    candidates,
    facts: candidates.length === 1 ? rows[0]?.facts : [],
    openCases: open.map((row) => ({
      id: row.id,
      reference: row.reference,
      status: 'open',
      customer: customerOf(row),
      owner: { id: row.owner_id, name: row.owner_name, extension: row.extension },
      standIn: null,
      callback: {
        channel: row.channel,
        from: row.window_from,
        until: row.window_until,
        overdue: row.window_until < now,
      },
      version: row.version,
    })),
    headsUps: rows[0]?.heads_ups ?? [],
    ring: rings ? { employeeId: latest.owner_id, extension: latest.extension, reason: 'owner' } : null,
  }
}

const customerOf = (row: Row) => ({ id: row.customer_id, name: row.customer_name })

const customer = { id: text, name: nullable('string') }
const list = (items: object) => ({ type: 'array', items }) as const

export const callerQuery = exactly({ phone: { ...text, maxLength: 200 } })
export const callerSchema = object({
  phone: nullable('string'),
  customer: objectOrNull(customer),
  candidates: list(object(customer)),
  facts: list(
    object({
      id: text,
      text,
      until: nullable('string'),
      recordedBy: object({ kind: text, id: text }),
      recordedAt: text,
    }),
  ),
  openCases: list(
    object({
      id: text,
      reference: text,
      status: text,
      customer: object(customer),
      owner: object({ id: text, name: text, extension: nullable('string') }),
      standIn: objectOrNull({ id: text, name: text }),
      callback: objectOrNull({ channel: text, from: text, until: text, overdue: yesOrNo }),
      version: number,
    }),
  ),
  headsUps: list(headsUpSchema),
  ring: objectOrNull({ employeeId: text, extension: nullable('string'), reason: text }),
})
