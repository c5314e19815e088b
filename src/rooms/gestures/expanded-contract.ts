import { z } from 'zod'
import { expanding } from '../../lib/forms/expanding.ts'
import { page } from '../../lib/page.ts'
import { Case } from '../cases/contract.ts'
import { Gesture, GestureQuery } from './contract.ts'

const expand = expanding('case')

export const ExpandQuery = z.strictObject({ expand })
export const ExpandedGestureQuery = GestureQuery.extend({ expand })

export const ExpandedGesture = Gesture.extend({
  case: Case.nullable().optional().describe('With `expand=case`, where you see it; else left out.'),
}).meta({
  id: 'ExpandedGesture',
  description: 'What a customer was given; what `expand` names is whole in it.',
  examples: Gesture.meta()?.examples ?? [],
})

export const ExpandedGesturePage = page(ExpandedGesture, 'ExpandedGesturePage')
