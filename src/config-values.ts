import { isIP } from 'node:net'
import { z } from 'zod'

/** A port of this machine; 0 takes a free one. */
export const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .pipe(z.int().max(65_535))

/** A whole number within bounds, in digits. */
export const count = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a number from ${least} to ${most}`)
    .transform(Number)
    .pipe(z.int().min(least).max(most))

/** Several values of a setting, divided by commas. */
export function list(fits: (item: string) => boolean, error: string) {
  return z
    .string()
    .transform((given) => given.split(',').map((item) => item.trim()))
    .refine((items) => items.every(fits), { error })
}

/** Whether it is an origin (RFC 6454), and nothing more than that. */
export function isOrigin(given: string): boolean {
  return /^https?:[^*]+$/.test(given) && URL.canParse(given) && new URL(given).origin === given
}

/** Whether it is an address, or a network in the notation of RFC 4632. */
export function isNetwork(given: string): boolean {
  const [address = '', bits, ...rest] = given.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return (
    rest.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  )
}
