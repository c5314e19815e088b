import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchLogs } from '../support/search-logs.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eigenaar-logs-'))
})
afterAll(() => rm(folder, { recursive: true }))

const key = '3f1d2f7f-6c10-4c55-9a77-5c8f2b1e0d3a'

/** What the search says of a log with this line, when these were planted. */
async function saidOf(line: object | string): Promise<string> {
  await writeFile(join(folder, '1.planted'), `Meneer Jansen\n${key}\n`)
  const text = typeof line === 'string' ? line : JSON.stringify(line)
  await writeFile(join(folder, '1-0.log'), `{"msg":"answered"}\n${text}\n`)
  try {
    searchLogs(folder, join(folder, 'no-such-file'))
    return ''
  } catch (error) {
    return String(error)
  }
}

const leaks: readonly (object | string)[] = [
  { body: { name: 'Meneer Jansen' } },
  'DETAIL:  Key (name)=(Meneer Jansen) already exists.',
  { key },
  { url: '/v1/customers?phone=%2B31612345678' },
  { headers: { authorization: 'Bearer 0123456789abcdef' } },
  { key: 'eig_Xb3dK9mQ2vT7rLw5ZcY8nHs4PfJ6gAe1uV0xQ9' },
  { token: 'eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.e30.c2ln' },
  { question: 'Why was I charged twice?' },
]

test.each(leaks)('what a test planted in a log is found and not repeated: %j', async (leak) => {
  const said = await saidOf(leak)
  expect(said).toMatch(/1-0\.log: .*…/)
  expect(said).not.toMatch(new RegExp(`Jansen|${key}|612345678|eig_X|eyJh|charged twice|0123456789abcdef`))
})

test('a log of ids is as it should be', async () => {
  expect(await saidOf({ requestId: '5c8f2b1e-0d3a-4c55-9a77-3f1d2f7f6c10', operation: 'getCase' })).toBe('')
})
