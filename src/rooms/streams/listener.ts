import { Readable } from 'node:stream'
import type { Actor } from '../../db/work.ts'
import { mayKnowOf } from '../../facts/visibility.ts'

/** What a listener wants to hear of; left out: everything. */
export interface Wanted {
  readonly type?: string[] | undefined
  readonly caseId?: string[] | undefined
  readonly customerId?: string[] | undefined
}

/** An event on its way to listeners, written once for all of them. */
export interface Told {
  readonly position: number
  readonly type: string
  readonly caseId: string | null
  readonly customerId: string | null
  readonly aboutEmployeeId: string | null
  readonly ownerId: string | null
  readonly frame: string
}

/** Bytes that may wait for a listener who reads slowly; with more, they are dropped and come back where they were. */
const mostWaiting = 256 * 1024

/** One stream to one caller. */
export class Listener {
  readonly stream: Readable
  readonly wanted: Wanted
  /** Who listens, as they are now. */
  actor: Actor
  /** The place of the last event that it was told of, or that was not for it. */
  position: number

  constructor(actor: Actor, wanted: Wanted, position: number) {
    this.actor = actor
    this.wanted = wanted
    this.position = position
    this.stream = new Readable({ read: () => undefined, highWaterMark: 16 * 1024 })
    // How often to come back after a break, in milliseconds; it is also what lets the answer begin.
    this.stream.push('retry: 3000\n\n')
  }

  get isOpen(): boolean {
    return !this.stream.destroyed && !this.stream.readableEnded
  }

  /** Whether there is room for more, without letting it wait. */
  get isRead(): boolean {
    return this.stream.readableLength < mostWaiting / 2
  }

  /** Tells of an event that is for this listener. */
  tell(event: Told): void {
    if (event.position <= this.position) return
    this.position = event.position
    if (this.#hears(event)) this.write(event.frame)
  }

  /** Writes, or drops whoever does not read. */
  write(text: string): void {
    if (!this.isOpen) return
    if (this.stream.readableLength + text.length > mostWaiting) this.stream.destroy()
    else this.stream.push(text)
  }

  /** Ends the stream; the client comes back after `retry` milliseconds. */
  end(retry = 3000): void {
    if (!this.isOpen) return
    this.stream.push(`retry: ${retry}\n\n`)
    this.stream.push(null)
  }

  #hears({ type, caseId, customerId, aboutEmployeeId, ownerId }: Told): boolean {
    const { wanted, actor } = this
    if (wanted.type && !wanted.type.some((each) => isOf(type, each))) return false
    if (wanted.caseId && !wanted.caseId.includes(caseId ?? '')) return false
    if (wanted.customerId && !wanted.customerId.includes(customerId ?? '')) return false
    return ownerId === null || mayKnowOf(actor, { aboutEmployeeId, ownerId })
  }
}

/** Whether a type is the one that is asked for or, as the feed has it, begins like `case.*`; `*` is all. */
const isOf = (type: string, asked: string): boolean =>
  type === asked || asked === '*' || (asked.endsWith('.*') && type.startsWith(asked.slice(0, -1)))
