import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type Rendered, renderMarkdown } from './render-markdown.ts'

/** A page of the documentation that was written by hand. */
export interface Guide extends Rendered {
  /** Where it is served. */
  readonly path: string
}

const root = new URL('../../', import.meta.url)

/** Where each of our files in Markdown is served, by its path in the project. */
function addresses(base: string): ReadonlyMap<string, string> {
  const names = readdirSync(new URL('docs/', root)).filter((name) => name.endsWith('.md'))
  // What all operations have in common comes before the guides, and what runs the service behind them.
  const rank = (name: string) => (name === 'http.md' ? 0 : name.startsWith('guide-') ? 1 : 2)
  const guides = names.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b))
  const all: readonly (readonly [string, string])[] = [
    ['README.md', `${base}/docs/guides/readme`],
    ...guides.map((name) => [`docs/${name}`, `${base}/docs/guides/${name.slice(0, -3)}`] as const),
    ['CHANGELOG.md', `${base}/docs/changes`],
  ]
  // An image leaves out what the service does not run on; what is not there is not linked to.
  return new Map(all.filter(([file]) => existsSync(new URL(file, root))))
}

/** Reads all guides, the README first and the changes last. */
export function readGuides(base: string): readonly Guide[] {
  const served = addresses(base)
  return [...served].map(([file, path]) => {
    const text = readFileSync(new URL(file, root), 'utf8')
    return { path, ...renderMarkdown(text, (target) => leadTo(target, file, served)) }
  })
}

function leadTo(target: string, from: string, served: ReadonlyMap<string, string>): string | null {
  if (/^(https?:|#)/.test(target)) return target
  const { pathname, hash } = new URL(target, `file:///${from}`)
  const address = served.get(pathname.slice(1))
  return address === undefined ? null : `${address}${hash}`
}
