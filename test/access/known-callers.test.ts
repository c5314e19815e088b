import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { KnownCallers } from '../../src/rooms/access/known-callers.ts'
import { insert } from '../laws/script.ts'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let db: Database
beforeAll(async () => {
  db = openDatabase({ url: service.databaseUrl, connections: 2, onError: () => {} })
})
afterAll(() => db.close())

test('a key that was looked up before it was revoked, and found after it, is not remembered', async () => {
  const { id, key } = await service.do('POST', '/v1/api-keys', {
    body: { name: 'slow', scopes: ['cases:read'] },
  })
  const answered = Promise.withResolvers<void>()
  const arrives = Promise.withResolvers<void>()
  // The answer of the database is there, and takes its time on the way.
  const slow: Database = {
    ...db,
    row: async (statement, params) => {
      const row = await db.row(statement, params)
      answered.resolve()
      await arrives.promise
      return row
    },
  }
  const callers = new KnownCallers(slow)
  await callers.listen()

  const first = callers.key(key, Date.now())
  await answered.promise
  await service.do('DELETE', `/v1/api-keys/${id}`)
  callers.forget()
  arrives.resolve()

  expect((await first)?.id).toBe(id)
  await expect(callers.key(key, Date.now())).rejects.toMatchObject({ reason: 'an unknown or revoked key' })
  await callers.close()
})

test('an instance that remembers who may call hears of each change, whoever makes it', async () => {
  const { sanne, piet } = await setScene(service)
  const { id, key } = await service.do('POST', '/v1/api-keys', {
    body: { name: 'ours', scopes: ['cases:read'] },
  })
  const callers = new KnownCallers(db)
  await callers.listen()
  try {
    const seen = async () => ({
      key: await callers.key(key, Date.now()).then(
        () => 'known',
        () => 'refused',
      ),
      sanne: (await callers.employee(sanne.id, Date.now()))?.role,
      standsInFor: (await callers.employee(piet.id, Date.now()))?.standsInFor,
    })
    const known = { key: 'known', sanne: 'member', standsInFor: [] }
    expect(await seen()).toEqual(known)
    const [absence, standIn] = [randomUUID(), randomUUID()]
    const from_at = Temporal.Now.instant().round('millisecond')
    const span = { from_at: String(from_at), until_at: String(from_at.add({ hours: 24 })) }
    await service.sql.query(
      insert('absences', { id: absence, employee_id: sanne.id, ...span, registered_at: 'now()' }),
    )
    const standingIn = insert('stand_ins', {
      ...{ id: standIn, absence_id: absence, owner_id: sanne.id, stand_in_id: piet.id },
      ...span,
    })
    // Nobody is remembered who may not call, so what takes that away stands last of its kind.
    const changes: readonly (readonly [string, object])[] = [
      [`update api_keys set revoked_at = now() where id = '${id}'`, { key: 'refused' }],
      [standingIn, { standsInFor: [sanne.id] }],
      [`delete from stand_ins where id = '${standIn}'`, { standsInFor: [] }],
      [`update employees set role = 'coach' where id = '${sanne.id}'`, { sanne: 'coach' }],
      [insert('departures', { employee_id: sanne.id, started_at: 'now()' }), { sanne: undefined }],
    ]
    let becomes = known
    for (const [change, changed] of changes) {
      becomes = { ...becomes, ...changed }
      await service.sql.query(change)
      await vi.waitFor(async () => expect(await seen(), change).toEqual(becomes), {
        timeout: 10_000,
        interval: 5,
      })
    }
  } finally {
    await callers.close()
  }
})
