import { z } from 'zod'
import { expanding } from '../../lib/forms/expanding.ts'
import { page } from '../../lib/page.ts'
import { Case } from '../cases/contract.ts'
import { CaseCustomer } from '../cases/parts-contract.ts'
import { ShownCustomer } from '../customers/shown-contract.ts'
import { Callback, CallbackQuery, CallbackWithAttempts } from './contract.ts'

const expand = expanding('case', 'customer')

export const ExpandQuery = z.strictObject({ expand })
export const ExpandedCallbackQuery = CallbackQuery.extend({ expand })

const whole = {
  customer: z
    .union([CaseCustomer, ShownCustomer])
    .describe('To whom it was made, or who has the case since; with `expand=customer` whole.'),
  case: Case.nullable().optional().describe('With `expand=case`; else left out.'),
}

const ExpandedCallback = Callback.extend(whole).meta({
  id: 'ExpandedCallback',
  description: 'A promise to come back to the customer within a window; what `expand` names is whole in it.',
  examples: Callback.meta()?.examples ?? [],
})

export const ExpandedCallbackWithAttempts = CallbackWithAttempts.extend(whole).meta({
  id: 'ExpandedCallbackWithAttempts',
  description: 'A promise with every try at keeping it; what `expand` names is whole in it.',
  examples: CallbackWithAttempts.meta()?.examples ?? [],
})

export const CallbackPage = page(ExpandedCallback, 'CallbackPage')
