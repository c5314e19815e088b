import { expect } from 'vitest'
import { expectInvariants } from '../support/invariants.ts'
import type { Service } from '../support/service.ts'
import type { Acknowledged, Send } from './story.ts'

const effects: readonly (readonly [RegExp, string, (answer: { id: string }) => string])[] = [
  [/^\/v1\/cases$/, 'cases', ({ id }) => id],
  [/\/notes$/, 'notes', ({ id }) => id],
  [/\/contacts$/, `contacts where direction = 'inbound' and not opening`, ({ id }) => id],
  [/\/attempts$/, 'callback_attempts', ({ id }) => id],
]

/** Everything that was acknowledged is there, once; each replay is the first answer; and no law is broken. */
export async function expectAllAcknowledged(
  service: Service,
  send: Send,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  const unexpected = acknowledged.filter(({ status }) => status >= 300)
  expect(unexpected.map(({ url, status, text }) => [url, status, text])).toEqual([])
  for (const [url, table, idOf] of effects) {
    const ids = acknowledged.filter((a) => url.test(a.url)).map(({ text }) => idOf(JSON.parse(text)))
    const { rows } = await service.sql.query(`select id from ${table}`)
    expect([table, rows.map(({ id }) => id).sort()]).toEqual([table, ids.sort()])
  }
  const resolved = acknowledged.filter(({ url }) => url.endsWith('/resolve'))
  const { rows } = await service.sql.query('select count(*)::int as n from resolutions')
  expect(rows[0].n).toBe(resolved.length)

  for (let at = 0; at < acknowledged.length; at += 20) {
    const some = acknowledged.slice(at, at + 20)
    const again = await Promise.all(some.map(send))
    expect(again.map(({ text }) => text)).toEqual(some.map(({ text }) => text))
    expect(again.every(({ replayed }) => replayed)).toBe(true)
  }
  await expectInvariants(service)
}
