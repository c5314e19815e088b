import { beforeAll, expect, test } from 'vitest'
import { type Stage, setStage } from '../support/stage.ts'
import { useService } from '../support/use-service.ts'
import { fieldNames, hopefulValue } from './field-names.ts'

const service = useService()
let stage: Stage
beforeAll(async () => {
  stage = await setStage(service)
})

/** What SCIM may say of an employee; the rest is accepted (RFC 7644, section 3.3), and must come to nothing. */
const said = new Set([
  ...['schemas', 'externalId', 'userName', 'displayName', 'name', 'formatted', 'givenName', 'familyName'],
  ...['emails', 'phoneNumbers', 'active'],
])
// What is no attribute's name at all (RFC 7643, section 2.1), such as `user[]`, is refused and never read.
const strangers = fieldNames.filter((name) => !said.has(name) && /^[\w$-]+$/.test(name))
const hopes = () => Object.fromEntries(strangers.map((name) => [name, hopefulValue(name, stage)]))

/** An employee as the database has them, but for the version. */
async function employee(id: string): Promise<Readonly<Record<string, unknown>>> {
  const query = `select to_jsonb(e) - 'version' as employee from employees e where id = $1`
  return (await service.sql.query(query, [id])).rows[0].employee
}

/** Somebody whom the identity provider knows. */
async function hire() {
  const { id } = await service.employee({ teamId: stage.team.id, subject: crypto.randomUUID() })
  return { id, before: await employee(id) }
}

test('a user who is made in SCIM has nothing but what SCIM says', async () => {
  const make = async (more: object) => {
    const userName = `${crypto.randomUUID()}@example.org`
    const body = { ...more, userName, name: { ...more, givenName: 'Sanne' } }
    const { id } = await service.do('POST', '/scim/v2/Users', { body })
    return { ...(await employee(id)), id: null, subject: null, created_at: null, changed_in: null }
  }
  expect(await make(hopes())).toEqual(await make({}))
})

test('a user who is put in SCIM keeps the rest', async () => {
  const { id, before } = await hire()
  const user = { userName: before.subject, displayName: before.name }
  await service.do('PUT', `/scim/v2/Users/${id}`, { body: { ...hopes(), ...user, name: hopes() } })
  expect(await employee(id)).toEqual(before)
})

test('no operation of a PATCH in SCIM reaches the rest, by its path or by its value', async () => {
  const { id, before } = await hire()
  for (const name of strangers) {
    const value = hopefulValue(name, stage)
    for (const operation of [
      { op: 'remove', path: name },
      { op: 'replace', path: name, value },
      { op: 'add', value: { [name]: value } },
    ])
      await service.call('PATCH', `/scim/v2/Users/${id}`, {
        body: { Operations: [{ ...hopes(), path: null, ...operation }] },
      })
  }
  expect(await employee(id)).toEqual(before)
})
