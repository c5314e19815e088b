import { Unprocessable } from '../lib/problems.ts'
import { eventTypes } from './event-types.ts'

const known = Object.keys(eventTypes)

/** Throws `unprocessable` for types of which there are no events, so that nobody waits for what never comes. */
export function assertEventTypes(types: readonly string[] = []): void {
  const errors = types.flatMap((type, n) =>
    isKnown(type)
      ? []
      : [{ pointer: `#/types/${n}`, message: 'is no type of event: GET /v1/event-types lists them' }],
  )
  if (errors.length > 0) throw Unprocessable.of(errors)
}

const isKnown = (type: string): boolean =>
  type.endsWith('*') ? known.some((each) => each.startsWith(type.slice(0, -1))) : known.includes(type)
