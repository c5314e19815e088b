import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { disturbances } from '../../tables/ahead/disturbances.ts'
import { outreachCustomers } from '../../tables/ahead/outreach-customers.ts'
import { surveys } from '../../tables/surveys.ts'
import { ofTheirCases, type Section, section, theirs } from './section.ts'

const toKnow = 'To tell this record from others.'
const when = 'To know when it happened.'

/** When we asked or told a customer something of our own accord, and what they answered. */
export const sectionsOfAsking: readonly Section[] = [
  section(
    'surveys',
    'How they said they were helped, where they were asked.',
    {
      ...pick(surveys, 'x', 'id', 'caseId', 'score', 'helpedByOnePerson', 'comment'),
      ...pick(surveys, 'x', 'requestedAt', 'answeredAt', 'expiresAt'),
    },
    {
      id: toKnow,
      caseId: 'To know which question it belongs to.',
      score: 'To put right what went wrong.',
      helpedByOnePerson: 'To know whether one person helped them.',
      comment: 'To learn from it.',
      requestedAt: 'To ask nobody too often.',
      answeredAt: when,
      expiresAt: 'To know until when they may answer.',
    },
    ofTheirCases(sql`from ${surveys} x`),
  ),
  section(
    'outreaches',
    'What was decided for them before they had to ask.',
    {
      id: sql<string>`x.id`,
      ...pick(outreachCustomers, 'x', 'outreachId', 'decision', 'why', 'state', 'because', 'settledAt'),
    },
    {
      id: toKnow,
      outreachId: 'To know what it was about.',
      decision: 'To tell them, or to leave them in peace.',
      why: 'To know why.',
      state: 'To know what came of it.',
      because: 'To know why nothing came of it.',
      settledAt: when,
    },
    // A row has no id of its own; whoever was merged into them may be in the same outreach.
    sql`from (select md5(o.outreach_id::text || o.customer_id::text)::uuid as id, o.* from ${outreachCustomers} o
      where ${theirs('o.customer_id')}) x`,
  ),
  section(
    'disturbances',
    'When something that they did not ask for reached them.',
    pick(disturbances, 'x', 'id', 'kind', 'at', 'quietUntil'),
    {
      id: toKnow,
      kind: 'To know what it was.',
      at: when,
      quietUntil: 'To leave them in peace for a week.',
    },
    sql`from ${disturbances} x`,
    theirs('x.customer_id'),
  ),
]
