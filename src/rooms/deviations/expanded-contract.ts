import { expanding } from '../../lib/forms/expanding.ts'
import { page } from '../../lib/page.ts'
import { Case } from '../cases/contract.ts'
import { Deviation, DeviationQuery } from './contract.ts'

const expand = expanding('case')

export const ExpandedDeviationQuery = DeviationQuery.extend({ expand })

const ExpandedDeviation = Deviation.extend({
  case: Case.nullable().optional().describe('With `expand=case`, where you see it; else left out.'),
}).meta({
  id: 'ExpandedDeviation',
  description: 'A rule that was bent for a customer; what `expand` names is whole in it.',
  examples: Deviation.meta()?.examples ?? [],
})

export const ExpandedDeviationPage = page(ExpandedDeviation, 'ExpandedDeviationPage')
