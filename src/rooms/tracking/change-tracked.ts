import { addContact, readContact } from '../../case-file/add-contact.ts'
import { saveVersion } from '../../case-file/change.ts'
import { lockCase } from '../../case-file/lock-case.ts'
import { isOpen } from '../../case-file/rules.ts'
import type { Work } from '../../db/work.ts'
import type { LinkTokens } from '../../facts/link-tokens.ts'
import { Unprocessable } from '../../lib/problems.ts'
import { CallbackIsClosed } from '../callbacks/problems.ts'
import type { Tracking, TrackingChange } from './contract.ts'
import { findTracked, toTracking } from './queries.ts'

/**
 * The customer says on their page that the callback isn't needed any more, or thanks: a contact in which they wrote to us, of which
 * the owner hears. It is for the owner to end the case. Throws `callback-is-closed` where nothing is promised any more.
 */
export async function changeTracked(
  work: Work,
  links: LinkTokens,
  token: string,
  change: TrackingChange,
): Promise<Tracking> {
  const tracked = await findTracked(work.tx, links, token, work.begun)
  const kase = await lockCase(work, tracked.id)
  if ('from' in change)
    throw Unprocessable.at('/from', 'is for the owner to promise: write that another moment suits you better')
  if ('notNeeded' in change && !isOpen(kase)) throw CallbackIsClosed.because('Nothing is promised any more.')
  const said = 'notNeeded' in change ? 'It is not needed any more.' : 'Thanks.'
  const summary = change.text === undefined ? said : `${said} ${change.text}`
  const given = { direction: 'inbound', channel: 'web', outcome: 'reached', summary } as const
  const contact = await readContact(work, kase, given, { pointer: '' })
  saveVersion(work, addContact(work, kase, contact))
  return toTracking(tracked, work.now)
}
