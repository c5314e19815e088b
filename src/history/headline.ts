import type { EventFacts, Headline } from './event-facts.ts'
import { type EventType, eventTypes } from './event-types.ts'
import { headlinesOfCases } from './headlines-of-cases.ts'
import { headlinesOfGestures } from './headlines-of-gestures.ts'
import { headlinesOfTheHouse } from './headlines-of-the-house.ts'
import { plainMoment, plainSpan } from './plain-moments.ts'

/** What a headline may know of an event, beside its type. */
export interface EventContext {
  /** Who did it: an employee or a system with their name, or the service by itself. */
  readonly actor: {
    readonly kind: 'employee' | 'system'
    readonly id: string | null
    readonly name: string | null
  }
  readonly data: Readonly<Record<string, unknown>>
  /** The names of the employees that `data` speaks of, by their ids. */
  readonly names: Readonly<Record<string, string>>
  /** On whose clocks times are told. */
  readonly zone: string
}

const headlines: Readonly<Record<EventType, Headline>> = {
  ...headlinesOfTheHouse,
  ...headlinesOfCases,
  ...headlinesOfGestures,
}

const isKnown = (type: string): type is EventType => Object.hasOwn(eventTypes, type)

/** One plain sentence that tells people what happened. It names employees and times, and nothing that a customer said. */
export function headline(type: string, around: EventContext): string {
  if (!isKnown(type)) return 'Something happened.'
  return headlines[type](toldOf(around)).replace(/^somebody/, 'Somebody')
}

function toldOf({ actor, data, names, zone }: EventContext): EventFacts {
  const name = (member: string): string => names[String(data[member])] ?? 'somebody'
  const isFor = typeof data.actedFor === 'string'
  const who =
    actor.name ?? (actor.kind === 'employee' ? 'Somebody' : actor.id === null ? 'The service' : 'A system')
  return {
    who: isFor ? `${who}, for ${name('actedFor')},` : who,
    data,
    name,
    moment: (member) => (typeof data[member] === 'string' ? plainMoment(data[member], zone) : 'a moment'),
    span: () =>
      typeof data.from === 'string' && typeof data.until === 'string'
        ? plainSpan(data.from, data.until, zone)
        : 'within a window',
  }
}
