import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { SecretShownOnce } from './problems.ts'

const mark = 'sealed:'
const saltLength = 16
const nonceLength = 12
const tagLength = 16

/**
 * Seals an answer that shows a secret, for the time in which it may be replayed. It opens only with the caller's own
 * credentials, of which the database holds a digest at most: who reads the database learns nothing.
 * AES-256-GCM (NIST SP 800-38D), the key by HKDF (RFC 5869); the credentials are random enough for that.
 */
export function seal(answer: string, credentials: string): string {
  const salt = randomBytes(saltLength)
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(credentials, salt), nonce)
  const text = Buffer.concat([cipher.update(answer, 'utf8'), cipher.final()])
  return mark + Buffer.concat([salt, nonce, cipher.getAuthTag(), text]).toString('base64url')
}

/** What was sealed; an answer that was not sealed is itself. Throws `secret-shown-once` for other credentials. */
export function unseal(kept: string, credentials: string): string {
  if (!kept.startsWith(mark)) return kept
  const bytes = Buffer.from(kept.slice(mark.length), 'base64url')
  const salt = bytes.subarray(0, saltLength)
  const nonce = bytes.subarray(saltLength, saltLength + nonceLength)
  const tag = bytes.subarray(saltLength + nonceLength, saltLength + nonceLength + tagLength)
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(credentials, salt), nonce, {
    authTagLength: tagLength,
  })
  decipher.setAuthTag(tag)
  try {
    const text = decipher.update(bytes.subarray(saltLength + nonceLength + tagLength))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    throw SecretShownOnce.because(
      'The secret was shown in the first answer, to other credentials than these.',
    )
  }
}

const keyFrom = (credentials: string, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', credentials, salt, 'an answer kept for replay', 32))
