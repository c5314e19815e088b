import type { JWTHeaderParameters, JWTPayload } from 'jose'

/** The kinds of access tokens that may be taken, as `typ` in their header names them. */
const tokenTypes = ['at+jwt', 'JWT'] as const
export type TokenType = (typeof tokenTypes)[number]

export const isTokenType = (name: string): name is TokenType => tokenTypes.some((each) => each === name)

/** Claims that say what a token is for, which is not to call us: an ID token, or word of a sign-out (OpenID Connect). */
const claimsOfOthers = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events'] as const

/**
 * Why a token is no access token of an accepted kind, for the log; undefined where it is one. `at+jwt` is said by access
 * tokens alone (RFC 9068). `JWT` could be anything that the provider signs, and a token without `typ` is a JWT as well
 * (RFC 7519, section 5.1): there an ID token is known by its claims, and by the claim `typ` where Keycloak writes it.
 */
export function whyNoAccessToken(
  { typ }: JWTHeaderParameters,
  payload: JWTPayload,
  accepted: readonly TokenType[],
): string | undefined {
  const type = (typ ?? 'JWT').toLowerCase().replace(/^application\//, '')
  if (!accepted.some((each) => each.toLowerCase() === type)) return 'a token with a wrong typ'
  if (type !== 'jwt') return undefined
  const telling = claimsOfOthers.find((claim) => Object.hasOwn(payload, claim))
  if (telling !== undefined) return `a token with ${telling}, as ID tokens have it`
  return Object.hasOwn(payload, 'typ') && payload.typ !== 'Bearer'
    ? 'a token whose claim typ is not Bearer'
    : undefined
}
