import { randomUUID } from 'node:crypto'
import { referenceOf } from '../../src/case-file/reference.ts'
import type { Objects } from './objects.ts'

/** The same objects for all requests: each is made once, when it is first asked for. */
export const standingObjects = (objects: Objects): Objects =>
  each(objects, (make) => {
    let made: ReturnType<typeof make> | undefined
    return () => {
      made ??= make()
      return made
    }
  })

/** Objects like these, under ids that nobody has. */
export const missingObjects = (objects: Objects): Objects =>
  each(objects, (make) => async () => {
    const names = Object.entries(await make()).map(([name, id]) => [name, likeButNobodys(id)])
    return Object.fromEntries(names)
  })

type Make = () => Promise<Readonly<Record<string, string>>>

/** Objects that are made in another way. */
function each(objects: Objects, change: (make: Make) => Make): Objects {
  const makers = Object.entries(objects).map(([name, make]) => [name, change(make)])
  return Object.fromEntries(makers)
}

function likeButNobodys(id: string): string {
  if (/^[0-9a-f]{8}-/.test(id)) return randomUUID()
  if (/^\+\d+$/.test(id)) return '+31699999999'
  return /^\d+$/.test(id) ? referenceOf(98_765_432) : 'none'
}
