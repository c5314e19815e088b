import { sql } from 'drizzle-orm'
import { now } from '../../db/moment.ts'
import { asJson, asJsonList, orNull, pick, type RowOf, renamed } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Work } from '../../db/work.ts'
import { currentCustomer } from '../../facts/current-customer.ts'
import { headsUpRow } from '../../facts/heads-ups-of-case.ts'
import { mayBeAsked } from '../../facts/may-be-asked.ts'
import { notAboutViewer, type Viewer, visible } from '../../facts/visibility.ts'
import { toWire } from '../../lib/instant.ts'
import { headsUps } from '../../tables/ahead/heads-ups.ts'
import { cases } from '../../tables/cases.ts'
import { customers } from '../../tables/customers.ts'
import { organisation } from '../../tables/organisation.ts'
import { topics } from '../../tables/topics.ts'
import type { Candidate } from '../assignment/candidate.ts'
import { selectMember } from '../assignment/choose-owner.ts'
import type { RelatedCase } from './parts-contract.ts'

const asker = pick(
  customers,
  'c',
  ...(['id', 'name', 'phone', 'email', 'preferredChannel', 'otherContactPoints', 'teamId'] as const),
)

/** Who asks, and how to reach them. */
export type Asker = RowOf<typeof asker>

const related = {
  ...pick(cases, 'c', 'id', 'reference'),
  ...pick(cases, 'c', 'subject', 'ownerId', 'openedAt'),
  isSeen: sql<boolean>`${visible}`,
}

const intakeRow = {
  number: sql<number>`nextval('case_references')::integer`,
  ...pick(organisation, 'org', 'country'),
  ...orNull(renamed(topics, 't', { topicId: 'id', topicCode: 'code', topicName: 'name' })),
  /** What was announced on the topic and is going on: the database links the case to it as it opens. */
  headsUps: sql<RowOf<typeof headsUpRow>[]>`(select ${asJsonList(headsUpRow, sql`hu.id`)} from ${headsUps} hu
    where hu.topic_id = t.id and hu.from_at <= ${now} and ${now} < hu.until_at)`,
  /** Who asks; of a customer who was merged away, who stands for them now. */
  customer: sql<Asker | null>`(select ${asJson(asker)} from ${customers} c where c.id = (select id from asking))`,
  related: sql<RowOf<typeof related>[]>`(select ${asJsonList(related, sql`c.id`)}
    from (select * from ${cases} c where c.customer_id = (select id from asking) and c.callback_id is not null
      and ${notAboutViewer} and (c.about_employee_id is null or ${visible}) order by c.id limit 20) c)`,
  /** The member of a team who takes the question, or whom a system names. */
  named: sql<Candidate | null>`(
    select row_to_json(member) from (${selectMember(sql`${sql.placeholder('namedId')}`)}) member)`,
}

/** What the intake of a question needs to know, in one look. */
export type Intake = RowOf<typeof intakeRow>

/** What is told of the customer's other open cases: of those that the caller may not read, the reference alone. */
export const relatedOf = ({ related }: Intake): RelatedCase[] =>
  related.map(({ isSeen, reference, ...rest }) => (isSeen ? { reference, ...rest } : { reference }))

const asking = sql`with asking as materialized (
  select ${currentCustomer(sql`${sql.placeholder('customerId')}::uuid`)} as id)`

/** Takes the next reference along: a number that a refused question leaves behind is used by nobody. */
export const intake = selecting(intakeRow)<
  Viewer & { customerId: string | null; topic: string | null; namedId: string | null; now: string }
>(sql`from ${organisation} org left join ${topics} t on t.code = ${sql.placeholder('topic')}`, asking)

const askable = selecting({ mayAsk: mayBeAsked(sql`(select id from asking)`) })<{
  customerId: string
  now: string
}>(sql``, asking)

/** Whether this customer may be asked how it was, when the case ends at once. */
export const mayAskNow = async ({ tx, now }: Work, customerId: string): Promise<boolean> =>
  (await tx.row(askable, { customerId, now: toWire(now) }))?.mayAsk ?? false
