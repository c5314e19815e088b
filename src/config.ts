import { z } from 'zod'
import { type GivenSettings, missing } from './config-missing.ts'
import { type TracingSettings, tracingOf, tracingVariables } from './config-tracing.ts'
import {
  count,
  databaseAddress,
  isNetwork,
  isOrigin,
  list,
  oneOf,
  secret,
  text,
  webAddress,
} from './config-values.ts'
import type { RateLimits } from './http/limit-rates.ts'
import { CannotStart } from './lib/cannot-start.ts'
import { isSafeAddress } from './lib/safe-address.ts'
import type { OidcSettings } from './rooms/access/access-tokens.ts'
import { isTokenType } from './rooms/access/token-types.ts'

const roles = ['both', 'api', 'worker'] as const

const Environment = z.object({
  ROLE: oneOf(roles).default('both'),
  HOST: text(253).default('127.0.0.1'),
  PORT: count(0, 65_535).default(8080),
  METRICS_PORT: count(0, 65_535).optional(),
  DATABASE_URL: databaseAddress.optional(),
  DATABASE_DIRECT_URL: databaseAddress.optional(),
  DATABASE_REPLICA_URL: databaseAddress.optional(),
  DATABASE_CONNECTIONS: count(2, 100).default(8),
  DATA_DIR: text(4000).default('data'),
  BOOTSTRAP_API_KEY: secret.optional(),
  PUBLIC_URL: webAddress('https://eigenaar.example.nl').optional(),
  OIDC_ISSUER: webAddress('https://login.example.nl/realm')
    .refine(isSafeAddress, {
      error:
        'must begin with https:, since whoever can change the answers of the issuer can sign in as anybody',
    })
    .optional(),
  OIDC_AUDIENCE: text(500).optional(),
  OIDC_EMPLOYEE_CLAIM: text(200).default('sub'),
  OIDC_TOKEN_TYPES: list(isTokenType, 'must be at+jwt, JWT, or both, divided by a comma')
    .transform((given) => given.filter(isTokenType))
    .default(['at+jwt']),
  LINK_SECRET: secret.optional(),
  CORS_ORIGINS: list(isOrigin, 'must be origins such as https://desk.example.nl, divided by commas').default(
    [],
  ),
  RATE_LIMIT_SYSTEMS: count(1, 10_000_000).default(600_000),
  RATE_LIMIT_EMPLOYEES: count(1, 10_000_000).default(6000),
  ...tracingVariables,
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  WEBHOOK_PRIVATE_NETWORKS: list(
    isNetwork,
    'must be addresses or networks such as 10.2.0.0/16, divided by commas',
  ).default([]),
  TRUST_PROXY: list(isNetwork, 'must be addresses or networks such as 10.0.0.0/8, divided by commas').default(
    [],
  ),
})

/** What the process is told by its environment; docs/operations.md describes each. */
export interface Config {
  /** What this process does: serves calls (`api`), tells of promises that fall due (`worker`), or both. */
  readonly role: (typeof roles)[number]
  readonly host: string
  readonly port: number
  /** Where `/metrics` is told without credentials; null: on `port`, to callers who may. */
  readonly metricsPort: number | null
  /** Null: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null
  /** Past a pooler to PostgreSQL itself, for migrations and LISTEN; null: `databaseUrl` leads there. */
  readonly databaseDirectUrl: string | null
  /** Where reports are read; null: where everything is. */
  readonly databaseReplicaUrl: string | null
  readonly databaseConnections: number
  readonly dataDir: string
  readonly bootstrapApiKey: string | null
  readonly publicUrl: string | null
  /** From what the addresses of customers’ pages are derived; null: from keys that are made here. */
  readonly linkSecret: string | null
  readonly logLevel: string
  /** Null: no traces are made. */
  readonly tracing: TracingSettings | null
  readonly trustProxy: readonly string[]
  /** Networks that webhooks may reach besides public ones. */
  readonly webhookPrivateNetworks: readonly string[]
  /** Null: employees are known only through systems that act for them. */
  readonly oidc: OidcSettings | null
  /** Whose pages a browser may let call us. */
  readonly corsOrigins: readonly string[]
  readonly rateLimits: RateLimits
}

/** The environment asks for something that cannot be; the message names all of it. */
export class ConfigError extends CannotStart {}

/** Reads the configuration; throws one `ConfigError` for all that is wrong. Empty variables count as left out. */
export function readConfig(environment: GivenSettings): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  // The values stay out of the message: one of them may be a password.
  const wrong = (parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`)
  const lines = [...wrong, ...missing(given)]
  if (!parsed.success || lines.length > 0)
    throw new ConfigError(`The configuration is wrong:\n${lines.map((line) => `  ${line}`).join('\n')}`)
  const env = parsed.data
  return {
    role: env.ROLE,
    host: env.HOST,
    port: env.PORT,
    metricsPort: env.METRICS_PORT ?? null,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseDirectUrl: env.DATABASE_DIRECT_URL ?? null,
    databaseReplicaUrl: env.DATABASE_REPLICA_URL ?? null,
    databaseConnections: env.DATABASE_CONNECTIONS,
    dataDir: env.DATA_DIR,
    bootstrapApiKey: env.BOOTSTRAP_API_KEY ?? null,
    publicUrl: env.PUBLIC_URL ?? null,
    linkSecret: env.LINK_SECRET ?? null,
    logLevel: env.LOG_LEVEL,
    tracing: tracingOf(env),
    trustProxy: env.TRUST_PROXY,
    webhookPrivateNetworks: env.WEBHOOK_PRIVATE_NETWORKS,
    oidc:
      env.OIDC_ISSUER === undefined || env.OIDC_AUDIENCE === undefined
        ? null
        : {
            issuer: env.OIDC_ISSUER,
            audience: env.OIDC_AUDIENCE,
            employeeClaim: env.OIDC_EMPLOYEE_CLAIM,
            tokenTypes: env.OIDC_TOKEN_TYPES,
          },
    corsOrigins: env.CORS_ORIGINS,
    rateLimits: { systems: env.RATE_LIMIT_SYSTEMS, employees: env.RATE_LIMIT_EMPLOYEES },
  }
}
