import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { oneOfTwo } from '../../lib/forms/one-of-two.ts'
import { aheadIn } from '../../lib/meaning/moments-in.ts'
import { naming } from '../../lib/meaning/names.ts'
import { meant } from '../../lib/meanings.ts'
import { page, paging, references } from '../../lib/page.ts'
import { flag, id, moment, out, several, text } from '../../lib/wire.ts'
import { CaseTopic, exampleParts } from '../cases/parts-contract.ts'
import { lengthOf, workingTime } from '../teams/span-contract.ts'

export const ConsultationParams = z.strictObject({ consultationId: id })

const kinds = ['question', 'action'] as const
const states = ['open', 'answered', 'declined', 'withdrawn'] as const

const consulted = { id: '0199a3ed-b6c1-7a40-8d2f-1c3e5a7b9d02', name: 'Fatima el Amrani' }

const exampleConsultation = {
  id: '0199a3f6-1d42-7f8b-a1c0-5e7d9b3f2a64',
  caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d',
  reference: '100048275',
  kind: 'question',
  question: 'Why were there two debits in October?',
  topic: exampleParts.topic,
  teamId: null,
  askedBy: { id: exampleParts.owner.id, name: exampleParts.owner.name },
  consulted,
  state: 'open',
  needBy: '2026-11-02T13:12:44.000Z',
  overdue: false,
  askedAt: '2026-11-02T09:12:44.000Z',
  closedAt: null,
  answer: null,
  reason: null,
  mightKnow: null,
  version: 1,
}

export const Colleague = z
  .object({ id: out.id, name: z.string().describe('What colleagues call them.') })
  .meta({ id: 'Colleague', description: 'An employee, by name.', examples: [consulted] })

export const Consultation = z
  .object({
    id: out.id,
    caseId: out.id,
    reference: z.string().describe('The number of the case.'),
    kind: z.enum(kinds).describe('`question`: an answer is asked for; `action`: something is to be done.'),
    question: z.string(),
    topic: CaseTopic.nullable().describe('What it was asked by, or the topic of the case.'),
    teamId: out.id.nullable().describe('The team that was asked for its first free expert.'),
    askedBy: Colleague.describe('The owner of the case, or who stood in for them.'),
    consulted: Colleague.describe('The one colleague who answers.'),
    state: z.enum(states),
    needBy: out.moment,
    overdue: z.boolean().describe('Open past `needBy`.'),
    askedAt: out.moment,
    closedAt: out.moment.nullable(),
    answer: z.string().nullable(),
    reason: z
      .string()
      .nullable()
      .describe('Why it was declined or withdrawn; null where it ended with its case.'),
    mightKnow: Colleague.nullable().describe('Who might know, as whoever declined says.'),
    version: z.int(),
  })
  .meta({
    id: 'Consultation',
    description: 'The owner asks a colleague; the answer comes back to the owner.',
    examples: [exampleConsultation],
  })
export type Consultation = z.output<typeof Consultation>

/** Working time of the colleague, in minutes: two weeks of full days. */
const longest = 80 * 60

const isTime = (given: string): boolean =>
  moment.safeParse(given).success || (workingTime.safeParse(given).success && lengthOf(given) <= longest)

const GivenConsultation = z
  .strictObject({
    employeeId: naming('employee', id).optional().describe('The colleague to ask.'),
    topic: naming('topic', z.string().max(60))
      .optional()
      .describe('The code of a topic, to ask the first colleague who knows about it and is free.'),
    teamId: naming('team', id)
      .optional()
      .describe('With `topic`: ask in this team. Left out: the own team first, then anybody.'),
    question: text(),
    kind: z.enum(kinds).optional().describe('Left out: `question`.'),
    needBy: z
      .string()
      .max(40)
      .refine(isTime, {
        error: 'must be a moment such as 2026-11-21T09:30:00Z, or PT80H of working time at most',
      })
      .optional()
      .describe(
        'When the answer is needed: a moment, or a duration of the colleague’s working time such as `PT4H`. Left out: `PT4H`.',
      ),
  })
  .superRefine(oneOfTwo('employeeId', 'topic', 'must say who is asked, by employeeId or by topic'), evenSo)
  .refine(({ topic, teamId }) => teamId === undefined || topic !== undefined, {
    error: 'only goes with a topic',
    path: ['teamId'],
    ...evenSo,
  })
  .meta({
    id: 'NewConsultation',
    description: 'A question to a colleague, who answers to the owner.',
    examples: [{ employeeId: consulted.id, question: exampleConsultation.question, needBy: 'PT4H' }],
  })
export const NewConsultation = meant(GivenConsultation, aheadIn('needBy'))
export type NewConsultation = z.output<typeof NewConsultation>

export const CaseConsultationQuery = z.strictObject({
  ...paging,
  state: several(z.enum(states)).optional(),
})

export const ConsultationQuery = z.strictObject({
  ...paging,
  state: several(z.enum(states)).optional(),
  kind: several(z.enum(kinds)).optional(),
  consultedId: several(id).optional(),
  askedById: several(id).optional(),
  caseId: several(id).optional(),
  reference: references.optional(),
  topic: several(z.string().max(60))
    .optional()
    .describe('Only those about the topic with this code, or one of these.'),
  overdue: flag.optional().describe('True: only those that are open past `needBy`; false: only the others.'),
  needByAfter: moment.optional().describe('Only those with a `needBy` later than this.'),
  needByBefore: moment.optional().describe('Only those with a `needBy` earlier than this.'),
})
export const ConsultationPage = page(Consultation, 'ConsultationPage')
