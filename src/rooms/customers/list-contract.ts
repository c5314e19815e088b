import { z } from 'zod'
import { evenSo } from '../../lib/forms/even-so.ts'
import { paging, searchText } from '../../lib/page.ts'
import { email, id, line, moment, several } from '../../lib/wire.ts'
import { externalId, kind, system } from './contract.ts'

// A plus sign that nobody encoded arrives as a space: +31612345678 is then ` 31612345678`.
const plusForSpace = (given: unknown): unknown =>
  typeof given === 'string'
    ? given.replaceAll(/(^|,) (?=\d)/g, '$1+')
    : Array.isArray(given)
      ? given.map(plusForSpace)
      : given

export const CustomerQuery = z
  .strictObject({
    ...paging,
    id: several(id).optional(),
    q: searchText
      .optional()
      .describe(
        'Words of a name, an e-mail address, a telephone number or what another system calls them; beginnings will do. A name that nobody bears is taken for one like it.',
      ),
    phone: z
      .preprocess(plusForSpace, several(line(40)))
      .optional()
      .describe('Telephone numbers in any notation.'),
    email: several(email).optional(),
    segment: several(line(60)).optional(),
    teamId: several(id).optional(),
    kind: several(kind).optional(),
    updatedAfter: moment.optional().describe('Only those with an `updatedAt` later than this.'),
    updatedBefore: moment.optional().describe('Only those with an `updatedAt` earlier than this.'),
    system: several(system)
      .optional()
      .describe('Only those whom this system knows, or one of several divided by commas.'),
    externalId: several(externalId)
      .optional()
      .describe('Only those whom `system` calls so, or by one of several divided by commas.'),
  })
  .refine(({ system, externalId }) => externalId === undefined || system !== undefined, {
    error: 'is needed beside externalId',
    path: ['system'],
    ...evenSo,
  })
