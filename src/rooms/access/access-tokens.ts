import { errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose'
import type { Clock } from '../../lib/instant.ts'
import { Problem } from '../../lib/problem.ts'
import { Unauthenticated } from '../../lib/problems.ts'
import { IssuerKeys } from './issuer-keys.ts'
import { type TokenType, whyNoAccessToken } from './token-types.ts'

/** Which tokens are accepted, and whom they name. */
export interface OidcSettings {
  /** The identity provider, as its tokens and its own description spell it. */
  readonly issuer: string
  /** What its tokens for us say in `aud`. */
  readonly audience: string
  /** The claim that holds an employee’s `subject`. */
  readonly employeeClaim: string
  /** What its access tokens may say in `typ`. */
  readonly tokenTypes: readonly TokenType[]
}

/** Reads access tokens of the identity provider. */
export interface AccessTokens {
  /**
   * Whom a token names, after all of it was checked. Throws `unauthenticated` with the reason for the log alone, and
   * `overloaded` while the provider's keys cannot be had.
   */
  subjectOf(token: string): Promise<string>
}

export interface AccessTokensParts {
  readonly clock: Clock
  /** Hears why the provider's keys could not be had. */
  readonly onTrouble: (reason: string) => void
}

/** Whether it has the form of a token (JWS, RFC 7515), and so is no API key. */
export const mayBeToken = (bearer: string): boolean => /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/.test(bearer)

/** Only signatures that nobody but the provider can make: with HMAC, who may check one could make one. */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
]

/** Seconds. */
const day = 24 * 60 * 60
/** Seconds that the clocks of the provider and ours may differ, for `exp`, `nbf` and `iat`. */
const clockTolerance = 30

/** Accepts JWT access tokens of one provider for one audience. The provider is asked when the first one comes. */
export function openAccessTokens(
  { issuer, audience, employeeClaim, tokenTypes }: OidcSettings,
  { clock, onTrouble }: AccessTokensParts,
): AccessTokens {
  const keys = new IssuerKeys(issuer, { clock, onTrouble })
  const demands = (): JWTVerifyOptions => ({
    algorithms,
    issuer,
    audience,
    requiredClaims: ['exp', 'iat', 'sub'],
    maxTokenAge: day,
    clockTolerance,
    currentDate: new Date(clock().epochMilliseconds),
  })
  return {
    subjectOf: async (token) => {
      const { payload, protectedHeader } = await jwtVerify(token, keys.find, demands()).catch((error) => {
        throw error instanceof Problem ? error : refused(reasonOf(error))
      })
      const reason = whyNoAccessToken(protectedHeader, payload, tokenTypes)
      if (reason !== undefined) throw refused(reason)
      // Whatever an extension asks for, we would not do it (RFC 7515, 4.1.11).
      if (protectedHeader.crit !== undefined) throw refused('a token with critical extensions')
      return subjectIn(payload, employeeClaim)
    },
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the database keeps no NUL, and no name holds the others
const control = /[\u0000-\u001f\u007f]/

function subjectIn(payload: JWTPayload, claim: string): string {
  const subject = Object.hasOwn(payload, claim) ? payload[claim] : undefined
  const fits = typeof subject === 'string' && subject.length > 0 && subject.length <= 255
  if (!fits || control.test(subject) || !subject.isWellFormed())
    throw refused('a token whose claim for the employee is missing or no short text')
  return subject
}

const readings: Readonly<Record<string, string>> = {
  ERR_JOSE_ALG_NOT_ALLOWED: 'a token signed with an algorithm that is not accepted',
  ERR_JWKS_NO_MATCHING_KEY: 'a token signed with a key that the provider does not have',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'a token that does not say which key signed it',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'a token with a wrong signature',
}

/** Why, in words of our own: what the token says itself could be anything. */
function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired)
    return error.claim === 'iat' ? 'a token too old' : 'an expired token'
  if (error instanceof errors.JWTClaimValidationFailed)
    return error.reason === 'missing'
      ? `a token without ${error.claim}`
      : `a token with a wrong ${error.claim}`
  const code = error instanceof errors.JOSEError ? error.code : undefined
  return (code && readings[code]) ?? 'a token that cannot be read'
}

/** The same words for whatever is wrong: who guesses learns nothing. */
const refused = (reason: string) =>
  Unauthenticated.because('The access token is not accepted.').noting(reason)
