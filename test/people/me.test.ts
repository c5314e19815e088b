import { expect, test } from 'vitest'
import { useService } from '../support/use-service.ts'

const service = useService()

test('an employee is told who they are', async () => {
  const sanne = await service.employee({})
  expect(await service.do('GET', '/v1/me', { as: sanne.id })).toEqual({
    kind: 'employee',
    id: sanne.id,
    name: sanne.name,
    scopes: null,
    employee: sanne,
  })
})

test('a system is told what it may do, whatever that is', async () => {
  const key = await service.key('calls:write', 'events:read')
  const me = await service.do('GET', '/v1/me', { key })
  expect(me).toMatchObject({ kind: 'system', name: 'a system', employee: null })
  expect([...me.scopes].sort()).toEqual(['calls:write', 'events:read'])
})

test('nobody is nobody', async () => {
  expect((await service.call('GET', '/v1/me', { key: null })).status).toBe(401)
})
