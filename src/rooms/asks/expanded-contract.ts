import { expanding } from '../../lib/forms/expanding.ts'
import { page } from '../../lib/page.ts'
import { Case } from '../cases/contract.ts'
import { AskQuery, AskShown } from './contract.ts'

const expand = expanding('case')

export const ExpandedAskQuery = AskQuery.extend({ expand })

const ExpandedAsk = AskShown.extend({
  case: Case.nullable().optional().describe('With `expand=case`, where you see it; else left out.'),
}).meta({
  id: 'ExpandedAsk',
  description: 'A wish above the ceiling; what `expand` names is whole in it.',
  examples: AskShown.meta()?.examples ?? [],
})

export const ExpandedAskPage = page(ExpandedAsk, 'ExpandedAskPage')
