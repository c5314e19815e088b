import { z } from 'zod'
import { count, isNetwork, isOrigin, list, port } from './config-values.ts'
import type { RateLimits } from './http/limit-rates.ts'
import { isSafeAddress } from './lib/safe-address.ts'
import type { OidcSettings } from './rooms/access/access-tokens.ts'
import { isTokenType } from './rooms/access/token-types.ts'

const roles = ['both', 'api', 'worker'] as const

const Environment = z
  .object({
    ROLE: z.enum(roles).default('both'),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: port.default(8080),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\/./, 'must be a URL such as postgresql://user:password@host:5432/eigenaar')
      .optional(),
    DATABASE_DIRECT_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\/./, 'must be a URL such as postgresql://user:password@host:5432/eigenaar')
      .optional(),
    DATABASE_CONNECTIONS: count(2, 100).default(8),
    DATA_DIR: z.string().min(1).default('data'),
    BOOTSTRAP_API_KEY: z
      .string()
      .regex(/^[\x21-\x7e]{32,200}$/, 'must be 32 to 200 printable characters without spaces')
      .optional(),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, message: 'must be a URL such as https://eigenaar.example.nl' })
      .optional(),
    OIDC_ISSUER: z
      .url({ protocol: /^https?$/, message: 'must be a URL such as https://login.example.nl/realm' })
      .refine(isSafeAddress, {
        error: 'must begin with https: who can change what the issuer says can be anybody',
      })
      .optional(),
    OIDC_AUDIENCE: z.string().min(1).max(500).optional(),
    OIDC_EMPLOYEE_CLAIM: z.string().min(1).max(200).default('sub'),
    OIDC_TOKEN_TYPES: list(isTokenType, 'must be at+jwt, JWT, or both, divided by a comma')
      .transform((given) => given.filter(isTokenType))
      .default(['at+jwt']),
    CORS_ORIGINS: list(
      isOrigin,
      'must be origins such as https://desk.example.nl, divided by commas',
    ).default([]),
    RATE_LIMIT_SYSTEMS: count(1, 10_000_000).default(600_000),
    RATE_LIMIT_EMPLOYEES: count(1, 10_000_000).default(6000),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    TRUST_PROXY: list(
      isNetwork,
      'must be addresses or networks such as 10.0.0.0/8, divided by commas',
    ).default([]),
  })
  .refine((env) => env.OIDC_ISSUER === undefined || env.OIDC_AUDIENCE !== undefined, {
    error: 'is needed beside OIDC_ISSUER: a token for somebody else must not open this door',
    path: ['OIDC_AUDIENCE'],
  })
  .refine((env) => env.ROLE === 'both' || env.DATABASE_URL !== undefined, {
    error: 'needs DATABASE_URL beside it: the embedded PostgreSQL serves one process, which has to be both',
    path: ['ROLE'],
  })

/** What the process is told by its environment; docs/operations.md describes each. */
export interface Config {
  /** What this process does: serves calls (`api`), tells of promises that fall due (`worker`), or both. */
  readonly role: (typeof roles)[number]
  readonly host: string
  readonly port: number
  /** Null: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null
  /** Past a pooler to PostgreSQL itself, for migrations and LISTEN; null: `databaseUrl` leads there. */
  readonly databaseDirectUrl: string | null
  readonly databaseConnections: number
  readonly dataDir: string
  readonly bootstrapApiKey: string | null
  readonly publicUrl: string | null
  readonly logLevel: string
  readonly trustProxy: readonly string[]
  /** Null: employees are known only through systems that act for them. */
  readonly oidc: OidcSettings | null
  /** Whose pages a browser may let call us. */
  readonly corsOrigins: readonly string[]
  readonly rateLimits: RateLimits
}

/** The environment asks for something that cannot be; the message names all of it. */
export class ConfigError extends Error {}

/** Reads the configuration; throws one `ConfigError` for all that is wrong. Empty variables count as left out. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    // The values stay out of the message: one of them may be a password.
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
    throw new ConfigError(`The configuration is wrong:\n${lines.join('\n')}`)
  }
  const env = parsed.data
  return {
    role: env.ROLE,
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseDirectUrl: env.DATABASE_DIRECT_URL ?? null,
    databaseConnections: env.DATABASE_CONNECTIONS,
    dataDir: env.DATA_DIR,
    bootstrapApiKey: env.BOOTSTRAP_API_KEY ?? null,
    publicUrl: env.PUBLIC_URL ?? null,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
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
