import { out } from '../../lib/wire.ts'

/** Who acted, beside the owner of the case: an act of a stand-in shows both (law 11). */

export const actedBy = out.id
  .nullable()
  .describe('The employee who acted: the owner, the stand-in or a colleague; null when only a system did.')

export const ownerThen = out.id.describe('Who owned the case then.')
