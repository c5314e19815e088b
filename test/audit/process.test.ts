import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { expect, test } from 'vitest'
import { compileCache } from '../support/compile-cache.ts'
import { createEmptyDatabase } from '../support/database.ts'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

interface Audit {
  readonly child: ChildProcess
  readonly said: Promise<string>
  readonly code: Promise<number>
  readonly complaint: () => string
}

function start(databaseUrl = service.databaseUrl, ...files: readonly string[]): Audit {
  const child = spawn(process.execPath, ['src/audit.ts', ...files], {
    env: { ...process.env, ...compileCache, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = child.stdout.setEncoding('utf8').toArray()
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  return {
    child,
    complaint: () => complaint,
    said: said.then((parts) => parts.join('')),
    code: once(child, 'exit').then(([code]) => code),
  }
}

test('the audit says that all is well, names what is wrong, and ends accordingly', async () => {
  const { take } = await setScene(service)
  const { id } = await take()
  const honest = start()
  expect(await honest.said).toBe('The history is whole, and every law holds.\n')
  expect(await honest.code).toBe(0)

  const script = new pg.Client({ connectionString: service.databaseUrl })
  await script.connect()
  const tamper = async (statement: string) => {
    await script.query(`begin; set local session_replication_role = replica; ${statement}; commit`)
  }
  try {
    await tamper(`update cases set chases = 7 where id = '${id}'`)
    const tampered = start()
    expect(await tampered.said).toBe(`chases are counted: ${id}\n1 thing is wrong.\n`)
    expect(await tampered.code).toBe(1)
  } finally {
    await tamper(`update cases set chases = 0 where id = '${id}'`)
    await script.end()
  }
})

test('a database without an Eigenaar is told of in a sentence', async () => {
  const empty = await createEmptyDatabase()
  try {
    const { code, complaint } = start(empty.url)
    expect(await code).toBe(1)
    expect(complaint()).toBe('There is no Eigenaar of this version in this database: start it once.\n')
  } finally {
    await empty.drop()
  }
})

test('a file that is not there is told of in a sentence, before anything is looked at', async () => {
  const { code, complaint } = start('postgresql://nobody@127.0.0.1:1/none', 'no-heads.txt')
  expect(await code).toBe(1)
  expect(complaint()).toBe("The file no-heads.txt with signed heads can't be read: ENOENT.\n")
})

test('a signal stops it in the middle of a query', async () => {
  const holder = new pg.Client({ connectionString: service.databaseUrl })
  await holder.connect()
  try {
    await holder.query('begin; lock table callback_attempts in access exclusive mode')
    const { child, code, said, complaint } = start()
    await expect
      .poll(
        async () =>
          (
            await service.sql.query(
              `select from pg_stat_activity where application_name = 'eigenaar audit' and wait_event_type = 'Lock'`,
            )
          ).rowCount,
        { timeout: 20_000 },
      )
      .toBe(1)
    child.kill('SIGINT')
    expect(await code).toBe(1)
    expect(await said).toBe('')
    expect(complaint()).toBe('Stopped.\n')
  } finally {
    await holder.query('rollback')
    await holder.end()
  }
})
