import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Language } from '../languages/choose-language.ts'
import { tellPromise } from '../languages/tell-promise.ts'
import type { TrackedRow } from './queries.ts'

/**
 * The latest promise as an iCalendar (RFC 5545), in the customer's language. It is one event of its case: a promise that was moved
 * takes the place of the one before it. The same promise makes the same text, to the byte. Nothing leads from it to the page.
 */
export function promiseCalendar(row: TrackedRow, { texts }: Language): string {
  const { id, organisationName, ownerName, reference, subject, promises } = row
  const calendar = ical({
    prodId: { company: 'Eigenaar', product: 'Promise', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    events: promises.slice(0, 1).map(({ from, until, channel, state, madeAt, closedAt, version }) => ({
      id,
      sequence: promises.length * 1000 + version,
      stamp: closedAt ?? madeAt,
      created: madeAt,
      start: from,
      end: until,
      summary: `${organisationName}: ${tellPromise(texts, channel, ownerName)}`,
      description: `${texts.yourQuestion}: ${subject}\n${texts.reference}: ${reference}`,
      status: state === 'released' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })),
  })
  // The library leaves out the end of the last line, which RFC 5545 (section 3.1) asks for.
  return `${calendar.toString()}\r\n`
}
