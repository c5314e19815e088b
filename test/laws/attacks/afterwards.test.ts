import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { outcomeOf, tryAll } from './attack.ts'

/** What comes to light when it is over: the numbers of those who were erased, and heads that nobody signed. */
const service = useService()
const [phone, ours] = ['+31612340001', '+31201234567']
const calls = { inbound: randomUUID(), outbound: randomUUID() }
let stays: Answer['body']
beforeAll(async () => {
  const { team } = await setScene(service)
  const [gone, here] = [await service.customer({ teamId: team.id, phone }), phone.replace('0001', '0002')]
  await service.customer({ teamId: team.id, phone: here })
  for (const [direction, callId] of Object.entries(calls))
    await tellOf({ callId, direction, event: 'ringing', ...between(direction) })
  stays = await tellOf({ callId: randomUUID(), direction: 'inbound', event: 'ringing', from: here })
  const headers = { 'if-match': '*' }
  await service.do('POST', `/v1/customers/${gone.id}/erasure`, { headers })
  await service.do('GET', '/v1/events/checkpoints')
  await letTimeBe(service.sql)
})

const between = (direction: string) =>
  direction === 'inbound' ? { from: phone, to: '204' } : { from: '204', to: phone }
const tellOf = (body: object) => service.do('POST', '/v1/calls', { body: { to: '204', ...body } })
const fill = (direction: keyof typeof calls, set: string) =>
  `update calls set ${set}, version = version + 1 where call_id = '${calls[direction]}'`
const encode = (text: string) =>
  `rtrim(translate(replace(encode(convert_to(${text}, 'UTF8'), 'base64'), e'\\n', ''), '+/', '-_'), '=')`
const signed = 'x'.repeat(86)
interface Said {
  readonly head?: string
  readonly position?: string
  readonly chain?: string
  readonly at?: string
  readonly signature?: string
  readonly statement?: string
}
/** The next head, and a statement that says so; or something else. */
const heads = (said: Said = {}) => `
  insert into checkpoints (position, chain, at, kid, statement)
  select position, chain, at, kid, ${said.statement ?? `${encode('head')} || '.' || ${encode('body')} || '.${said.signature ?? signed}'`}
  from (select position, chain, at, kid, (jsonb_build_object('alg', 'ES256', 'kid', kid, 'typ', 'checkpoint+jwt')${said.head ?? ''})::text as head,
    jsonb_build_object('position', ${said.position ?? 'position'}, 'chain', ${said.chain ?? `rtrim(translate(encode(chain, 'base64'), '+/', '-_'), '=')`},
      'at', to_char(${said.at ?? 'at'} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text as body
    from (select position, chain, date_trunc('milliseconds', now()) as at, (select kid from signing_keys limit 1) as kid from feed
      where position not in (select position from checkpoints) limit 1) f) s`
const otherwise: Readonly<Record<string, Said>> = {
  nothing: { statement: `'nothing'` },
  'what is no JSON': { statement: `'x.y.${signed}'` },
  'another place': { position: 'position + 1' },
  'another hash': { chain: `'other'` },
  'another moment': { at: `(at - interval '1 ms')` },
  'another key': { head: ` || '{"kid": "other"}'::jsonb` },
  'another kind of statement': { head: ` || '{"typ": "receipt+jwt"}'::jsonb` },
  'more than it signs': { signature: `${signed}x` },
  'what is signed by nobody': { signature: '' },
}

tryAll(service, [
  {
    name: 'gives a call of who was erased their number again',
    steps: () => [fill('inbound', `from_number = '${phone}'`)],
    refused: 'customers_erased_are_gone',
  },
  {
    name: 'gives a call to who was erased their number again',
    steps: () => [fill('outbound', `to_number = '${phone}'`)],
    refused: 'customers_erased_are_gone',
  },
  {
    name: 'stands in the way of a number of ours',
    steps: () => [fill('inbound', `to_number = '${ours}'`), fill('outbound', `from_number = '${ours}'`)],
    refused: /^nothing$/,
  },
  ...Object.entries(otherwise).map(([what, said]) => ({
    name: `keeps a head of which it is said to be signed, with ${what}`,
    steps: () => [heads(said)],
    refused: 'checkpoints_say_what_is_signed',
  })),
  { name: 'stands in the way of a head as it is signed', steps: () => [heads()], refused: /^nothing$/ },
])

test('what is told late of a call of who was erased is heard, and their number is not', async () => {
  for (const [direction, callId] of Object.entries(calls))
    for (const event of ['answered', 'ended'])
      await tellOf({ callId, direction, event, ...between(direction) })
  const { rows } = await service.sql.query(
    `select direction, case direction when 'inbound' then from_number else to_number end as number, answered, ended
      from calls where call_id = any($1) order by direction`,
    [Object.values(calls)],
  )
  const heard = { number: null, answered: true, ended: true }
  expect(rows).toEqual([
    { direction: 'inbound', ...heard },
    { direction: 'outbound', ...heard },
  ])
})

test('a call of who is there gets a number that is told of late', async () => {
  const call = `where id = '${stays.id}'`
  const withheld = `update calls set from_number = null ${call}`
  expect(await outcomeOf(service, 'read committed', [withheld])).toBe('calls_stay_what_they_are')
  const callId = randomUUID()
  await tellOf({ callId, direction: 'inbound', event: 'ringing', from: 'anonymous' })
  const told = await tellOf({ callId, direction: 'inbound', event: 'answered', from: '+31612340002' })
  expect(told).toMatchObject({ from: '+31612340002' })
})
