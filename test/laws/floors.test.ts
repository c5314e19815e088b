import { expect, test } from 'vitest'
import { sources } from './source.ts'

/** The floors of the house, from the ground up. Imports lead to the same floor or down. */
const floors = [
  'lib',
  'calendar',
  'tables',
  'db',
  'postgres',
  'said',
  'history',
  'facts',
  'case-file',
  'rooms',
  'http',
  'openapi',
  'documentation',
  'audit',
  'routes',
  'process',
]

/** The rooms, each of which may call those before it and none behind it. */
const rooms = [
  'access',
  'topics',
  'teams',
  'organisation',
  'customers',
  'assignment',
  'successions',
  'absences',
  'employees',
  'departures',
  'provisioning',
  'day',
  'calendar-feed',
  'callbacks',
  'contacts',
  'consultations',
  'corrections',
  'values',
  'gestures',
  'asks',
  'rules',
  'deviations',
  'merges',
  'personal-data',
  'cases',
  'pulse',
  'ideas',
  'heads-ups',
  'disturbances',
  'effect',
  'languages',
  'surveys',
  'telephony',
  'board',
  'reports',
  'journey',
  'signing',
  'tracking',
  'pages',
  'events',
  'streams',
  'webhooks',
  'exports',
  'imports',
  'outreaches',
  'jobs',
]

/** On which floor a file is; what a room says and refuses, and its addresses, are on floors of their own. */
function floorOf(path: string): string {
  const [folder = ''] = path.split('/')
  if (!path.includes('/') || folder === 'demo') return 'process'
  if (folder !== 'rooms') return folder
  if (/(contract|problems)\.ts$/.test(path)) return 'said'
  return path.endsWith('routes.ts') ? 'routes' : 'rooms'
}

/** How high a file lies; of the rooms each lies higher than the one before. */
function heightOf(path: string): number {
  const floor = floorOf(path)
  const room = floor === 'rooms' ? rooms.indexOf(path.split('/')[1] ?? '') : 0
  return floors.indexOf(floor) * 100 + room
}

test('every folder is on a floor, and every room has its place in the order', () => {
  const strange = sources.map(({ path }) => path).filter((path) => !floors.includes(floorOf(path)))
  expect(strange).toEqual([])
  const found = sources.flatMap(({ path }) => /^rooms\/([^/]+)\/[^/]+$/.exec(path)?.[1] ?? [])
  expect([...new Set(found)].sort()).toEqual([...rooms].sort())
  expect(sources.filter(({ path }) => path.startsWith('rooms/')).length).toBe(found.length)
})

test('imports point down, among the rooms as well', () => {
  const all = sources.flatMap(({ path, imports }) => imports.map((to) => ({ path, to })))
  expect(all.length).toBeGreaterThan(1000)
  expect(
    all.filter(({ path, to }) => heightOf(to) > heightOf(path)).map(({ path, to }) => `${path} → ${to}`),
  ).toEqual([])
})

test('no folder is crowded', () => {
  const sizes = Map.groupBy(sources, ({ path }) => path.slice(0, path.lastIndexOf('/')))
  const crowded = [...sizes].filter(([, files]) => files.length > 24).map(([folder]) => folder)
  expect(crowded).toEqual([])
})

test('every import leads to a file', () => {
  // The document of the operations tells the version of the project; the Dutch texts say which there are.
  const data = ['../package.json', 'rooms/languages/texts/nl.json']
  const known = new Set([...sources.map(({ path }) => path), ...data])
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
  // Processes hand it to the configuration; PostgreSQL's own inherits a few variables, such as PATH.
  const allowed = ['main.ts', 'import.ts', 'with-database.ts', 'postgres/account.ts']
  expect(readers.filter((path) => !path.startsWith('demo/') && !allowed.includes(path))).toEqual([])
})

test('no check of a contract hides what is wrong beside it', () => {
  // An issue that ends the checks of its field also ends those of every object around it, even those that look in any case.
  const ending = sources.filter(
    ({ path, text }) => /^(?:lib|rooms)\//.test(path) && /\babort: true/.test(text),
  )
  expect(ending.map(({ path }) => path)).toEqual([])
})
