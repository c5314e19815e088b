import { z } from 'zod'
import { expanding } from '../../lib/forms/expanding.ts'
import { page } from '../../lib/page.ts'
import { Case } from '../cases/contract.ts'
import { Consultation, ConsultationQuery } from './contract.ts'

const expand = expanding('case')

export const ExpandQuery = z.strictObject({ expand })
export const ExpandedConsultationQuery = ConsultationQuery.extend({ expand })

export const ExpandedConsultation = Consultation.extend({
  case: Case.nullable().optional().describe('With `expand=case`, where you see it; else left out.'),
}).meta({
  id: 'ExpandedConsultation',
  description: 'A question to a colleague; what `expand` names is whole in it.',
  examples: Consultation.meta()?.examples ?? [],
})

export const ExpandedConsultationPage = page(ExpandedConsultation, 'ExpandedConsultationPage')
