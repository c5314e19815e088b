import type { Page } from '../lib/page.ts'

/** The header by which clients that don't read the body find the next page (RFC 8288). */
export const nextLink =
  (url: string) =>
  ({ nextCursor }: Page<unknown>): Readonly<Record<string, string>> => {
    if (nextCursor === null) return {}
    const [path, query] = url.split('?', 2)
    const parameters = new URLSearchParams(query)
    parameters.set('cursor', nextCursor)
    return { link: `<${path}?${parameters}>; rel="next"` }
  }
