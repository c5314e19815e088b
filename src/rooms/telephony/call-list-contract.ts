import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { id, moment, several } from '../../lib/wire.ts'
import { CallOnRecord, callId, callStates, directions } from './call-contract.ts'

export const CallParams = z.strictObject({ callId: id.describe('The `id` of the call.') })

const number = z.string().trim().max(200)

export const CallQuery = z.strictObject({
  ...paging,
  callId: several(callId).optional().describe('What the telephone system calls it, to the letter.'),
  state: several(z.enum(callStates)).optional(),
  direction: several(z.enum(directions)).optional(),
  employeeId: several(id).optional().describe('Who answered, or of an outbound call who made it.'),
  customerId: several(id).optional(),
  caseId: several(id).optional(),
  from: several(number).optional().describe('In any notation.'),
  to: several(number).optional().describe('In any notation.'),
  atAfter: moment.optional().describe('Only those with an `at` later than this.'),
  atBefore: moment.optional().describe('Only those with an `at` earlier than this.'),
})
export const CallPage = page(CallOnRecord, 'CallPage')
