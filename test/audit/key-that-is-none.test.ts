import { compactVerify, createLocalJWKSet } from 'jose'
import { expect, test } from 'vitest'
import { setScene } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const beside = useInstance(service)

const heads = async (from = service) => (await from.do('GET', '/v1/events/checkpoints')).data
const later = (minutes: number) => {
  service.clock.now = Temporal.Now.instant().add({ minutes })
}

test('a key that has the form of one and is none signs nothing, and the one before goes on', async () => {
  const { take } = await setScene(service)
  const before = (await heads())[0].kid
  const part = 'x'.repeat(43)
  const point = { kty: 'EC', crv: 'P-256', x: part, y: part }
  await service.sql.query(
    `insert into signing_keys (kid, public_key, private_key, made_at) values ('none', $1, $2, now() + interval '4 minutes')`,
    [
      JSON.stringify({ ...point, kid: 'none', use: 'sig', alg: 'ES256' }),
      JSON.stringify({ ...point, d: part }),
    ],
  )
  later(4)
  await take()
  const [[head], [other]] = await Promise.all([heads(), heads(beside)])
  const { keys } = await service.do('GET', '/.well-known/jwks.json', { key: null })
  await compactVerify(head.statement, createLocalJWKSet({ keys }))
  expect([head.kid, other.kid]).toEqual([before, before])
  const { rows } = await service.sql.query('select kid from signing_keys where private_key is not null')
  expect(rows).toEqual([{ kid: head.kid }])
})
