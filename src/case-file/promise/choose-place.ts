import type { BookedPlace } from './promise-facts.ts'

/**
 * A place in an hour of whoever will call for another promise, from 1 on; undefined when the hour is full. As many of the lowest free
 * places are open to choose from as promises still fit, so that an hour never gets more, also when the team has
 * come to agree on fewer than were booked. Which of them is left to chance: of those who promise at the same
 * moment most then find a place of their own at once. Two of the same place are sorted out by `callbacks_hour_has_room`.
 */
export function choosePlace(
  booked: readonly BookedPlace[],
  { callerId, hour }: Pick<BookedPlace, 'callerId' | 'hour'>,
  perHour: number,
): number | undefined {
  const taken = new Set(
    booked.filter((other) => other.hour === hour && other.callerId === callerId).map(({ place }) => place),
  )
  const free: number[] = []
  for (let place = 1; free.length < perHour - taken.size; place++) if (!taken.has(place)) free.push(place)
  return free[Math.floor(Math.random() * free.length)]
}
