import { Client } from 'pg'
import { CannotStart } from '../lib/cannot-start.ts'

/** Which database a setting names, as far as it is fit to be shown: never its password. */
interface Target {
  readonly setting: string
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
}

/**
 * Why the database that `setting` names is of no use at the start, as a `CannotStart` in a sentence; an error that says
 * nothing about the database stays what it is.
 */
export function databaseFailure(error: unknown, setting: string, url: string): unknown {
  if (error instanceof CannotStart) return error
  const target = targetOf(setting, url)
  const reason = reasonOf(error, target)
  return reason === undefined ? error : new CannotStart(`${setting}: ${reason}`, { cause: error })
}

function targetOf(setting: string, url: string): Target {
  try {
    const { host, port, database = '', user = '' } = new Client({ connectionString: url })
    return { setting, host, port, database, user }
  } catch {
    // The URL names a file of a certificate that is not there; its error says which.
    return { setting, host: '', port: 0, database: '', user: '' }
  }
}

function reasonOf(error: unknown, target: Target): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') {
    const reason = byCode[error.code]?.(target, error)
    if (reason !== undefined) return reason
  }
  for (const [pattern, reason] of byMessage) if (pattern.test(error.message)) return reason(target, error)
  return error.cause === undefined ? undefined : reasonOf(error.cause, target)
}

type Reason = (target: Target, error: Error) => string

const silent: Reason = ({ host, port }) =>
  `no PostgreSQL answers at ${host.startsWith('/') ? `the socket in ${host}` : `${host}:${port}`}. Start it, or correct the address.`
const unknownHost: Reason = ({ host }) => `no machine is known by the name ${host}. Correct the address.`
const refused: Reason = ({ user }) =>
  `PostgreSQL does not let in the user ${user} with this password. Correct the name or the password.`
const noRights: Reason = ({ user, database }) =>
  `the user ${user} may not make tables in the database ${database}. Make that user its owner: ALTER DATABASE … OWNER TO …`
const noTls: Reason = (_, { message }) => `the connection could not be made safe with TLS: ${message}.`

const byCode: Readonly<Record<string, Reason>> = {
  ECONNREFUSED: silent,
  ECONNRESET: silent,
  ETIMEDOUT: silent,
  EHOSTUNREACH: silent,
  ENETUNREACH: silent,
  EHOSTDOWN: silent,
  EACCES: ({ host }) => `this user may not open the socket in ${host}.`,
  ENOENT: (target, error) =>
    'syscall' in error && error.syscall === 'open'
      ? `a file is not there: ${error.message}.`
      : silent(target, error),
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  '3D000': ({ database }) =>
    `there is no database ${database}. Make it first: CREATE DATABASE …, owned by the user of the service.`,
  '28P01': refused,
  '28000': (target, { message }) =>
    /pg_hba|encryption/.test(message)
      ? `PostgreSQL lets nobody in like this: ${message}.`
      : refused(target, new Error()),
  '42501': noRights,
  '53300': () => 'PostgreSQL has no connection left. Raise its max_connections, or close others.',
  '57P03': () => 'PostgreSQL was still starting after half a minute. Look into its own log.',
  DEPTH_ZERO_SELF_SIGNED_CERT: noTls,
  SELF_SIGNED_CERT_IN_CHAIN: noTls,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: noTls,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: noTls,
  CERT_HAS_EXPIRED: noTls,
  ERR_TLS_CERT_ALTNAME_INVALID: noTls,
  ERR_INVALID_URL: () => 'it is no URL such as postgresql://user:password@host:5432/eigenaar.',
}

/** What the client of PostgreSQL says without a code. */
const byMessage: readonly (readonly [RegExp, Reason])[] = [
  [/^SASL|password must be a string/, refused],
  [/does not support SSL/, noTls],
  [
    /unsupported startup parameter/,
    (_, { message }) =>
      `the pool does not let a start-up parameter pass (${message}): set ignore_startup_parameters = options in PgBouncer.`,
  ],
  [/timeout|terminated|Connection ended|Client was closed/i, silent],
]
