import type { Objects } from './objects.ts'

/** Those who ask for what one must be somebody in particular to ask. */
export type Asker = 'owner' | 'colleague' | 'coach'

/** A request that is valid, from whoever may ask it. */
export interface Request {
  /** What stands in the address, by its names in the document. */
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Body | string
  /** An employee who may; left out, a system with the scope `admin` may. */
  readonly by?: Asker
  /** The id by which an answer shows the object that was asked for. */
  readonly shows?: string
}

export type Body = Readonly<Record<string, unknown>>

/**
 * How something is asked for, of these objects. The body is the one that the document shows, with real ids in it and
 * with what may be there only once made anew.
 */
export type Ask = (of: Objects, example: Body) => Request | Promise<Request>

/** All of a list, as far as one page goes. */
export const page = { limit: '200' }
