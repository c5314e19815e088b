import { z } from 'zod'

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .pipe(z.int().max(65_535))

const Environment = z.object({
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
  DATABASE_CONNECTIONS: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a number from 2 to 100')
    .transform(Number)
    .pipe(z.int().min(2).max(100))
    .default(8),
  DATA_DIR: z.string().min(1).default('data'),
  BOOTSTRAP_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{32,200}$/, 'must be 32 to 200 printable characters without spaces')
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, message: 'must be a URL such as https://eigenaar.example.nl' })
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: z.string().min(1).optional(),
})

/** What the process is told by its environment; docs/operations.md describes each. */
export interface Config {
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
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseDirectUrl: env.DATABASE_DIRECT_URL ?? null,
    databaseConnections: env.DATABASE_CONNECTIONS,
    dataDir: env.DATA_DIR,
    bootstrapApiKey: env.BOOTSTRAP_API_KEY ?? null,
    publicUrl: env.PUBLIC_URL ?? null,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY?.split(',').map((address) => address.trim()) ?? [],
  }
}
