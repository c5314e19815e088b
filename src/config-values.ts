import { isIP } from 'node:net'
import { z } from 'zod'

/** A whole number within bounds, in digits. */
export const count = (least: number, most: number) =>
  z
    .string()
    .refine((given) => /^\d{1,9}$/.test(given) && Number(given) >= least && Number(given) <= most, {
      error: `must be a number from ${least} to ${most}`,
    })
    .transform(Number)

/** Words of somebody's own, without blanks around them. */
export const text = (most: number) =>
  z.string().refine((given) => given.trim() === given && given.length <= most, {
    error: `must be 1 to ${most} characters, without blanks around them`,
  })

/** One of a few words, spelled exactly so. */
export const oneOf = <const Word extends string>(words: readonly [Word, ...Word[]]) =>
  z.enum(words, { error: `must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}` })

/** The address of a PostgreSQL. */
export const databaseAddress = z
  .string()
  // A socket's address has no host, which the standard does not know behind a user.
  .refine((given) => /^postgres(ql)?:\/\/./.test(given) && URL.canParse(given.replace('@/', '@socket/')), {
    error: 'must be a URL such as postgresql://user:password@host:5432/eigenaar',
  })

/** A page or a service of the web: others begin with it, so nothing comes behind its path. */
export const webAddress = (example: string) =>
  z
    .string()
    .refine(
      (given) => /^https?:\/\/[^\s/][^?#]*$/.test(given) && URL.canParse(given) && given.trim() === given,
      {
        error: `must be a URL such as ${example}`,
        abort: true,
      },
    )

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

/** What a machine made and nobody guesses. */
export const secret = z
  .string()
  .regex(/^[\x21-\x7e]{32,200}$/, 'must be 32 to 200 printable characters without spaces')
