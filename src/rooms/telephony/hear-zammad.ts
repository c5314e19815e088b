import type { Work } from '../../db/work.ts'
import type { Speaker } from './find-speaker.ts'
import { recordCall } from './record-call.ts'
import type { ZammadAnswer, ZammadEvent } from './zammad-contract.ts'

const events = { newCall: 'ringing', answer: 'answered', hangup: 'ended' } as const

/**
 * Hears a call in the words of Zammad's generic CTI: the same as `POST /calls` says. Of a call that comes in it answers
 * with the extension to dial, so that the bridge rings the owner.
 */
export async function hearZammad(work: Work, given: ZammadEvent): Promise<ZammadAnswer> {
  const from = String(given.from ?? '')
  const call = await recordCall(work, {
    callId: String(given.callId),
    event: events[given.event],
    direction: given.direction === 'in' ? 'inbound' : 'outbound',
    from,
    to: String(given.to ?? ''),
    speaker: speakerOf(given),
    abroadFirst: true,
    busy: String(given.cause).toLowerCase() === 'busy',
  })
  const number = given.event === 'newCall' ? call.ring?.extension : null
  return typeof number === 'string' ? { action: 'dial', number, caller_id: from } : {}
}

/** The answering number may be an extension or an address; of several names nobody knows whose voice it was. */
function speakerOf({ answeringNumber, user, 'user[]': users }: ZammadEvent): Speaker {
  const known = String(answeringNumber ?? '') || undefined
  const [name, ...others] = [user, users]
    .flat()
    .filter((each) => typeof each === 'string')
    .filter((each) => each !== '')
  return { extension: known, email: known, name: others.length === 0 ? name : undefined }
}
