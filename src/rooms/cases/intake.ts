import { sql } from 'drizzle-orm'
import type { ReachableCustomer } from '../../case-file/case-columns.ts'
import { statement } from '../../db/statement.ts'
import { currentCustomer } from '../../facts/current-customer.ts'
import { notAboutViewer, type Viewer, visible } from '../../facts/visibility.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { organisation, topics } from '../../tables/organisation.ts'
import type { Candidate } from '../assignment/candidate.ts'
import { selectMember } from '../assignment/choose-owner.ts'
import type { OpenedCase } from './contract.ts'

/** Who asks, and how to reach them. */
export interface Asker extends ReachableCustomer {
  readonly id: string
  readonly teamId: string
}

/** What the intake of a question needs to know, in one look. */
export interface Intake {
  readonly number: number
  readonly country: string
  readonly topicId: string | null
  readonly topicCode: string | null
  readonly topicName: string | null
  /** Who asks; of a customer who was merged away, who stands for them now. */
  readonly customer: Asker | null
  readonly related: OpenedCase['related']
  /** The member of a team who takes the question, or whom a system names. */
  readonly named: Candidate | null
}

/** Takes the next reference along: a number that a refused question leaves behind is used by nobody. */
export const intake = statement<
  Viewer & { customerId: string | null; topic: string | null; namedId: string | null; now: string },
  Intake
>(sql`
  with asking as materialized (select ${currentCustomer(sql`${sql.placeholder('customerId')}::uuid`)} as id)
  select nextval('case_references')::integer as number, org.country, t.id as "topicId", t.code as "topicCode", t.name as "topicName",
    (select json_build_object('id', id, 'name', name, 'phone', phone, 'email', email,
        'preferredChannel', preferred_channel, 'teamId', team_id)
      from ${customers} where id = (select id from asking)) as customer,
    (select coalesce(json_agg(json_build_object('id', c.id, 'reference', c.reference, 'subject', case when ${visible} then c.subject end,
        'ownerId', c.owner_id, 'openedAt', to_char(c.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.id), '[]')
      from (select * from ${cases} c where c.customer_id = (select id from asking) and c.callback_id is not null
        and ${notAboutViewer} order by c.id limit 20) c) as related,
    (select row_to_json(member) from (${selectMember(sql`${sql.placeholder('namedId')}`)}) member) as named
  from ${organisation} org left join ${topics} t on t.code = ${sql.placeholder('topic')}`)
