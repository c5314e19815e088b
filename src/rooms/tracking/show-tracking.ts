import type { Reader } from '../../db/work.ts'
import type { LinkTokens } from '../../facts/link-tokens.ts'
import type { Tracking } from './contract.ts'
import { freePlaces } from './free-places.ts'
import { findTracked, toTracking } from './queries.ts'

/** The promise of a token, with the places to which it may be moved. Throws `not-found`. */
export async function showTracking(
  { db, actor, now }: Reader,
  links: LinkTokens,
  token: string,
): Promise<Tracking> {
  const tracked = await findTracked(db, links, token, now)
  return toTracking(tracked, await freePlaces(db, tracked, actor, now), now)
}
