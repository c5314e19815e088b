import type { NewCallEvent } from './call-contract.ts'
import type { Speaker } from './find-speaker.ts'

/** An event of a call; who of ours speaks in it, by whatever the telephone system knows. */
export type CallEvent = Omit<NewCallEvent, 'employeeExtension' | 'at'> & {
  readonly at?: string | undefined
  readonly speaker: Speaker
  /** The number that was called was busy. */
  readonly busy?: boolean
  /** Its numbers begin with their country, without a plus that would say so. */
  readonly abroadFirst?: boolean
}
