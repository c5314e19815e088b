import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'

/** A callback as a calendar shows it. */
export interface CalendarCallback {
  readonly id: string
  readonly reference: string
  readonly channel: string
  readonly state: 'open' | 'kept' | 'rescheduled' | 'released'
  readonly from: string
  readonly until: string
  readonly computed: boolean
  readonly madeAt: string
  readonly closedAt: string | null
  readonly version: number
}

/** What there is to do, by channel. The reference leads whoever may see the case to it; nobody else learns a thing. */
const tasks: Readonly<Record<string, (reference: string) => string>> = {
  phone: (reference) => `Call back ${reference}`,
  email: (reference) => `Answer ${reference} by e-mail`,
  chat: (reference) => `Answer ${reference} by chat`,
  letter: (reference) => `Answer ${reference} by letter`,
  web: (reference) => `Answer ${reference} on the web`,
  visit: (reference) => `Visit about ${reference}`,
  pickup: (reference) => `Have the answer to ${reference} ready`,
}

const description =
  'A promise to a customer. Find it in Eigenaar by its reference; who asks, and what, stays there, for calendars are copied to telephones and to other companies.'

/** How often calendar programs ask again, in seconds. */
const refreshEvery = 15 * 60

/**
 * Callbacks as an iCalendar (RFC 5545). The same callbacks make the same text, to the byte: an event is stamped with
 * the moment at which the promise was made or ended, not with that of the request. A window that the agreement computed
 * takes up nobody's time; one that the customer chose does.
 */
export function calendarOf(callbacks: readonly CalendarCallback[]): string {
  const calendar = ical({
    prodId: { company: 'Eigenaar', product: 'Callbacks', language: 'EN' },
    name: 'Callbacks',
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshEvery,
    events: callbacks.map((callback) => ({
      id: callback.id,
      sequence: callback.version,
      stamp: callback.closedAt ?? callback.madeAt,
      created: callback.madeAt,
      start: callback.from,
      end: callback.until,
      summary: (tasks[callback.channel] ?? ((reference) => `Answer ${reference}`))(callback.reference),
      description,
      status: callback.state === 'open' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      ...(callback.computed || callback.state !== 'open' ? free : busy),
    })),
  })
  // The library leaves out the end of the last line, which RFC 5545 (section 3.1) asks for.
  return `${calendar.toString()}\r\n`
}

const free = { transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE }
const busy = { transparency: ICalEventTransparency.OPAQUE, busystatus: ICalEventBusyStatus.BUSY }
