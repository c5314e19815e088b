import { mustBeEmail } from './meanings.ts'
import { readPhone } from './phone.ts'
import { ValidationFailed } from './problems.ts'
import { email } from './wire.ts'

/**
 * The number or address by which somebody is reached on a channel, as it is kept: a number in E.164, mail as an address.
 * Throws `validation-failed`, naming the field, for what is neither.
 */
export function readAddress(channel: string, given: string, country: string, pointer: string): string {
  if (channel === 'phone') return readPhone(given, country, pointer)
  if (channel !== 'email') return given
  const read = email.safeParse(given)
  if (!read.success) throw ValidationFailed.at(pointer, mustBeEmail)
  return read.data
}
