import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

function refusalOf(environment: Record<string, string>): string {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return 'accepted'
}

test('an empty environment is enough, and an empty variable counts as left out', () => {
  const left = readConfig({})
  expect(left).toMatchObject({
    role: 'both',
    host: '127.0.0.1',
    port: 8080,
    metricsPort: null,
    databaseUrl: null,
    trustProxy: [],
    corsOrigins: [],
    oidc: null,
    rateLimits: { systems: 600_000, employees: 6000 },
  })
  const empty = Object.fromEntries(
    ['PORT', 'TRUST_PROXY', 'CORS_ORIGINS', 'OIDC_ISSUER'].map((name) => [name, '']),
  )
  expect(readConfig(empty)).toEqual(left)
})

test('what is given is taken, with blanks around the commas', () => {
  expect(
    readConfig({
      TRUST_PROXY: '10.0.0.0/8, 192.168.1.4,2001:db8::/32 ,::1',
      CORS_ORIGINS: 'https://desk.example.nl , http://localhost:5173',
      RATE_LIMIT_SYSTEMS: '1',
      RATE_LIMIT_EMPLOYEES: '10000000',
    }),
  ).toMatchObject({
    trustProxy: ['10.0.0.0/8', '192.168.1.4', '2001:db8::/32', '::1'],
    corsOrigins: ['https://desk.example.nl', 'http://localhost:5173'],
    rateLimits: { systems: 1, employees: 10_000_000 },
  })
})

test('access tokens are those of RFC 9068, unless others are named', () => {
  const provider = { OIDC_ISSUER: 'https://login.example.nl', OIDC_AUDIENCE: 'eigenaar' }
  const oidc = { issuer: 'https://login.example.nl', audience: 'eigenaar', employeeClaim: 'sub' }
  expect(readConfig(provider).oidc).toEqual({ ...oidc, tokenTypes: ['at+jwt'] })
  expect(readConfig({ ...provider, OIDC_TOKEN_TYPES: 'at+jwt, JWT' }).oidc).toEqual({
    ...oidc,
    tokenTypes: ['at+jwt', 'JWT'],
  })
})

test('traces are made where somebody collects them, as OpenTelemetry’s variables say', () => {
  expect(readConfig({}).tracing).toBeNull()
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:4318'
  expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT }).tracing).toEqual({
    sampler: { name: 'parentbased_always_on', share: 1 },
    batches: {},
  })
  expect(
    readConfig({
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://collector.example.nl/v1/traces',
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.25',
      OTEL_BSP_SCHEDULE_DELAY: '200',
    }).tracing,
  ).toEqual({
    sampler: { name: 'parentbased_traceidratio', share: 0.25 },
    batches: { scheduledDelayMillis: 200 },
  })
  for (const off of [{ OTEL_SDK_DISABLED: 'TRUE' }, { OTEL_TRACES_EXPORTER: 'none' }])
    expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT, ...off }).tracing).toBeNull()
})

test('a process that only serves or only works shares a database that was given', () => {
  const DATABASE_URL = 'postgresql://eigenaar@localhost/eigenaar'
  for (const role of ['api', 'worker'])
    expect(readConfig({ ROLE: role, DATABASE_URL })).toMatchObject({ role })
})

describe('a setting that cannot be is refused by its name', () => {
  test.each([
    ['ROLE', ['leader', 'WORKER', 'api,worker', 'api', 'worker']],
    ['HOST', [' ', ' 127.0.0.1']],
    ['DATA_DIR', ['  ', 'data ']],
    ['OIDC_AUDIENCE', ['eigenaar', ' ']],
    ['OIDC_EMPLOYEE_CLAIM', ['oid', ' ']],
    ['DATABASE_DIRECT_URL', ['postgresql://x@localhost/y', 'mysql://x/y']],
    ['DATABASE_REPLICA_URL', ['replica']],
    ['PORT', ['eight', '65536', '-1', '80.5', '8080 ']],
    ['METRICS_PORT', ['nine', '65536', '-1', '8080']],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', ['collector', 'collector:4318']],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', ['grpc', 'http/json']],
    ['OTEL_TRACES_EXPORTER', ['console', 'zipkin']],
    ['OTEL_TRACES_SAMPLER', ['always', 'xray']],
    ['OTEL_TRACES_SAMPLER_ARG', ['half', '1.5', '-0.1']],
    ['DATABASE_URL', ['mysql://x/y', 'postgres:', 'localhost:5432', 'postgresql://x@y:99999/z']],
    ['DATABASE_CONNECTIONS', ['1', '101', 'many']],
    ['BOOTSTRAP_API_KEY', ['short', 'a'.repeat(201), `${'a'.repeat(32)} b`]],
    ['OIDC_TOKEN_TYPES', ['jwt', 'at+jwt,', 'at+jwt JWT', 'any', 'JWT,logout+jwt']],
    [
      'PUBLIC_URL',
      [
        'https://',
        'https:// x',
        'https://x.example ',
        'eigenaar.example.nl',
        'ftp://eigenaar.example.nl',
        'https://x.example/?a=b',
        'https://x.example/#a',
      ],
    ],
    ['LOG_LEVEL', ['loud', 'INFO']],
    [
      'TRUST_PROXY',
      ['everybody', 'true', '*', '10.0.0.0/33', '10.0.0', '10.0.0.0/', '::/129', '10.0.0.1,', 'a,b'],
    ],
    [
      'CORS_ORIGINS',
      [
        '*',
        'null',
        'desk.example.nl',
        'https://desk.example.nl/',
        'https://*.example.nl',
        'ftp://x.example',
        ',',
      ],
    ],
    ['RATE_LIMIT_SYSTEMS', ['0', '-1', '10000001', '6e5', '1.5', 'none']],
    ['RATE_LIMIT_EMPLOYEES', ['0', '-1', '10000001', 'unlimited']],
  ])('%s', (name, values) => {
    for (const value of values) {
      const refusal = refusalOf({ [name]: value })
      expect([value, refusal]).toEqual([value, expect.stringContaining(`\n  ${name} `)])
    }
  })
})

test('one message names all that is wrong, one line each, and shows no value', () => {
  const refusal = refusalOf({
    PORT: 'secret-a',
    DATABASE_URL: 'secret-b',
    BOOTSTRAP_API_KEY: 'secret-c',
    TRUST_PROXY: 'secret-d',
    CORS_ORIGINS: 'secret-e',
    RATE_LIMIT_SYSTEMS: 'secret-f',
    OIDC_ISSUER: 'http://secret-g.example',
  })
  expect(refusal.split('\n')[0]).toBe('The configuration is wrong:')
  for (const name of [
    'PORT',
    'DATABASE_URL',
    'BOOTSTRAP_API_KEY',
    'TRUST_PROXY',
    'CORS_ORIGINS',
    'RATE_LIMIT_SYSTEMS',
  ])
    expect(refusal.split('\n').filter((line) => line.startsWith(`  ${name} `))).toHaveLength(1)
  expect(refusal).toContain('OIDC_ISSUER')
  expect(refusal).not.toContain('secret')
})

test('every setting that is wrong is in the one message, also those that need another, and all in one voice', () => {
  const refusal = refusalOf({
    ROLE: 'worker',
    PORT: '99999',
    DATABASE_CONNECTIONS: '1000',
    RATE_LIMIT_SYSTEMS: '0',
    LOG_LEVEL: 'loud',
    OIDC_ISSUER: 'https://login.example.nl',
    DATABASE_DIRECT_URL: 'postgresql://x@localhost/y',
    HOST: ' ',
  })
  const [, ...lines] = refusal.split('\n')
  expect(lines.map((line) => line.trim().split(' ')[0]).sort()).toEqual([
    'DATABASE_CONNECTIONS',
    'DATABASE_DIRECT_URL',
    'HOST',
    'LOG_LEVEL',
    'OIDC_AUDIENCE',
    'PORT',
    'RATE_LIMIT_SYSTEMS',
    'ROLE',
  ])
  for (const line of lines) expect(line).toMatch(/^ {2}[A-Z_]+ must /)
})

test('a replica is read where one is named', () => {
  const url = 'postgresql://x@replica.example/y'
  expect(readConfig({ DATABASE_REPLICA_URL: url }).databaseReplicaUrl).toBe(url)
  expect(readConfig({}).databaseReplicaUrl).toBeNull()
})
