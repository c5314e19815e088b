import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { logLines } from '../support/log-lines.ts'
import { type Answer, type Call, type Service, startService } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let key: string
beforeAll(async () => {
  key = await service.key('employees:provision')
})

type Method = Parameters<Service['call']>[0]
const scim = (method: Method, path: string, body?: unknown, call: Call = {}): Promise<Answer> =>
  service.call(method, `/scim/v2${path}`, {
    key,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...call,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }), ...call.headers },
  })

const user = 'urn:ietf:params:scim:schemas:core:2.0:User'
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
const patch = (id: string, ...Operations: object[]) =>
  scim('PATCH', `/Users/${id}`, { schemas: [patchOp], Operations })
const find = (filter: string) => scim('GET', `/Users?filter=${encodeURIComponent(filter)}`)

const mail = (name = 'sanne') => `${name}.${randomUUID().slice(0, 8)}@example.org`
const person = (userName: string, more: object = {}) => ({
  schemas: [user],
  userName,
  name: { givenName: 'Sanne', familyName: 'de Wit' },
  emails: [{ primary: true, type: 'work', value: userName }],
  active: true,
  ...more,
})
const bring = async (more: object = {}): Promise<Answer['body']> => {
  const answer = await scim('POST', '/Users', person(mail(), more))
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

describe('what Entra ID sends', () => {
  test('tests the connection, brings somebody, changes, disables and removes them', async () => {
    const probe = await find(`userName eq "${randomUUID()}"`)
    expect([probe.status, probe.body]).toEqual([
      200,
      {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
        totalResults: 0,
        startIndex: 1,
        itemsPerPage: 0,
        Resources: [],
      },
    ])

    const upn = mail()
    const externalId = randomUUID()
    const made = await scim('POST', '/Users', {
      schemas: [user, enterprise],
      externalId,
      userName: upn,
      active: true,
      displayName: 'Wit, Sanne de',
      emails: [{ primary: true, type: 'work', value: upn }],
      meta: { resourceType: 'User' },
      name: { formatted: 'Sanne de Wit', familyName: 'de Wit', givenName: 'Sanne' },
      phoneNumbers: [
        { type: 'fax', value: '030 1234567' },
        { type: 'work', value: '06 12345678' },
      ],
      roles: [],
      title: 'Agent',
      preferredLanguage: 'nl-NL',
      addresses: [{ type: 'work', locality: 'Utrecht' }],
      [enterprise]: { department: 'Customers', employeeNumber: '17', manager: { value: randomUUID() } },
    })
    expect(made.status).toBe(201)
    expect(made.headers['content-type']).toBe('application/scim+json; charset=utf-8')
    const { id } = made.body
    expect(made.headers).toMatchObject({ location: `/scim/v2/Users/${id}`, etag: '"1"' })
    expect(made.body).toEqual({
      schemas: [user],
      id,
      externalId,
      userName: upn,
      displayName: 'Wit, Sanne de',
      name: { formatted: 'Wit, Sanne de', givenName: 'Sanne', familyName: 'de Wit' },
      emails: [{ value: upn, type: 'work', primary: true }],
      phoneNumbers: [{ value: '+31612345678', type: 'work', primary: true }],
      active: true,
      meta: {
        resourceType: 'User',
        created: made.body.meta.created,
        lastModified: made.body.meta.created,
        location: `/scim/v2/Users/${id}`,
        version: '"1"',
      },
    })
    expect(await service.do('GET', `/v1/employees/${id}`)).toMatchObject({
      name: 'Wit, Sanne de',
      subject: upn,
      email: upn,
      phone: '+31612345678',
      role: 'member',
      teamId: null,
      active: true,
    })
    expect((await scim('GET', `/Users/${id}`)).body).toEqual(made.body)
    expect((await find(`userName eq "${upn.toUpperCase()}"`)).body.Resources).toEqual([made.body])
    expect((await find(`externalId eq "${externalId}"`)).body.totalResults).toBe(1)

    const changed = await patch(
      id,
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+31687654321' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: `new.${upn}` },
      { op: 'Replace', path: 'name.familyName', value: 'Jansen' },
      { op: 'Replace', path: `${enterprise}:department`, value: 'Back office' },
      { op: 'Remove', path: 'phoneNumbers[type eq "work"].value' },
      { op: 'Replace', value: { displayName: 'Jansen, Sanne', 'name.givenName': 'Sanne M.' } },
    )
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({
      displayName: 'Jansen, Sanne',
      name: { givenName: 'Sanne M.', familyName: 'Jansen' },
      emails: [{ value: `new.${upn}` }],
    })
    expect(changed.body).not.toHaveProperty('phoneNumbers')
    const added = await patch(id, {
      op: 'Add',
      path: 'phoneNumbers[type eq "work"].value',
      value: '020 1234567',
    })
    expect(added.body.phoneNumbers).toEqual([{ value: '+31201234567', type: 'work', primary: true }])

    const disabled = await patch(id, { op: 'Replace', path: 'active', value: 'False' })
    expect(disabled.body.active).toBe(false)
    expect((await find(`userName eq "${upn}"`)).body.Resources[0].active).toBe(false)
    expect((await find(`userName eq "${upn}" and active eq true`)).body.totalResults).toBe(0)
    expect(await service.do('GET', `/v1/employees/${id}`)).toMatchObject({
      active: true,
      leavingSince: expect.any(String),
    })

    expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204)
    for (const again of [await scim('GET', `/Users/${id}`), await scim('DELETE', `/Users/${id}`)])
      expect([again.status, again.body.status]).toEqual([404, '404'])
    expect((await find(`userName eq "${upn}"`)).body.totalResults).toBe(0)
    const anew = await scim('POST', '/Users', person(upn, { externalId }))
    expect([anew.status, anew.body.id === id]).toEqual([201, false])
  })

  test('the older forms of its PATCH are understood as well', async () => {
    const { id } = await bring()
    const changed = await patch(id, {
      op: 'replace',
      value: {
        'emails[type eq "work"].value': 'old.form@example.org',
        [`${user}:name.familyName`]: 'Bakker',
        [user]: { externalId: `x-${id}` },
        Active: 'True',
        nickName: [{ $ref: null, value: 'San' }],
      },
    })
    expect(changed.body).toMatchObject({
      emails: [{ value: 'old.form@example.org' }],
      displayName: 'Sanne Bakker',
      externalId: `x-${id}`,
      active: true,
    })
    const wrapped = await patch(id, {
      op: 'Replace',
      path: 'active',
      value: [{ $ref: null, value: 'False' }],
    })
    expect(wrapped.body.active).toBe(false)
  })
})

describe('what Okta sends', () => {
  test('looks for somebody, brings them, puts changes and deactivates them', async () => {
    const userName = mail()
    const query = `filter=userName%20eq%20%22${encodeURIComponent(userName)}%22&startIndex=1&count=100`
    expect((await scim('GET', `/Users?${query}`)).body.totalResults).toBe(0)

    const made = await scim('POST', '/Users', {
      schemas: [user],
      userName,
      name: { givenName: 'Fatima', familyName: 'El Amrani' },
      emails: [{ primary: true, value: userName, type: 'work' }],
      displayName: 'Fatima El Amrani',
      locale: 'en-US',
      externalId: `00u${randomUUID().slice(0, 8)}`,
      groups: [],
      password: '1mz050nq',
      active: true,
    })
    expect(made.status).toBe(201)
    expect(made.text).not.toContain('1mz050nq')
    const { id } = made.body

    const put = await scim('PUT', `/Users/${id}`, {
      ...made.body,
      name: { givenName: 'Fatima', familyName: 'Amrani' },
      displayName: 'Fatima Amrani',
      groups: [],
    })
    expect([put.status, put.headers.etag]).toEqual([200, '"2"'])
    expect(put.body).toEqual({
      ...made.body,
      displayName: 'Fatima Amrani',
      name: { formatted: 'Fatima Amrani', givenName: 'Fatima', familyName: 'Amrani' },
      meta: { ...made.body.meta, version: '"2"', lastModified: put.body.meta.lastModified },
    })
    const same = await scim('PUT', `/Users/${id}`, put.body)
    expect([same.status, same.body]).toEqual([200, put.body])

    const off = await patch(id, { op: 'replace', value: { active: false } })
    expect([off.status, off.body.active]).toEqual([200, false])
    const back = await patch(id, { op: 'replace', value: { active: true } })
    expect([back.status, back.body.active]).toEqual([200, true])
  })

  test('somebody who works here already is found by their e-mail address, and adopted', async () => {
    const email = mail('joost')
    const team = await service.team()
    const joost = await service.employee({ email, teamId: team.id, role: 'coach' })
    const found = (await find(`userName eq "${email.toUpperCase()}"`)).body.Resources
    expect(found).toMatchObject([{ id: joost.id, userName: email }])
    const externalId = randomUUID()
    await scim('PUT', `/Users/${joost.id}`, person(email, { externalId, displayName: 'Joost van Dam' }))
    expect(await service.do('GET', `/v1/employees/${joost.id}`)).toMatchObject({
      name: 'Joost van Dam',
      subject: email,
      email,
      teamId: team.id,
      role: 'coach',
    })
    expect((await scim('POST', '/Users', person(email))).status).toBe(409)
  })
})

describe('what belongs to nobody else', () => {
  test('a userName or an externalId that somebody has is taken, in any spelling', async () => {
    const externalId = randomUUID()
    const one = await bring({ externalId })
    const other = await bring()
    const refused = [
      await scim('POST', '/Users', person(one.userName)),
      await scim('POST', '/Users', person(one.userName.toUpperCase())),
      await scim('POST', '/Users', person(mail(), { externalId })),
      await patch(other.id, { op: 'replace', path: 'userName', value: one.userName.toUpperCase() }),
      await patch(other.id, { op: 'add', path: 'externalId', value: externalId }),
    ]
    for (const { status, body } of refused)
      expect([status, body.status, body.scimType]).toEqual([409, '409', 'uniqueness'])
    expect((await scim('GET', `/Users/${other.id}`)).body).toEqual(other)
  })

  test('of many who bring the same person at once, in two spellings, one does', async () => {
    for (let round = 0; round < 5; round++) {
      const userName = mail()
      const spelled = (n: number) => (n % 2 ? userName : userName.toUpperCase())
      const answers = await atOnce([service], (_, n) => scim('POST', '/Users', person(spelled(n))), 12)
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(11).fill(409)])
      expect((await find(`userName eq "${userName}"`)).body.totalResults).toBe(1)
    }
  })
})

describe('nobody gets power by SCIM', () => {
  const power = {
    id: randomUUID(),
    role: 'admin',
    roles: [{ value: 'admin', primary: true }],
    entitlements: [{ value: 'admin' }],
    groups: [{ value: randomUUID() }],
    teamId: randomUUID(),
    discipline: 'front',
    contractHours: 60,
    extension: '999',
    departedAt: null,
    version: 99,
    meta: { version: '"99"', created: '2001-01-01T00:00:00Z', resourceType: 'Group', location: 'x' },
    schemas: ['urn:x'],
    [enterprise]: { organization: 'admin' },
  }
  const powerOf = async (id: string) => {
    const { name, email, subject, version, ...rest } = await service.do('GET', `/v1/employees/${id}`)
    return rest
  }

  test('neither who is brought, nor who is put, nor who is patched', async () => {
    const brought = await bring(power)
    const before = await powerOf(brought.id)
    expect(before).toMatchObject({ role: 'member', teamId: null, contractHours: 36, extension: null })
    expect(brought.id).not.toBe(power.id)

    await scim('PUT', `/Users/${brought.id}`, { ...person(brought.userName), ...power })
    await patch(brought.id, { op: 'replace', value: power })
    for (const [path, value] of Object.entries(power))
      expect((await patch(brought.id, { op: 'add', path, value })).status, path).toBe(200)
    await patch(brought.id, { op: 'replace', path: 'roles[primary eq "True"].value', value: 'admin' })
    expect(await powerOf(brought.id)).toEqual(before)
    expect((await scim('GET', `/Users/${brought.id}`)).body).toEqual(brought)
  })

  test('only a system with the scope may call, and no employee', async () => {
    const admin = await service.employee({ role: 'admin' })
    const others: [Call, number][] = [
      [{ key: null }, 401],
      [{ key: 'eig_nonsense-nonsense-nonsense-nonsense' }, 401],
      [{ key: await service.key('cases:read', 'cases:write', 'events:read', 'employees:act') }, 403],
      [{ key: service.adminKey, as: admin.id }, 403],
    ]
    for (const [call, status] of others)
      for (const [method, path] of [
        ['GET', '/Users'],
        ['POST', '/Users'],
        ['PATCH', `/Users/${admin.id}`],
        ['DELETE', `/Users/${admin.id}`],
        ['GET', '/Schemas'],
      ] as const) {
        const answer = await scim(method, path, method === 'GET' ? undefined : {}, call)
        expect([answer.status, answer.body.status]).toEqual([status, String(status)])
      }
    expect((await scim('GET', '/Users', undefined, { key: service.adminKey })).status).toBe(200)
    expect((await service.call('GET', '/v1/employees', { key })).status).toBe(403)
  })
})

describe('finding', () => {
  test('by every filter that is taken, in any case, and combined', async () => {
    const externalId = `Ext-"${randomUUID()}"`
    const { id, userName } = await bring({ externalId })
    const escaped = JSON.stringify(externalId)
    const hits = [
      `id eq "${id}"`,
      `externalId eq ${escaped}`,
      `USERNAME EQ "${userName}"`,
      `${user}:userName eq "${userName}"`,
      `emails.value eq "${userName.toUpperCase()}"`,
      `emails eq "${userName}"`,
      `emails[type eq "work"].value eq "${userName}"`,
      `emails[value eq "${userName}" and primary eq true]`,
      `id eq "${id}" and active eq true`,
      `id eq "${id}" and active eq "True"`,
      `userName eq "nobody" or (id eq "${id}" and (active eq false or externalId eq ${escaped}))`,
      `userName eq "nobody" and id eq "nobody" or id eq "${id}"`,
    ]
    for (const filter of hits) {
      const answer = await find(filter)
      expect([filter, answer.body.totalResults, answer.body.Resources?.[0]?.id]).toEqual([filter, 1, id])
    }
    const misses = [
      `externalId eq ${escaped.toUpperCase()}`,
      `id eq "${id}" and active eq false`,
      `emails[type eq "home"].value eq "${userName}"`,
      `emails[primary eq false].value eq "${userName}"`,
      `id eq "${id}" and (userName eq "nobody" or active eq false)`,
      `userName eq "' or '1'='1"`,
      `userName eq "x\\" or active eq true or userName eq \\"x"`,
      `userName eq "%"`,
      `id eq "' or true --"`,
    ]
    for (const filter of misses) expect([filter, (await find(filter)).body.totalResults]).toEqual([filter, 0])
  })

  const refused = [
    'userName co "a"',
    'userName sw "a"',
    'userName pr',
    'not (userName eq "a")',
    'name.familyName eq "de Wit"',
    'password eq "x"',
    'role eq "admin"',
    `${enterprise}:department eq "x"`,
    '__proto__ eq "x"',
    '__proto__.polluted eq "x"',
    'constructor.prototype.polluted eq "x"',
    'userName',
    'userName eq',
    'userName eq null',
    'userName eq 1',
    'userName eq true',
    'userName eq sanne',
    "userName eq 'sanne'",
    'active eq "perhaps"',
    'userName eq "a" and',
    'userName eq "a" userName eq "b"',
    'userName eq "a',
    'userName eq "\\x"',
    'userName eq "\\u0000"',
    'userName eq "\\ud800"',
    '(userName eq "a"',
    'userName eq "a")',
    'emails[type eq "work"',
    'emails[emails[type eq "work"]]',
    '',
    ' ',
    ';',
    'userName eq "a"; drop table employees',
    '('.repeat(900),
    `${'userName eq "a" or '.repeat(40)}userName eq "a"`,
    `userName eq "${'a'.repeat(2000)}"`,
  ].map((filter) => ({ filter, name: filter.slice(0, 60) }))

  test.each(refused)('refuses the filter $name', async ({ filter }) => {
    const { status, body } = await find(filter)
    expect([status, body.status, body.scimType]).toEqual([400, '400', 'invalidFilter'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('pages tell the total, and no page is larger than two hundred', async () => {
    const before = (await scim('GET', '/Users?count=0')).body
    expect(before).toMatchObject({ Resources: [], itemsPerPage: 0 })
    for (let n = 0; n < 5; n++) await bring()
    await service.sql.query(
      `insert into employees (id, name, discipline, role, contract_hours, created_at, version)
       select gen_random_uuid(), 'Many ' || n, 'both', 'member', 36, now(), 1 from generate_series(1, 250) n`,
    )
    const total = before.totalResults + 255
    const seen: string[] = []
    for (let startIndex = 1; startIndex <= total; startIndex += 90) {
      const { body } = await scim('GET', `/Users?startIndex=${startIndex}&count=90`)
      expect(body).toMatchObject({ totalResults: total, startIndex, itemsPerPage: body.Resources.length })
      seen.push(...body.Resources.map(({ id }: { id: string }) => id))
    }
    expect([seen.length, new Set(seen).size]).toEqual([total, total])
    for (const [query, itemsPerPage, startIndex] of [
      ['count=1000000000000', 200, 1],
      ['count=-5', 0, 1],
      ['startIndex=-1&count=3', 3, 1],
      ['startIndex=0&count=3', 3, 1],
      ['startIndex=99999999999999999999', 0, 1e9],
    ] as const) {
      const { status, body } = await scim('GET', `/Users?${query}`)
      expect([query, status, body.itemsPerPage, body.startIndex, body.totalResults]).toEqual([
        query,
        200,
        itemsPerPage,
        startIndex,
        total,
      ])
    }
    for (const query of ['count=ten', 'startIndex=1.5', 'count=', 'filter=a&filter=b', 'count=1&count=2'])
      expect([query, (await scim('GET', `/Users?${query}`)).status]).toEqual([query, 400])
  })

  test('shows the attributes that are asked for, and never more', async () => {
    const made = await bring()
    const { schemas, id, userName, displayName, meta } = made
    const shown = await scim('GET', `/Users/${id}?attributes=displayName`)
    expect(shown.body).toEqual({ schemas, id, userName, displayName, meta })
    const parts = (await scim('GET', `/Users/${id}?attributes=${user}:name.givenName,id`)).body
    expect(Object.keys(parts).sort()).toEqual(['id', 'meta', 'name', 'schemas', 'userName'])
    const hidden = await scim('GET', `/Users?excludedAttributes=emails,members,id&filter=id eq "${id}"`)
    const { emails, ...rest } = made
    expect(hidden.body.Resources).toEqual([rest])
  })
})

describe('what directories have in them keeps nobody out', () => {
  test('the names of a PATCH, in any case', async () => {
    const { id } = await bring()
    const inLowerCase = await scim('PATCH', `/Users/${id}`, {
      schemas: [patchOp],
      operations: [{ op: 'replace', path: 'displayName', value: 'Sanne' }],
    })
    expect([inLowerCase.status, inLowerCase.body.displayName]).toEqual([200, 'Sanne'])
    const inCapitals = await scim('PATCH', `/Users/${id}`, {
      SCHEMAS: [patchOp],
      Operations: [
        { Op: 'Replace', Path: 'DisplayName', Value: 'Fatima' },
        { OP: 'REPLACE', VALUE: { EMAILS: [{ Type: 'Work', Value: 'fatima@example.org' }] } },
      ],
    })
    expect([inCapitals.status, inCapitals.body.displayName, inCapitals.body.emails[0].value]).toEqual([
      200,
      'Fatima',
      'fatima@example.org',
    ])
  })

  test.each(['12', 'ask Piet', '06 12345678 ext. 9', '0'.repeat(5000)])(
    'a telephone number that nobody can call: %.20s',
    async (value) => {
      const { logger, lines } = logLines()
      const beside = await startService(service, { logger })
      try {
        const made = await beside.call('POST', '/scim/v2/Users', {
          key,
          body: person(mail(), { phoneNumbers: [{ type: 'work', value }] }),
        })
        expect([made.status, made.body.phoneNumbers]).toEqual([201, undefined])
        expect(lines.find(({ employeeId }) => employeeId === made.body.id)).toMatchObject({
          level: 40,
          msg: 'a telephone number that nobody can call was left out',
        })
      } finally {
        await beside.stop()
      }
    },
  )

  test('a number that became none is not kept, and one that is a number is', async () => {
    const { id } = await bring({ phoneNumbers: [{ type: 'work', value: '06 12345678' }] })
    const numbers = async (value: string | null) => {
      const answer = await patch(id, { op: 'replace', path: 'phoneNumbers[type eq "work"].value', value })
      return [answer.status, answer.body.phoneNumbers?.[0].value]
    }
    expect(await numbers('nobody knows')).toEqual([200, undefined])
    expect((await service.do('GET', `/v1/employees/${id}`)).phone).toBeNull()
    expect(await numbers('030 1234567')).toEqual([200, '+31301234567'])
  })
})

test('meta tells when somebody was changed last', async () => {
  const begun = Temporal.Now.instant()
  const at = (minutes: number) => begun.add({ minutes }).toString({ smallestUnit: 'millisecond' })
  const later = (minutes: number) => {
    service.clock.now = begun.add({ minutes })
  }
  later(0)
  const { id, meta } = await bring()
  expect([meta.created, meta.lastModified]).toEqual([at(0), at(0)])
  const lastModified = async () => (await scim('GET', `/Users/${id}`)).body.meta.lastModified
  const change = (value: string) => patch(id, { op: 'replace', path: 'displayName', value })
  later(1)
  expect((await change('Piet')).body.meta).toMatchObject({ created: at(0), lastModified: at(1) })
  later(2)
  expect((await change('Piet')).body.meta.lastModified).toBe(at(1))
  later(3)
  await service.do('PATCH', `/v1/employees/${id}`, { headers: { 'if-match': '*' }, body: { role: 'coach' } })
  expect(await lastModified()).toBe(at(3))
  later(4)
  expect((await patch(id, { op: 'replace', path: 'active', value: false })).body.meta.lastModified).toBe(
    at(4),
  )
  expect(await lastModified()).toBe(at(4))
  service.clock.now = undefined
})

describe('what is wrong is said in SCIM, and is never our mistake', () => {
  const operations = (...Operations: unknown[]) => ({ schemas: [patchOp], Operations })
  test.each([
    ['no operations', {}, 'invalidValue'],
    ['operations of nothing', operations(), 'invalidValue'],
    ['operations that are none', { Operations: 'x' }, 'invalidValue'],
    ['an operation that is none', operations(7), 'invalidValue'],
    ['an unknown verb', operations({ op: 'move', path: 'userName', value: 'x' }), 'invalidSyntax'],
    ['a path that is none', operations({ op: 'add', path: 'emails[type eq', value: 'x' }), 'invalidPath'],
    ['an empty path', operations({ op: 'add', path: '', value: 'x' }), 'invalidPath'],
    [
      'a path with a NUL',
      operations({ op: 'add', path: 'emails[type eq "\\u0000"]', value: 'x' }),
      'invalidPath',
    ],
    ['nothing to remove', operations({ op: 'remove' }), 'noTarget'],
    ['no value', operations({ op: 'replace', path: 'displayName' }), 'invalidValue'],
    ['no object where there is no path', operations({ op: 'add', value: 'x' }), 'invalidValue'],
    ['an activity that is none', operations({ op: 'replace', path: 'active', value: 'no' }), 'invalidValue'],
    ['to remove the activity', operations({ op: 'remove', path: 'active' }), 'invalidValue'],
    ['to remove the userName', operations({ op: 'remove', path: 'userName' }), 'invalidValue'],
    ['an empty userName', operations({ op: 'replace', path: 'userName', value: ' ' }), 'invalidValue'],
    ['a userName of numbers', operations({ op: 'replace', path: 'userName', value: 7 }), 'invalidValue'],
    [
      'a long name',
      operations({ op: 'replace', path: 'displayName', value: 'x'.repeat(201) }),
      'invalidValue',
    ],
    ['a name that is text', operations({ op: 'replace', path: 'name', value: 'x' }), 'invalidValue'],
    [
      'no e-mail address',
      operations({ op: 'replace', path: 'emails', value: [{ value: 'x' }] }),
      'invalidValue',
    ],
    ['emails of numbers', operations({ op: 'replace', path: 'emails', value: [7] }), 'invalidValue'],
    [
      'a telephone number that is no text',
      operations({ op: 'add', path: 'phoneNumbers', value: [{ value: 612345678 }] }),
      'invalidValue',
    ],
    [
      'operations twice, in two cases',
      { ...operations({ op: 'replace', path: 'displayName', value: 'A' }), operations: [] },
      'invalidValue',
    ],
    [
      'a verb twice, in two cases',
      operations({ op: 'replace', OP: 'remove', path: 'displayName', value: 'A' }),
      'invalidValue',
    ],
  ])('%s', async (_, body, scimType) => {
    const { id } = await bring()
    const before = (await scim('GET', `/Users/${id}`)).body
    const answer = await scim('PATCH', `/Users/${id}`, body)
    expect([answer.status, answer.body.status, answer.body.scimType]).toEqual([400, '400', scimType])
    expect(answer.body.schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:Error'])
    expect((await scim('GET', `/Users/${id}`)).body).toEqual(before)
  })

  test.each([
    ['{', 'application/scim+json', 400],
    ['"text"', 'application/scim+json', 400],
    ['null', 'application/json', 400],
    ['[]', 'application/json', 400],
    ['{"userName":"a","userName":"b"}', 'application/scim+json', 400],
    ['{"userName":"\\u0000"}', 'application/scim+json', 400],
    ['{"userName":"\\ud800"}', 'application/scim+json', 400],
    ['{"__proto__":{"userName":"a"}}', 'application/scim+json', 400],
    [`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, 'application/scim+json', 400],
    [Buffer.from([0x22, 0xff, 0x22]).toString('latin1'), 'application/scim+json', 400],
    ['{"userName":"a"}', 'application/scim+json; charset=latin1', 415],
    ['{"userName":"a"}', 'application/xml', 415],
    [`{"userName":"${'a'.repeat(300_000)}"}`, 'application/scim+json', 413],
  ])('a body of %#', async (body, type, status) => {
    const payload =
      type === 'application/scim+json' && body.includes('\u00ff') ? Buffer.from(body, 'latin1') : body
    const answer = await service.call('POST', '/scim/v2/Users', {
      key,
      body: payload,
      headers: { 'content-type': type },
    })
    expect([answer.status, answer.body.status]).toEqual([status, String(status)])
  })

  test('what is nowhere, and what takes no such method', async () => {
    for (const path of [`/Users/${randomUUID()}`, '/Users/nobody', '/Groups', '/Bulk', '/Schemas/urn:x']) {
      const answer = await scim('GET', path)
      expect([path, answer.status, answer.body.status]).toEqual([path, 404, '404'])
    }
    const answer = await scim('PUT', '/Users', {})
    expect([answer.status, answer.body.status, answer.headers.allow]).toEqual([405, '405', 'GET, HEAD, POST'])
  })

  test('a change of another version than the one that is meant is refused', async () => {
    const { id } = await bring()
    const change = { Operations: [{ op: 'replace', path: 'displayName', value: 'Other' }] }
    const headers = { 'if-match': '"7"' }
    for (const answer of [
      await scim('PATCH', `/Users/${id}`, change, { headers }),
      await scim('PUT', `/Users/${id}`, person(mail()), { headers }),
      await scim('DELETE', `/Users/${id}`, undefined, { headers }),
    ])
      expect([answer.status, answer.body.status]).toEqual([412, '412'])
    expect((await scim('PATCH', `/Users/${id}`, change, { headers: { 'if-match': 'W/"1"' } })).status).toBe(
      200,
    )
    const known = { headers: { 'if-none-match': '"2"' } }
    expect((await scim('GET', `/Users/${id}`, undefined, known)).status).toBe(304)
  })
})

test('the service tells what of SCIM it serves, and keeps what it tells', async () => {
  const { body: config } = await scim('GET', '/ServiceProviderConfig')
  expect(config).toMatchObject({ patch: { supported: true }, bulk: { supported: false } })
  for (const list of ['/ResourceTypes', '/Schemas']) {
    const { body } = await scim('GET', list)
    expect(body.totalResults).toBe(1)
    const [only] = body.Resources
    const one = await service.call('GET', only.meta.location, { key })
    expect(one.body).toEqual(only)
  }
  const { body: schema } = await scim('GET', `/Schemas/${user}`)
  const made = await bring({
    externalId: randomUUID(),
    phoneNumbers: [{ type: 'work', value: '06 12345678' }],
  })
  const common = ['schemas', 'id', 'externalId', 'meta']
  const told = schema.attributes.map(({ name }: { name: string }) => name)
  expect(Object.keys(made).sort()).toEqual([...common, ...told].sort())
})
