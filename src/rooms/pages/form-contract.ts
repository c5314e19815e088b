import { z } from 'zod'
import { showsNothing } from '../../lib/forms/shows-nothing.ts'
import { text } from '../../lib/wire.ts'

/** What browsers send of a field that was left empty, and of lines that end. */
const written = (most: number) =>
  z
    .string()
    .transform((given) => (showsNothing(given) ? undefined : given.replaceAll('\r\n', '\n').trim()))
    .pipe(text(most).optional())
    .optional()

/** A survey as its page sends it. */
export const SurveyForm = z.strictObject({
  score: z.enum(['1', '2', '3', '4', '5']).transform(Number),
  helpedByOnePerson: z
    .enum(['yes', 'no'])
    .transform((said) => said === 'yes')
    .optional(),
  comment: written(4000),
})

/** What the page of a promise sends: a place as `from/until`, or that it isn’t needed any more, or thanks. */
export const TrackingForm = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('move'),
    place: z
      .string()
      .max(100)
      .regex(/^[^/]+\/[^/]+$/),
  }),
  z.strictObject({ what: z.literal('notNeeded'), text: written(2000) }),
  z.strictObject({ what: z.literal('thanks'), text: written(2000) }),
])
