import { z } from 'zod'
import { orderIn } from '../../lib/meaning/moments-in.ts'
import { naming } from '../../lib/meaning/names.ts'
import { meant } from '../../lib/meanings.ts'
import { id, line, moment, text } from '../../lib/wire.ts'
import { exampleCaseHeadsUp } from '../cases/heads-up-contract.ts'
import { exampleParts } from '../cases/parts-contract.ts'
import { exampleHeadsUp, kinds } from './contract.ts'

const GivenQuestion = z.strictObject({ question: text(1000), answer: text(4000) }).meta({
  id: 'ExpectedQuestionGiven',
  description: 'What customers will ask, and what we answer.',
  examples: exampleCaseHeadsUp.expectedQuestions,
})
const questions = z.array(GivenQuestion).max(50)
const fields = {
  title: line(200),
  audience: line(500),
  audienceSize: z.int().min(1).max(1_000_000_000),
  from: moment,
  until: moment,
  message: text(),
  expectedQuestions: questions,
  whoKnows: z.array(naming('employee', id)).max(50),
}

const GivenHeadsUp = z
  .strictObject({
    title: fields.title,
    kind: z.enum(kinds).optional().describe('Left out: `other`.'),
    topic: naming('topic', z.string().max(60))
      .optional()
      .describe('The code of the topic on which customers will ask.'),
    audience: fields.audience.optional().describe('Who hears of it.'),
    audienceSize: fields.audienceSize.optional().describe('How many customers those are.'),
    from: fields.from.optional().describe('Left out: now.'),
    until: fields.until.optional().describe('Left out: 14 days after `from`.'),
    message: fields.message,
    expectedQuestions: fields.expectedQuestions.optional(),
    whoKnows: fields.whoKnows.optional().describe('Employees who know more.'),
    teamIds: z
      .array(naming('team', id))
      .min(1)
      .max(200)
      .optional()
      .describe('The teams that it concerns. Left out: all that have an active member.'),
  })
  .meta({
    id: 'NewHeadsUp',
    description: 'Notice of something that will make customers call.',
    examples: [
      {
        title: exampleHeadsUp.title,
        kind: exampleHeadsUp.kind,
        topic: exampleParts.topic.code,
        audience: exampleHeadsUp.audience,
        audienceSize: exampleHeadsUp.audienceSize,
        message: exampleHeadsUp.message,
        expectedQuestions: exampleHeadsUp.expectedQuestions,
      },
    ],
  })
export const NewHeadsUp = meant(GivenHeadsUp, orderIn('from', 'until'))
export type NewHeadsUp = z.output<typeof NewHeadsUp>

const GivenChange = z
  .strictObject({ ...fields, audience: fields.audience.nullable() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { error: 'changes nothing' })
  .meta({
    id: 'HeadsUpChange',
    description: 'What changes of a heads-up. Its kind, topic and teams stay.',
    examples: [{ until: '2060-12-14T23:00:00Z' }],
  })
export const HeadsUpChange = meant(GivenChange, orderIn('from', 'until'))
export type HeadsUpChange = z.output<typeof HeadsUpChange>

export const ReleaseHeadsUp = z
  .strictObject({
    override: z
      .strictObject({
        reason: text(2000),
        employeeId: naming('colleague', id)
          .optional()
          .describe('Who stands for it. Left out: you; a system names somebody.'),
      })
      .optional()
      .describe('Lets it go out although not every team has acknowledged it: by name, with a reason.'),
  })
  .meta({
    id: 'ReleaseHeadsUp',
    description: 'That it may go out.',
    examples: [{ override: { reason: 'The outage is now.' } }],
  })
export type ReleaseHeadsUp = z.output<typeof ReleaseHeadsUp>
