import type { Rank } from './waiting-line.ts'

/** Operations of a telephone that rings, and of the person who takes it. */
const ringing = /^\/v1\/(callers|calls)(\/|$)/
const bulk = /^\/v1\/(exports|reports|imports)(\/|$)/
const list = /^\/v1\/(?!me$|organisation$)[a-z-]+$/
/** Customers’ pages as well: they ask the database. */
const ours = /^\/(v1|scim|s|t)\//

/** What a request is for, by its method and address. Undefined for what is asked when all else fails: health, pages. */
export function rankOf(method = 'GET', url = '/'): Rank | undefined {
  const path = url.split('?', 1)[0] ?? url
  if (!ours.test(path)) return undefined
  if (ringing.test(path)) return 'ringing'
  if (bulk.test(path)) return 'bulk'
  return (method === 'GET' || method === 'HEAD') && list.test(path) ? 'list' : 'work'
}
