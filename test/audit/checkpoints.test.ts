import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from 'jose'
import pg from 'pg'
import { expect, test } from 'vitest'
import { refusal } from '../laws/script.ts'
import { setScene } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)
const execute = promisify(execFile)

const heads = async (from = service) => (await from.do('GET', '/v1/events/checkpoints?limit=200')).data
const later = (minutes: number) => {
  service.clock.now = (service.clock.now ?? Temporal.Now.instant()).add({ minutes })
}

test('the head of the chain is signed, by a key that anybody can look up, and stays as it was', async () => {
  const { take } = await setScene(service)
  const [before] = await heads()
  await take()
  later(2)
  const [head, ...others] = await heads()
  expect(head.position).toBeGreaterThan(before.position)
  expect(others[0]).toEqual(before)
  const { keys } = await service.do('GET', '/.well-known/jwks.json', { key: null })
  expect(JSON.stringify(keys)).not.toContain('"d"')
  const { payload, protectedHeader } = await compactVerify(head.statement, createLocalJWKSet({ keys }))
  expect(protectedHeader).toEqual({ alg: 'ES256', kid: head.kid, typ: 'checkpoint+jwt' })
  const { position, chain, at } = head
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({ position, chain, at })
  // Nothing has happened since.
  later(2)
  expect((await heads())[0]).toEqual(head)
  for (const statement of [
    'update checkpoints set position = position + 1',
    'delete from checkpoints',
    'truncate checkpoints',
    `update signing_keys set public_key = '{}'`,
    'delete from signing_keys',
    'truncate signing_keys cascade',
  ])
    expect(await refusal(service, statement)).toMatch(/^(checkpoints|signing_keys)_stay$/)
})

test('instances that sign at once have one key, and after ninety days another one', async () => {
  const { take } = await setScene(service)
  await take()
  later(60 * 24 * 91)
  await take()
  const all = (await Promise.all([heads(), heads(beside), heads(), heads()])).flat()
  const { keys } = await service.do('GET', '/.well-known/jwks.json', { key: null })
  expect(keys).toHaveLength(2)
  for (const { statement } of all) await compactVerify(statement, createLocalJWKSet({ keys }))
  const kids = all.map(({ statement }) => decodeProtectedHeader(statement).kid)
  expect(new Set(kids)).toEqual(new Set(keys.map(({ kid }: { kid: string }) => kid)))
  const { rows } = await service.sql.query('select kid from signing_keys where private_key is not null')
  expect(rows).toEqual([{ kid: keys[0].kid }])
  service.clock.now = undefined
})

test('with the twenty lines in docs, whoever kept a head tells whether the history is what it was', async () => {
  const { take } = await setScene(service)
  await take()
  later(2)
  const [{ statement }] = await heads()
  await take()
  const address = await service.app.listen({ host: '127.0.0.1', port: 0 })
  const verify = () =>
    execute(process.execPath, ['docs/verify-checkpoint.mjs', address, service.adminKey, statement]).then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    )
  expect(await verify()).toMatch(/^All \d+ events are what they were\.\n$/)

  const script = new pg.Client({ connectionString: service.databaseUrl })
  await script.connect()
  try {
    await script.query(`set session_replication_role = replica`)
    await script.query(
      `update events set data = jsonb_set(data, '{fields}', '["letter"]') where id = (select event_id from feed where position = 5)`,
    )
    expect(await verify()).toBe('The history is not what was signed.\n')
  } finally {
    await script.end()
  }
})
