import { z } from 'zod'
import { naming } from '../../lib/meaning/names.ts'
import { id } from '../../lib/wire.ts'

export const Merge = z
  .strictObject({ customerId: naming('customer', id).describe('Who stands for both from now on.') })
  .meta({
    id: 'Merge',
    description: 'This customer stands in the books twice: the other stands for both from now on.',
    examples: [{ customerId: '0199a3ee-5b20-7c66-8a1f-3d9e7b5c2f14' }],
  })
export type Merge = z.output<typeof Merge>
