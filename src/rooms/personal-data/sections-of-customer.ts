import { sql } from 'drizzle-orm'
import { asJsonList, pick } from '../../db/selection.ts'
import { notAboutViewer } from '../../facts/visibility.ts'
import { calls } from '../../tables/calls.ts'
import { cases } from '../../tables/cases.ts'
import { customerFacts, customerReferences, customers } from '../../tables/customers.ts'
import { type Section, section, theirs } from './section.ts'

const reference = pick(customerReferences, 'r', 'system', 'externalId')
const toReach = 'To reach them, and to find them when they contact us.'
const toGreet = 'To greet them, and to find them when they contact us.'
const whenSuits = 'To call them when and how it suits them.'
const toKnow = 'To tell this record from others.'

/** What is on record about a customer, whatever they asked. */
export const sectionsOfCustomer: readonly Section[] = [
  section(
    'customer',
    'Who they are and how to reach them. With whoever turned out to be the same person.',
    {
      ...pick(customers, 'x', 'id', 'name', 'kind', 'phone', 'email', 'otherContactPoints', 'language'),
      ...pick(customers, 'x', 'segment', 'preferredChannel', 'preferredWindows', 'timeZone', 'createdAt'),
      ...pick(customers, 'x', 'outreachOptOut'),
      references: sql<unknown>`(select ${asJsonList(reference)} from ${customerReferences} r where r.customer_id = x.id)`,
    },
    {
      id: toKnow,
      name: toGreet,
      kind: 'To know whether this is a person or an organisation.',
      phone: toReach,
      email: toReach,
      otherContactPoints: toReach,
      language: 'To speak with them in their language.',
      segment: 'To find the team that serves them.',
      preferredChannel: whenSuits,
      preferredWindows: whenSuits,
      timeZone: whenSuits,
      createdAt: 'To know since when they are on record.',
      outreachOptOut: 'To leave them in peace.',
      references: 'To know them by what other systems call them.',
    },
    sql`from ${customers} x`,
    theirs('x.id'),
  ),
  section(
    'facts',
    'What is worth knowing, so that nobody has to ask them twice.',
    pick(customerFacts, 'x', 'id', 'text', 'until', 'recordedAt'),
    {
      id: toKnow,
      text: 'To serve them without asking again.',
      until: 'To forget it when it does not matter any more.',
      recordedAt: 'To know how old it is.',
    },
    sql`from ${customerFacts} x`,
    theirs('x.customer_id'),
  ),
  section(
    'calls',
    'Telephone calls, as the telephone system told of them. For how long anybody spoke is not kept.',
    {
      ...pick(calls, 'x', 'id', 'direction', 'fromNumber', 'toNumber', 'at', 'answered'),
      // A complaint that the caller may not know of is not named here either.
      caseId: sql<string | null>`(select c.id from ${cases} c where c.id = x.case_id and ${notAboutViewer})`,
    },
    {
      id: toKnow,
      direction: 'To know who called whom.',
      fromNumber: 'To know who called.',
      toNumber: 'To know who was called.',
      at: 'To call back in time.',
      answered: 'To call back where nobody answered.',
      caseId: 'To know which question it was about.',
    },
    sql`from ${calls} x`,
    theirs('x.customer_id'),
  ),
]
