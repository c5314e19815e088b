import type { ClientBase } from 'pg'

/** What is wrong with which row. */
export interface Finding {
  readonly law: string
  readonly row: string
}

/**
 * What `event_hash` of the database says, said here once more: whoever changes events with the triggers off may have
 * changed that function too.
 */
const hashOf = (
  e: string,
  before: string,
): string => `sha256(coalesce(${before}, '') || convert_to(jsonb_build_array(
  ${e}.id, ${e}.type, to_char(${e}.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ${e}.case_id, ${e}.case_sequence,
  ${e}.customer_id, ${e}.actor_kind, ${e}.actor_id, ${e}.on_behalf_of, ${e}.data)::text, 'UTF8'))`

/** Places behind $1, with the link that they should have behind that of $1, which is $2. */
const places = `
  with places as (select * from feed where position > $1 order by position limit ${20_000}),
  linked as (
    select position, event_id, hash, chain, coalesce(lag(position) over w, $1) as place_before,
      coalesce(lag(chain) over w, $2::bytea) as chain_before
    from places window w as (order by position)
  ),
  checked as (
    select f.*, e.id is null as is_gone, f.hash <> ${hashOf('e', 'before.hash')} as is_changed,
      f.chain <> sha256(coalesce(chain_before, '') || f.hash) as is_unlinked, f.position <> place_before + 1 as is_behind_a_gap,
      e.case_sequence > 1 and coalesce(before.position > f.position, true) as is_out_of_order
    from linked f left join events e on e.id = f.event_id
    left join events p on p.case_id = e.case_id and p.case_sequence = e.case_sequence - 1
    left join feed before on before.event_id = p.id
  )
  select (select max(position) from checked)::text as last, (select chain from checked order by position desc limit 1) as chain,
    (select count(*) from checked)::int as count, coalesce((select jsonb_agg(jsonb_build_object('position', position, 'event', event_id,
      'gone', is_gone, 'changed', is_changed, 'unlinked', is_unlinked, 'gap', is_behind_a_gap, 'order', is_out_of_order) order by position)
      from checked where is_gone or is_changed or is_unlinked or is_behind_a_gap or is_out_of_order), '[]') as broken`

const laws = {
  gone: 'an event that has its place is there',
  changed: 'an event says what it said when it got its place',
  unlinked: 'each place follows the one before it',
  gap: 'places have no gap',
  order: 'within a case, places follow the history',
} as const

type Broken = { readonly position: number; readonly event: string } & Readonly<
  Record<keyof typeof laws, boolean | null>
>

interface Part {
  readonly last: string
  readonly chain: Buffer
  readonly count: number
  readonly broken: readonly Broken[]
}

/** Walks the whole chain, a part at a time: what is wrong, and how many events each part had. */
export async function* walkChain(client: ClientBase): AsyncGenerator<{ count: number; findings: Finding[] }> {
  let from = '0'
  let chain: Buffer | null = null
  for (;;) {
    const part: Part | undefined = (await client.query<Part>(places, [from, chain])).rows[0]
    if (!part || part.count === 0) return
    yield { count: part.count, findings: part.broken.flatMap(findingsOf) }
    from = part.last
    chain = part.chain
  }
}

const findingsOf = ({ position, event, ...is }: Broken): Finding[] =>
  (Object.keys(laws) as (keyof typeof laws)[])
    .filter((key) => is[key])
    .map((key) => ({ law: laws[key], row: `event ${event} at ${position}` }))
