import { hash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * A new API key, `eig_` + 30 random characters (178 bits) + a checksum of 6, by which scanners for leaked secrets
 * and people who copy it can tell a whole key from a cut one.
 */
export function newSecret(): string {
  const random = Array.from({ length: 30 }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
  return `eig_${random}${checksumOf(random)}`
}

/** What is stored of a key. It is random enough to need no slow hash. */
export const digestOf = (secret: string): Buffer => hash('sha256', secret, 'buffer')

/** Whether it can be a key at all: one of ours, or a bootstrap key of somebody's own making. */
export const mayBeSecret = (secret: string): boolean => /^[\x21-\x7e]{32,200}$/.test(secret)

/** Whether the checksum fits. One that is not of our making has none, and counts as whole. */
export function isWhole(secret: string): boolean {
  const [, random, checksum] = /^eig_(\w{30})(\w{6})$/.exec(secret) ?? []
  return random === undefined || checksumOf(random) === checksum
}

function checksumOf(text: string): string {
  let rest = crc32(text)
  let digits = ''
  for (let place = 0; place < 6; place++) {
    digits = alphabet.charAt(rest % 62) + digits
    rest = Math.floor(rest / 62)
  }
  return digits
}
