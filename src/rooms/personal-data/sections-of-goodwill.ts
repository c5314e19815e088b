import { sql } from 'drizzle-orm'
import { pick } from '../../db/selection.ts'
import { asks } from '../../tables/asks.ts'
import { deviations } from '../../tables/deviations.ts'
import { gestures } from '../../tables/gestures.ts'
import { caseCorrections, successions } from '../../tables/successions.ts'
import { ofTheirCases, type Section, section } from './section.ts'

const toKnow = 'To tell this record from others.'
const whose = 'To know which question it belongs to.'
const when = 'To know when it happened.'
const why = 'To know why.'
const toPay = 'To give them what they were granted, and to account for it.'

/** What was done for a customer, and who came to answer for them. */
export const sectionsOfGoodwill: readonly Section[] = [
  section(
    'gestures',
    'What they were given for their trouble.',
    {
      ...pick(gestures, 'x', 'id', 'caseId', 'kind', 'amount', 'currency', 'reason', 'state'),
      ...pick(gestures, 'x', 'fulfilmentReference', 'withdrawnBecause', 'grantedAt', 'endedAt'),
    },
    {
      id: toKnow,
      caseId: whose,
      kind: toPay,
      amount: `${toPay} In minor units of the currency.`,
      currency: toPay,
      reason: why,
      state: toPay,
      fulfilmentReference: 'To find it in the books.',
      withdrawnBecause: why,
      grantedAt: when,
      endedAt: when,
    },
    ofTheirCases(sql`from ${gestures} x`),
    sql`x.state <> 'refused'`,
  ),
  section(
    'asks',
    'What an owner wished for them above what they may give alone.',
    {
      ...pick(asks, 'x', 'id', 'caseId', 'wish', 'amount', 'currency', 'reason', 'state'),
      ...pick(asks, 'x', 'answerReason', 'alternative', 'askedAt'),
    },
    {
      id: toKnow,
      caseId: whose,
      wish: toPay,
      amount: `${toPay} In minor units of the currency.`,
      currency: toPay,
      reason: why,
      state: toPay,
      answerReason: why,
      alternative: 'To offer them something else.',
      askedAt: when,
    },
    ofTheirCases(sql`from ${asks} x`),
  ),
  section(
    'deviations',
    'Rules that were bent for them.',
    pick(deviations, 'x', 'id', 'caseId', 'ruleId', 'benefit', 'reason', 'at'),
    {
      id: toKnow,
      caseId: whose,
      ruleId: 'To mend rules that do not serve.',
      benefit: 'To do what they were told.',
      reason: why,
      at: when,
    },
    ofTheirCases(sql`from ${deviations} x`),
  ),
  section(
    'successions',
    'How a question came to another owner.',
    pick(successions, 'x', 'id', 'caseId', 'cause', 'reason', 'requestedAt', 'completedAt'),
    { id: toKnow, caseId: whose, cause: why, reason: why, requestedAt: when, completedAt: when },
    ofTheirCases(sql`from ${successions} x`),
  ),
  section(
    'corrections',
    'How a question came to be theirs.',
    pick(caseCorrections, 'x', 'id', 'caseId', 'reason', 'at'),
    { id: toKnow, caseId: whose, reason: why, at: when },
    ofTheirCases(sql`from ${caseCorrections} x`),
  ),
]
