import { isDeepStrictEqual } from 'node:util'
import type { Moved } from '../../tables/customers.ts'
import { type Customer, isRecognisable } from '../customers/contract.ts'

const fillable = [
  'name',
  'phone',
  'email',
  'language',
  'segment',
  'preferredChannel',
  'preferredWindows',
  'timeZone',
] as const

type Known = Pick<Customer, (typeof fillable)[number] | 'otherContactPoints' | 'outreachOptOut'>

/** What one customer has more when they stand for another as well. */
export interface Joined {
  readonly changed: Partial<Known>
  readonly moved: Pick<Moved, 'filled' | 'contactPoints'>
}

/**
 * What the customer who stays learns from the one who is merged into them: fields that they did not have, and each other
 * point of contact, so that a call from either number finds them. Their team stays.
 */
export function joinCustomers(merged: Customer, stays: Customer): Joined {
  const filled = fillable.filter(
    (field) =>
      merged[field] !== null && stays[field] === null && (field !== 'timeZone' || !stays.preferredWindows),
  )
  const own = (['phone', 'email'] as const).flatMap((channel) => {
    const address = merged[channel]
    return address === null || filled.includes(channel) ? [] : [{ channel, address }]
  })
  const contactPoints = [...own, ...merged.otherContactPoints].filter(
    ({ channel, address }) =>
      !(channel === 'phone' && address === stays.phone) &&
      !(channel === 'email' && address.toLowerCase() === stays.email?.toLowerCase()) &&
      !stays.otherContactPoints.some((point) => point.channel === channel && point.address === address),
  )
  // Either of them said so, and they are one.
  const optsOut = merged.outreachOptOut && !stays.outreachOptOut
  return {
    moved: { filled: [...filled, ...(optsOut ? ['outreachOptOut'] : [])], contactPoints },
    changed: {
      ...(optsOut && { outreachOptOut: true }),
      ...Object.fromEntries(filled.map((field) => [field, merged[field]])),
      ...(contactPoints.length > 0 && {
        otherContactPoints: [...stays.otherContactPoints, ...contactPoints],
      }),
    },
  }
}

/**
 * The way back: what the merge filled is emptied where it still says the same, and the points of contact go that came
 * with it. What would leave nothing to recognise the customer by stays.
 */
export function partCustomers(merged: Customer, stayed: Customer, moved: Joined['moved']): Partial<Known> {
  const same = fillable.filter(
    (field) => moved.filled.includes(field) && isDeepStrictEqual(stayed[field], merged[field]),
  )
  const otherContactPoints = stayed.otherContactPoints.filter(
    (point) => !moved.contactPoints.some((went) => isDeepStrictEqual({ ...went }, { ...point })),
  )
  const changed = {
    ...Object.fromEntries(same.map((field) => [field, null])),
    ...(moved.filled.includes('outreachOptOut') && { outreachOptOut: false }),
    ...(otherContactPoints.length < stayed.otherContactPoints.length && { otherContactPoints }),
  }
  return isRecognisable({ ...stayed, ...changed }) ? changed : {}
}
