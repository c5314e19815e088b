import type { JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { isSafeAddress } from '../../lib/safe-address.ts'

const patience = 3000
const mostBytes = 256 * 1024

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.string().refine(isSafeAddress) })
const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) })

/**
 * The keys with which the identity provider signs, from where its own description says (OpenID Connect Discovery 1.0).
 * Throws an error whose message is for the log: it may be away, or be another than the one that was asked for.
 */
export async function fetchIssuerKeys(issuer: string): Promise<JSONWebKeySet> {
  const described = await fetchDocument(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  const metadata = Metadata.safeParse(described)
  if (!metadata.success) throw new Error('its description names no issuer, or no keys at a safe address')
  if (metadata.data.issuer !== issuer) throw new Error('it describes another issuer than OIDC_ISSUER')
  const keys = KeySet.safeParse(await fetchDocument(metadata.data.jwks_uri))
  if (!keys.success) throw new Error('its keys are no JSON Web Key Set')
  return keys.data
}

/** A small JSON document. Redirects are not followed: they could lead where nobody configured anything. */
async function fetchDocument(url: string): Promise<unknown> {
  const answer = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  })
  if (answer.status !== 200 || !answer.body) {
    await answer.body?.cancel()
    throw new Error(`it answered ${answer.status}`)
  }
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body) {
    size += part.length
    if (size > mostBytes) throw new Error('it answered too much')
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    throw new Error('it answered no JSON')
  }
}
