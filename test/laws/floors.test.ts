import { expect, test } from 'vitest'
import { sources } from './source.ts'

/** Which floor a file is on. Imports lead to the same floor or down. */
function floorOf(path: string): number {
  const [folder = ''] = path.split('/')
  if (!path.includes('/')) return 6
  if (folder === 'lib') return 0
  if (folder === 'tables') return 1
  if (folder === 'db') return 2
  if (folder === 'demo') return 6
  if (folder === 'http') return 4
  if (folder === 'openapi') return 5
  return path.endsWith('routes.ts') ? 5 : 3
}

test('imports point down', () => {
  const all = sources.flatMap(({ path, imports }) => imports.map((to) => ({ path, to })))
  expect(all.length).toBeGreaterThan(300)
  expect(
    all.filter(({ path, to }) => floorOf(to) > floorOf(path)).map(({ path, to }) => `${path} → ${to}`),
  ).toEqual([])
})

test('every import leads to a file', () => {
  // The document of the operations tells the version of the project.
  const known = new Set([...sources.map(({ path }) => path), '../package.json'])
  expect(sources.flatMap(({ imports }) => imports).filter((to) => !known.has(to))).toEqual([])
})

test('no file imports itself, however far around', () => {
  const graph = new Map(sources.map(({ path, imports }) => [path, imports]))
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    else if (!done.has(path)) {
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
      done.add(path)
    }
  }
  for (const { path } of sources) visit(path, [])
  expect(cycles).toEqual([])
})

test('only the configuration reads the environment', () => {
  const readers = sources.filter(({ text }) => text.includes('process.env')).map(({ path }) => path)
  // PostgreSQL's own process inherits a few variables, such as PATH.
  const allowed = ['main.ts', 'db/embedded-account.ts']
  expect(readers.filter((path) => !path.startsWith('demo/') && !allowed.includes(path))).toEqual([])
})
