import { z } from 'zod'
import { expanding } from '../../lib/forms/expanding.ts'
import { page } from '../../lib/page.ts'
import { Callback } from '../callbacks/contract.ts'
import { ShownCustomer } from '../customers/shown-contract.ts'
import { Case, CaseQuery, exampleCase } from './contract.ts'
import { CaseCallback, CaseCustomer } from './parts-contract.ts'

const expand = expanding('customer', 'callback')

export const ExpandQuery = z.strictObject({ expand })
export const ExpandedCaseQuery = CaseQuery.extend({ expand })

export const ExpandedCase = Case.extend({
  customer: z.union([CaseCustomer, ShownCustomer]).describe('With `expand=customer` whole.'),
  callback: z
    .union([CaseCallback, Callback])
    .nullable()
    .describe(
      'The promise: an open case always has one, a resolved case none. With `expand=callback` all that is told of it.',
    ),
}).meta({
  id: 'ExpandedCase',
  description: 'One customer question, with one owner and a promise; what `expand` names is whole in it.',
  examples: [exampleCase],
})
export type ExpandedCase = z.output<typeof ExpandedCase>

export const CasePage = page(ExpandedCase, 'CasePage')
