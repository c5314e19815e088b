import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const run = promisify(execFile)
const service = useService()
let folder: string
let env: NodeJS.ProcessEnv
beforeAll(async () => {
  await setScene(service)
  folder = await mkdtemp(join(tmpdir(), 'clients-'))
  env = {
    ...process.env,
    EIGENAAR: await service.app.listen({ host: '127.0.0.1', port: 0 }),
    KEY: service.adminKey,
  }
})
afterAll(() => rm(folder, { recursive: true }))

/** What the page says in a language, as a file that runs. */
async function fromPage(language: string): Promise<string> {
  const page = await readFile('docs/clients.md', 'utf8')
  const [, said] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(page) ?? []
  if (said === undefined) throw new Error(`the page has nothing in ${language}`)
  const file = join(folder, `page.${language === 'python' ? 'py' : 'mts'}`)
  await writeFile(file, said.replace("'openapi-fetch'", `'${import.meta.resolve('openapi-fetch')}'`))
  return file
}

// Who only has npm has the TypeScript alone.
const hasPython = spawnSync('python3', ['--version']).status === 0

test.runIf(hasPython)('the lines in Python open a case, change it, and list all', async () => {
  const { stdout } = await run('python3', [await fromPage('python')], { env })
  const [kase] = (await service.do('GET', '/v1/cases')).data
  expect(stdout).toBe(`${kase.reference} ${kase.owner.name} Charged twice\n`)
})

test('the lines in TypeScript list what is open', async () => {
  const { stdout } = await run(process.execPath, [await fromPage('ts')], { env })
  expect(stdout).toBe('1\n')
})
