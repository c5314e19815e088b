import { sql } from 'drizzle-orm'
import { planned } from '../db/statement.ts'
import type { Work } from '../db/work.ts'
import { Unprocessable } from '../lib/problems.ts'
import type { CustomerFilter } from '../rooms/outreaches/write-contract.ts'
import { cases } from '../tables/cases.ts'
import { customers } from '../tables/customers.ts'
import { topics } from '../tables/topics.ts'

const list = (name: string, type: string) => sql`${sql.placeholder(name)}::${sql.raw(type)}[]`
const moment = (name: string) => sql`${sql.placeholder(name)}::timestamptz`
const among = (name: string, type: string, column: string) =>
  sql`(${list(name, type)} is null or ${sql.raw(column)} = any(${list(name, type)}))`

const most = 100_000

/** Customers who stand for themselves, whom we know, and of whom it is all true. */
const matching = planned<Asked, { readonly id: string }>(sql`
  select c.id from ${customers} c
  where c.merge_id is null and c.erased_at is null and not c.anonymous
    and ${among('teamIds', 'uuid', 'c.team_id')} and ${among('segments', 'text', 'c.segment')}
    and ${among('kinds', 'text', 'c.kind')} and ${among('languages', 'text', 'c.language')}
    and (not ${sql.placeholder('byCases')}::boolean or exists (
      select from ${cases} k left join ${topics} p on p.id = k.topic_id
      where k.customer_id = c.id and k.about_employee_id is null and ${among('topics', 'text', 'p.code')}
        and (${moment('after')} is null or k.opened_at > ${moment('after')})
        and (${moment('before')} is null or k.opened_at < ${moment('before')})))
  order by c.id limit ${sql.raw(String(most + 1))}`)

interface Asked {
  readonly teamIds: readonly string[] | null
  readonly segments: readonly string[] | null
  readonly kinds: readonly string[] | null
  readonly languages: readonly string[] | null
  readonly topics: readonly string[] | null
  readonly after: string | null
  readonly before: string | null
  readonly byCases: boolean
}

/** The ids of the customers whom a filter is true of. Throws `unprocessable` for more than 100,000 of them. */
export async function findByFilter(
  { tx }: Pick<Work, 'tx'>,
  { teamIds, segments, kind, languages, topics, casesAfter, casesBefore }: CustomerFilter,
): Promise<string[]> {
  const found = await tx.rows(matching, {
    teamIds: teamIds ?? null,
    segments: segments ?? null,
    kinds: kind === undefined ? null : [kind],
    languages: languages?.flatMap((each) => Intl.getCanonicalLocales(each)) ?? null,
    topics: topics ?? null,
    after: casesAfter ?? null,
    before: casesBefore ?? null,
    byCases: [topics, casesAfter, casesBefore].some((each) => each !== undefined),
  })
  if (found.length > most) throw Unprocessable.at('/filter', `is true of more than ${most} customers`)
  return found.map(({ id }) => id)
}
