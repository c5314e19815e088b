import { readFile, stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { sources } from './source.ts'

const exported = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/^export (?:interface|type|class) (\w+)/gm)].map(([, name = '']) => ({ name, path })),
)

test('an exported type name has one meaning', () => {
  expect(exported.length).toBeGreaterThan(250)
  const places = Map.groupBy(exported, ({ name }) => name)
  const twice = [...places].filter(([, found]) => found.length > 1)
  expect(twice.map(([name, found]) => `${name}: ${found.map(({ path }) => path).join(', ')}`)).toEqual([])
})

test('every place in the vocabulary exists', async () => {
  const page = await readFile(new URL('../../docs/vocabulary.md', import.meta.url), 'utf8')
  const places = [...page.matchAll(/^\|.*\| ([^|]+) \|$/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, place = '']) => place),
  )
  expect(places.length).toBeGreaterThan(25)
  const found = places.map((place) => stat(new URL(`../../src/${place}`, import.meta.url)).catch(() => place))
  expect((await Promise.all(found)).filter((place) => typeof place === 'string')).toEqual([])
})
