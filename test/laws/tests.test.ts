import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../', import.meta.url)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.test.ts'),
)

/** What is filled in at once, past the laws, keeps no history by which they could be held against it. */
const filled = new Set(['laws/lists-grow.test.ts'])

test('whatever a test file did with a service, the invariants are checked after it', () => {
  const unchecked = files.filter((name) => {
    const text = readFileSync(new URL(name, root), 'utf8')
    return text.includes('startService(') && !text.includes('useService(') && !filled.has(name)
  })
  expect(files.length).toBeGreaterThan(100)
  expect(unchecked).toEqual([])
})

test('nothing stands as it was made for a new operation', () => {
  const house = new URL('../../', import.meta.url)
  const made =
    /^\/\/ To follow: |'What it does, for those who call it\.'|'What happened, in one sentence\.'|\| What happened, in one sentence\. \||\$\{who\} did it\./m
  const looked = ['src', 'test', 'docs'].flatMap((folder) =>
    readdirSync(new URL(folder, house), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|md)$/.test(name))
      .map((name) => `${folder}/${name}`),
  )
  const generator = /^test\/(support\/new-operation\/|laws\/tests\.test\.ts)/
  const left = looked.filter(
    (name) => !generator.test(name) && made.test(readFileSync(new URL(name, house), 'utf8')),
  )
  expect(looked.length).toBeGreaterThan(1000)
  expect(left).toEqual([])
})
