import { allProblems } from '../lib/problem.ts'
import type { OpenApiDocument } from '../openapi/document.ts'
import type { Guide } from './guides.ts'

/** Something that can be found: a section of a guide, an operation, a problem. */
export interface Entry {
  readonly title: string
  /** What kind of thing it is, or on which page it stands. */
  readonly where: string
  readonly address: string
  readonly words: string
}

/** Everything in the documentation that can be found. */
export function entriesOf(guides: readonly Guide[], document: OpenApiDocument, base: string): Entry[] {
  return [...sectionsOf(guides), ...operationsOf(document, base), ...problemsAt(base)]
}

const sectionsOf = (guides: readonly Guide[]): Entry[] =>
  guides.flatMap(({ title, path, sections }) =>
    sections.map(({ heading, anchor, words }) => ({
      title: heading,
      where: title,
      address: `${path}#${anchor}`,
      words,
    })),
  )

const operationsOf = ({ paths }: OpenApiDocument, base: string): Entry[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary, description, operationId, tags }]) => ({
      title: summary,
      where: `${method.toUpperCase()} ${path}`,
      address: `${base}/docs#tag/${String(tags[0]).toLowerCase().replaceAll(' ', '-')}/${method.toUpperCase()}${path}`,
      words: `${operationId} ${description}`,
    })),
  )

const problemsAt = (base: string): Entry[] =>
  allProblems().map(({ code, title, advice, status }) => ({
    title,
    where: `Problem ${code}, ${status}`,
    address: `${base}/problems/${code}`,
    words: advice,
  }))

const most = 40

/** What has all words of `q`, those first that have them in their title; words may be the beginnings of longer ones. */
export function findIn(entries: readonly Entry[], q: string): Entry[] {
  const wanted = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (wanted.length === 0) return []
  const ranked = entries.flatMap((entry) => {
    const [title, where, words] = [entry.title, entry.where, entry.words].map((text) => text.toLowerCase())
    const weights = wanted.map((word) => {
      const begins = new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u')
      if (begins.test(title ?? '')) return 4
      if (begins.test(where ?? '')) return 2
      return begins.test(words ?? '') ? 1 : 0
    })
    return weights.includes(0)
      ? []
      : [{ entry, weight: weights.reduce((sum: number, each) => sum + each, 0) }]
  })
  return ranked
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ entry }) => entry)
}
