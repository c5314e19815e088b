import type { Case } from '../rooms/cases/contract.ts'
import { Unexpected } from './caller.ts'
import { promiseInWords } from './story.ts'

/** The open promise of a case; there is one as long as it is open. */
export function callbackOf({ reference, callback }: Case): NonNullable<Case['callback']> {
  if (callback) return callback
  throw new Unexpected(`case ${reference} is open without a promise`)
}

/** The case and its promise in words. */
export function promised({ reference, callback }: Case): string {
  if (!callback) return `case ${reference} has no promise.`
  return `case ${reference}, promised ${promiseInWords(callback)}.`
}
