import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { notAboutViewer } from '../../facts/visibility.ts'
import { attempts, callbacks } from '../../tables/callbacks.ts'
import { cases, contacts, notes, resolutions } from '../../tables/cases.ts'
import { consultations } from '../../tables/consultations.ts'
import { ofTheirCases, type Section, section, theirs } from './section.ts'

const toKnow = 'To tell this record from others.'
const whose = 'To know which question it belongs to.'
const when = 'To know when it happened, and to show whether a promise was kept.'
const toAnswer = 'To answer the question, and to ask nothing twice.'
const toReach = 'To reach them.'

/** What is on record about the questions that a customer asked. */
export const sectionsOfCases: readonly Section[] = [
  section(
    'cases',
    'What they asked, and whether it is answered.',
    {
      ...pick(cases, 'x', 'id', 'reference', 'status', 'subject', 'question', 'tags', 'origin', 'channel'),
      ...pick(cases, 'x', 'chases', 'openedAt', 'resolvedAt'),
    },
    {
      id: toKnow,
      reference: 'To find the question by what they quote.',
      status: 'To know whether an answer is owed.',
      subject: toAnswer,
      question: toAnswer,
      tags: 'To find questions that are alike.',
      origin: 'To know who began it.',
      channel: 'To know how they asked.',
      chases: 'To know how often they had to ask again.',
      openedAt: when,
      resolvedAt: when,
    },
    sql`from ${cases} x join ${cases} c on c.id = x.id`,
    sql`${theirs('x.customer_id')} and ${notAboutViewer}`,
  ),
  section(
    'contacts',
    'Each moment of contact about a question.',
    pick(contacts, 'x', 'id', 'caseId', 'direction', 'channel', 'outcome', 'summary', 'at'),
    {
      id: toKnow,
      caseId: whose,
      direction: 'To know who contacted whom.',
      channel: 'To know by what means.',
      outcome: 'To know whether they were reached.',
      summary: toAnswer,
      at: when,
    },
    ofTheirCases(sql`from ${contacts} x`),
  ),
  section(
    'notes',
    'What employees noted for one another.',
    pick(notes, 'x', 'id', 'caseId', 'text', 'at'),
    { id: toKnow, caseId: whose, text: toAnswer, at: when },
    ofTheirCases(sql`from ${notes} x`),
  ),
  section(
    'callbacks',
    'What they were promised.',
    {
      ...pick(callbacks, 'x', 'id', 'caseId', 'state', 'channel', 'address', 'windowFrom', 'windowUntil'),
      ...pick(callbacks, 'x', 'reason', 'madeAt', 'closedAt'),
    },
    {
      id: toKnow,
      caseId: whose,
      state: 'To know whether it was kept.',
      channel: toReach,
      address: toReach,
      windowFrom: 'To keep the promise in time.',
      windowUntil: 'To keep the promise in time.',
      reason: 'To know why it was moved.',
      madeAt: when,
      closedAt: when,
    },
    ofTheirCases(sql`from ${callbacks} x`),
  ),
  section(
    'attempts',
    'Each try at keeping a promise.',
    pick(attempts, 'x', 'id', 'caseId', 'outcome', 'summary', 'at'),
    { id: toKnow, caseId: whose, outcome: 'To try again at another time.', summary: toAnswer, at: when },
    ofTheirCases(sql`from ${attempts} x`),
  ),
  section(
    'consultations',
    'What a colleague was asked about a question, and answered.',
    pick(consultations, 'x', 'id', 'caseId', 'question', 'answer', 'reason', 'askedAt', 'closedAt'),
    {
      id: toKnow,
      caseId: whose,
      question: toAnswer,
      answer: toAnswer,
      reason: 'To know why it was not answered.',
      askedAt: when,
      closedAt: when,
    },
    ofTheirCases(sql`from ${consultations} x`),
  ),
  section(
    'resolutions',
    'How each question ended.',
    pick(resolutions, 'x', 'id', 'caseId', 'outcome', 'summary', 'at'),
    {
      id: toKnow,
      caseId: whose,
      outcome: 'To know that they got an answer.',
      summary: 'To know which answer.',
      at: when,
    },
    ofTheirCases(sql`from ${resolutions} x`),
  ),
]
