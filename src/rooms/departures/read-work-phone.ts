import type { Provisioned } from '../../facts/provisioned.ts'
import { phoneIn } from '../../lib/phone.ts'

/** An employee as an identity provider has brought or changed them. */
export interface Brought extends Provisioned {
  /** The telephone number that came with them is none that can be called, and is not kept. */
  readonly phoneLeftOut: boolean
}

const longest = 40

/**
 * The telephone number that a directory has of somebody, in E.164; undefined where it says nothing. Directories hold
 * what people once typed. A number that nobody can call is no number here, and keeps nobody out.
 */
export function readWorkPhone(
  given: string | null | undefined,
  country: string,
): { readonly phone: string | null | undefined; readonly phoneLeftOut: boolean } {
  if (typeof given !== 'string') return { phone: given, phoneLeftOut: false }
  const phone = given.length <= longest ? phoneIn(given, country) : undefined
  return { phone: phone ?? null, phoneLeftOut: phone === undefined }
}
