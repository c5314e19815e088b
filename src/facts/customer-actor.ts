import { type Actor, readsNothing } from '../db/work.ts'

/** A customer on a page of theirs: a system to the history, and nobody in particular. */
export const customerActor: Actor = {
  kind: 'system',
  id: '00000000-0000-0000-0000-000000000000',
  onBehalfOf: null,
  employee: null,
  reads: readsNothing,
}
