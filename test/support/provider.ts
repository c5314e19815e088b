import type { RequestListener } from 'node:http'
import type { JWK } from 'jose'
import { Provider } from 'oidc-provider'

/** What every client of this provider has as its secret: it keeps nobody out. */
export const providerSecret = 'not-a-secret'

export interface ProviderOptions {
  readonly issuer: string
  readonly audience: string
  /** Private keys; the first one that can sign `alg` signs. */
  readonly keys: readonly JWK[]
  /** How tokens are signed; left out, RS256. */
  readonly alg?: string
}

/**
 * A real OpenID provider that takes everybody for whom they say they are. Each client is a person: it asks for a token
 * with its own credentials, and the token's `sub` is its client id. Never more than a stand-in for a provider.
 */
export function openProvider({ issuer, audience, keys, alg = 'RS256' }: ProviderOptions): RequestListener {
  const provider = new Provider(issuer, {
    adapter: peopleAsClients,
    jwks: { keys },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    clientDefaults: { id_token_signed_response_alg: alg },
    scopes: ['openid'],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:eigenaar',
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 60 * 60,
          jwt: { sign: { alg } },
        }),
      },
    },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
    ttl: { ClientCredentials: 60 * 60 },
  })
  return provider.callback()
}

/** Keeps nothing, since JWT access tokens need no keeping, and finds a client under every id. */
const peopleAsClients = (model: string) => ({
  find: async (id: string) =>
    model === 'Client'
      ? {
          client_id: id,
          client_secret: providerSecret,
          grant_types: ['client_credentials'],
          redirect_uris: [],
          response_types: [],
        }
      : undefined,
  upsert: async () => undefined,
  destroy: async () => undefined,
  consume: async () => undefined,
  revokeByGrantId: async () => undefined,
})
