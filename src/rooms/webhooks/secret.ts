import { createHmac, randomBytes } from 'node:crypto'

const mark = 'whsec_'

/** A new secret in the form of Standard Webhooks: 32 random bytes in base64 behind `whsec_`. */
export const newSecret = (): string => mark + randomBytes(32).toString('base64')

/** The value of `webhook-signature`: one signature for each secret, as long as both count. */
export const signatures = (
  secrets: readonly string[],
  { id, timestamp, body }: { readonly id: string; readonly timestamp: number; readonly body: string },
): string => secrets.map((secret) => `v1,${signature(secret, `${id}.${timestamp}.${body}`)}`).join(' ')

const signature = (secret: string, content: string): string =>
  createHmac('sha256', Buffer.from(secret.slice(mark.length), 'base64'))
    .update(content)
    .digest('base64')
