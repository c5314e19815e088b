import { z } from 'zod'
import { several, whole } from './wire.ts'

/** What every list takes, beside its filters. */
export const paging = {
  limit: whole(1, 200).default(50).describe('How many at most.'),
  cursor: z.string().max(2000).optional().describe('`nextCursor` of the page before.'),
}

/** References of cases to look for, as people write them. */
export const references = several(z.string().max(40)).describe(
  'Only that of the case with this reference, or of one of several divided by commas; blanks, dots and hyphens do no harm.',
)

/** Text to search for: every word must begin a word of what is searched. What shows nothing finds nothing, and is no mistake. */
export const searchText = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe('Words to search for; each must begin a word of what is found.')

/** A page of a list. Its example holds the example of what is listed. */
export const page = <T extends z.ZodType>(item: T, name: string) =>
  z
    .object({
      data: z.array(item),
      nextCursor: z
        .string()
        .nullable()
        .describe('Send it as `cursor` for the next page; null on the last one.'),
    })
    .meta({
      id: name,
      description: 'A page of a list.',
      examples: [{ data: item.meta()?.examples ?? [], nextCursor: 'WyJfIiwiMDE5OWEzZjAiXQ' }],
    })

export interface Page<T> {
  readonly data: T[]
  readonly nextCursor: string | null
}

export interface PageQuery {
  readonly limit: number
  readonly cursor?: string | undefined
}
