/**
 * What every answer tells browsers, also one that is written to a bare socket: it is data and never a page, nobody may
 * frame it, guess its type or keep it, and the next call comes over TLS (RFC 6797; without TLS they ignore that line).
 * `shared`: pages of other origins may call us, so they may be given what they asked for.
 */
export const securityHeaders = (shared: boolean): Readonly<Record<string, string>> => ({
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': shared ? 'cross-origin' : 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
})
