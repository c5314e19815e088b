/** The environment, without what is empty in it. */
export type GivenSettings = Readonly<Record<string, string | undefined>>

/** Settings that need another one beside them, as lines of the message. */
export function missing(given: GivenSettings): string[] {
  const lines: string[] = []
  if (given.OIDC_ISSUER !== undefined && given.OIDC_AUDIENCE === undefined)
    lines.push(
      'OIDC_AUDIENCE must be set beside OIDC_ISSUER: a token for another service must not open this one',
    )
  for (const name of ['OIDC_AUDIENCE', 'OIDC_EMPLOYEE_CLAIM', 'OIDC_TOKEN_TYPES'])
    if (given[name] !== undefined && given.OIDC_ISSUER === undefined)
      lines.push(`${name} must have OIDC_ISSUER beside it: without an issuer no token is accepted`)
  if ((given.ROLE === 'api' || given.ROLE === 'worker') && given.DATABASE_URL === undefined)
    lines.push(
      'ROLE must have DATABASE_URL beside it: the embedded PostgreSQL serves one process, which has to be both',
    )
  if (
    given.METRICS_PORT !== undefined &&
    given.METRICS_PORT === (given.PORT ?? '8080') &&
    given.METRICS_PORT !== '0'
  )
    lines.push('METRICS_PORT must be another port than PORT')
  if (given.DATABASE_DIRECT_URL !== undefined && given.DATABASE_URL === undefined)
    lines.push('DATABASE_DIRECT_URL must have DATABASE_URL beside it, which leads through the pooler')
  return lines
}
