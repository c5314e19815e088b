import { z } from 'zod'
import { id, out, text } from '../../lib/wire.ts'

export const TokenParams = z.strictObject({
  token: z.string().max(200).describe('The token of the page, as it stands in its address.'),
})

const exampleSaid = {
  score: 5,
  helpedByOnePerson: true,
  comment: 'At last somebody who knew.',
  answeredAt: '2026-11-04T09:00:00.000Z',
}

const SurveyAnswer = z
  .object({
    score: z.int().min(1).max(5),
    helpedByOnePerson: z.boolean().nullable(),
    comment: z.string().nullable(),
    answeredAt: out.moment,
  })
  .meta({ id: 'SurveyAnswer', description: 'What the customer said.', examples: [exampleSaid] })

const exampleSurvey = {
  organisation: 'Waterleidingmaatschappij Noord',
  language: 'nl',
  timeZone: 'Europe/Amsterdam',
  reference: '100048275',
  subject: 'Charged twice in October',
  owner: 'Sanne de Wit',
  requestedAt: '2026-11-03T09:00:00.000Z',
  expiresAt: '2026-12-03T09:00:00.000Z',
  answer: exampleSaid,
  changeableUntil: '2026-11-04T21:00:00.000Z',
}

export const Survey = z
  .object({
    organisation: z.string(),
    language: z.string().nullable().describe('The customer’s own, where it is known.'),
    timeZone: z.string().describe('IANA; the customer’s own where it is known, else the team’s.'),
    reference: z.string(),
    subject: z.string(),
    owner: z.string().describe('Who answered.'),
    requestedAt: out.moment,
    expiresAt: out.moment.describe('Until then it can be answered.'),
    answer: SurveyAnswer.nullable(),
    changeableUntil: out.moment.nullable().describe('Until then the answer can be changed.'),
  })
  .meta({
    id: 'Survey',
    description: 'How a customer is asked whether they were helped.',
    examples: [exampleSurvey],
  })
export type Survey = z.output<typeof Survey>

export const AnswerSurvey = z
  .strictObject({
    score: z.int().min(1).max(5),
    helpedByOnePerson: z.boolean().optional(),
    comment: text(4000).optional(),
  })
  .meta({
    id: 'AnswerSurvey',
    description:
      'How it was, from 1 to 5. A 1 or a 2 opens the case again, with its own owner and a callback.',
    examples: [{ score: 5, helpedByOnePerson: true, comment: exampleSaid.comment }],
  })
export type AnswerSurvey = z.output<typeof AnswerSurvey>

export const CaseLinkParams = z.strictObject({ caseId: id })
const exampleLink = { url: 'https://eigenaar.example.nl/t/AZmj8Fwee2qdPgpPbxwrfSR9q1Yd0c2zq3V0bWxhbmQ' }
const CaseLink = z
  .object({ url: z.string() })
  .meta({ id: 'CaseLink', description: 'The address of a page for a customer.', examples: [exampleLink] })
export const CaseLinks = z
  .object({
    survey: CaseLink.nullable().describe('Null where the customer was not asked, or may answer no more.'),
    tracking: CaseLink,
  })
  .meta({
    id: 'CaseLinks',
    description:
      'The addresses at which the customer of a case answers the survey and follows the promise. Whoever has one is the customer there.',
    examples: [{ survey: exampleLink, tracking: exampleLink }],
  })
export type CaseLinks = z.output<typeof CaseLinks>
