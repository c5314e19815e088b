import { addContact, readContact } from '../../case-file/add-contact.ts'
import { saveVersion } from '../../case-file/change.ts'
import { lockCase } from '../../case-file/lock-case.ts'
import { isOpen } from '../../case-file/rules.ts'
import type { Work } from '../../db/work.ts'
import type { LinkTokens } from '../../facts/link-tokens.ts'
import { CallbackIsClosed } from '../callbacks/problems.ts'
import type { Tracking, TrackingChange } from './contract.ts'
import { freePlaces } from './free-places.ts'
import { moveTracked } from './move-tracked.ts'
import { findTracked, toTracking, words } from './queries.ts'

/**
 * The customer says on their page that another moment suits them, that the callback isn't needed any more, or thanks: a contact
 * in which they wrote to us. It is for the owner to end the case. Throws `callback-is-closed` where nothing is promised any more,
 * and what `moveTracked` throws.
 */
export async function changeTracked(
  work: Work,
  links: LinkTokens,
  token: string,
  change: TrackingChange,
): Promise<Tracking> {
  const tracked = await findTracked(work.tx, links, token, work.begun)
  const kase = await lockCase(work, tracked.id)
  if (!('thanks' in change) && !isOpen(kase)) throw CallbackIsClosed.because('Nothing is promised any more.')
  if ('from' in change && isOpen(kase)) return moveTracked(work, tracked, kase, change)
  const thanks = 'thanks' in change
  const said = words[thanks ? 'thanks' : 'notNeeded']
  const summary = 'from' in change || change.text === undefined ? said : `${said} ${change.text}`
  const given = { direction: 'inbound', channel: 'web', outcome: 'reached', summary, thanks } as const
  const contact = await readContact(work, kase, given, { pointer: '' })
  saveVersion(work, addContact(work, kase, contact))
  const heard = { at: contact.at, kind: thanks ? 'thanks' : 'notNeeded', summary } as const
  return toTracking(
    { ...tracked, said: [...tracked.said, heard] },
    await freePlaces(work.tx, tracked, work.actor, work.now),
    work.now,
  )
}
