import type { Moment } from '../../tables/cases.ts'
import type { ContactRow } from '../contact-row.ts'
import { isSpoken, takesMessages } from './spoken.ts'

/** What a contact can prove follows from this alone. */
export type Proving = Pick<
  ContactRow,
  'direction' | 'channel' | 'outcome' | 'employeeId' | 'opening' | 'spokenFor' | 'answered'
>

/**
 * What a contact can prove (laws 6 and 8): the same sentence as the generated column `contacts.moment`; the foreign keys
 * that use it hold the two together.
 */
export function momentOf(contact: Proving): Moment {
  const { direction, channel, outcome, employeeId, opening, spokenFor, answered } = contact
  if (direction === 'outbound') return momentOfOurs(contact)
  if (!isSpoken(channel) || outcome !== 'reached' || employeeId === null) return 'customer-contacted-us'
  if (spokenFor !== null) return opening ? 'opening' : 'customer-called-owner'
  return answered ? 'colleague-answered' : 'colleague-spoke'
}

function momentOfOurs({ channel, outcome }: Proving): Moment {
  if (isSpoken(channel) && outcome === 'reached') return 'owner-reached'
  const sent = outcome === 'reached' || outcome === 'message-sent'
  return sent && takesMessages(channel) ? 'owner-wrote' : 'not-reached'
}

const conversations: ReadonlySet<Moment> = new Set([
  'owner-reached',
  'customer-called-owner',
  'colleague-answered',
  'colleague-spoke',
])

/** Whether one of ours spoke with the customer in it, who could be reached then. */
export const isConversation = (moment: Moment): boolean => conversations.has(moment)
