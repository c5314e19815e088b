import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

/** Random bytes for some hundreds of ids: to ask the system for those of one takes ten times as long as the id itself. */
const pool = new Uint8Array(4096)
let used = pool.length

function random(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 16
  return pool.subarray(used - 16, used)
}

/** The last id's millisecond, and its number within it. */
let msecs = 0
let seq = 0

/**
 * A new id: UUIDv7 (RFC 9562), so ids sort by the moment at which they were made. Those of one process sort in the order in
 * which they were made, also within a millisecond and where the clock goes back (section 6.2, method 1).
 */
export function newId(): string {
  const bytes = random()
  const now = Date.now()
  if (now > msecs) {
    msecs = now
    // With the highest bit free there is room for all that one millisecond can bring.
    seq = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) >>> 1
  } else seq++
  return v7({ random: bytes, msecs, seq })
}

/** How many were made of moments, from a number that tells nothing. */
let nth = new DataView(random().buffer).getUint32(0) >>> 1

/**
 * A new id (UUIDv7) of something that is dated `moment`, which was taken a little before: who lists by ids lists by that moment.
 * Within one millisecond those of one process sort in the order in which they were made.
 */
export function idOf(moment: Temporal.Instant): string {
  nth = (nth + 1) % 2 ** 32
  return v7({ random: random(), msecs: moment.epochMilliseconds, seq: nth })
}

const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text has the form of an id. */
export const isId = (text: string): boolean => form.test(text)
