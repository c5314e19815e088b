import pg from 'pg'
import { expect, test } from 'vitest'
import { atOnce } from '../support/at-once.ts'
import { outbound } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

const move = (employee: { id: string }, teamId: string | null): Promise<Answer> =>
  service.call('PATCH', `/v1/employees/${employee.id}`, { body: { teamId }, headers: { 'if-match': '*' } })

const openCase = async (as: string): Promise<Answer['body']> => {
  const body = { customer: { name: 'Mevrouw Dijkstra', phone: '06 12345678' }, question: 'Why twice?' }
  return service.do('POST', '/v1/cases', { as, body })
}

const activeMembers = async (teamId: string): Promise<number> => {
  const found = await service.sql.query(
    'select count(*)::int as n from employees where active_team_id = $1',
    [teamId],
  )
  return found.rows[0].n
}

/** A default team of its own for each test. */
const newDefaultTeam = async (members: number) => {
  const team = await service.team()
  const people = await Promise.all(
    Array.from({ length: members }, () => service.employee({ teamId: team.id })),
  )
  await service.sql.query('update organisation set default_team_id = $1', [team.id])
  return { team, people }
}

test('somebody who moves to another team takes their open cases along and stays their owner', async () => {
  const from = await service.team()
  const to = await service.team()
  const sanne = await service.employee({ teamId: from.id })
  await service.employee({ teamId: from.id })
  const cases = [await openCase(sanne.id), await openCase(sanne.id), await openCase(sanne.id)]
  expect((await move(sanne, to.id)).body.teamId).toBe(to.id)
  for (const { id, callback, version } of cases) {
    const kase = await service.do('GET', `/v1/cases/${id}`)
    expect(kase).toMatchObject({ teamId: to.id, owner: { id: sanne.id }, callback: { id: callback.id } })
    expect(kase.version).toBeGreaterThan(version)
  }
})

test('a resolved case stays with its team, and comes to its owner’s new team when it is opened again', async () => {
  const [from, to] = [await service.team(), await service.team()]
  const [sanne, piet] = [
    await service.employee({ teamId: from.id }),
    await service.employee({ teamId: from.id }),
  ]
  const { id } = await openCase(sanne.id)
  const body = { outcome: 'answered', summary: 'Paid back.', contact: outbound }
  await service.do('POST', `/v1/cases/${id}/resolve`, { as: sanne.id, body })
  await move(sanne, to.id)
  const seenBy = async (as: string) => (await service.call('GET', `/v1/cases/${id}`, { as })).status
  expect([await seenBy(sanne.id), await seenBy(piet.id)]).toEqual([404, 200])
  await service.do('POST', `/v1/cases/${id}/reopen`, { as: piet.id, body: { reason: 'Again.' } })
  expect([await seenBy(sanne.id), await seenBy(piet.id)]).toEqual([200, 404])
})

test('an owner of open cases cannot leave every team', async () => {
  const team = await service.team()
  const [sanne] = [await service.employee({ teamId: team.id }), await service.employee({ teamId: team.id })]
  const kase = await openCase(sanne.id)
  const answer = await move(sanne, null)
  expect([answer.status, answer.body.code]).toEqual([409, 'owns-open-cases'])
  expect((await service.do('GET', `/v1/cases/${kase.id}`)).owner.id).toBe(sanne.id)
  expect((await service.do('GET', `/v1/employees/${sanne.id}`)).teamId).toBe(team.id)
})

test('cases that are opened while their owner moves all end up with the owner, in the new team', async () => {
  const from = await service.team()
  const to = await service.team()
  const sanne = await service.employee({ teamId: from.id })
  await service.employee({ teamId: from.id })
  const body = { customer: { name: 'Mevrouw Dijkstra', phone: '06 12345678' }, question: 'Why twice?' }
  const [moved, ...opened] = await atOnce(
    [service],
    (_, n) => (n === 0 ? move(sanne, to.id) : service.call('POST', '/v1/cases', { as: sanne.id, body })),
    13,
  )
  expect(moved?.status).toBe(200)
  expect(opened.map((a) => a.status)).toEqual(Array(12).fill(201))
  const { rows } = await service.sql.query('select distinct team_id from cases where owner_id = $1', [
    sanne.id,
  ])
  expect(rows).toEqual([{ team_id: to.id }])
})

test('the last active member of the default team stays in it', async () => {
  const { team, people } = await newDefaultTeam(1)
  const [only] = people
  for (const to of [null, (await service.team()).id]) {
    const answer = await move(only, to)
    expect([answer.status, answer.body.code]).toEqual([409, 'last-member-of-default-team'])
  }
  expect(await activeMembers(team.id)).toBe(1)
})

test('when all fifty members of the default team leave at once, one remains', async () => {
  const { team, people } = await newDefaultTeam(50)
  const answers = await atOnce(people, (person) => move(person, null))
  expect(answers.filter((a) => a.status === 200)).toHaveLength(49)
  expect(answers.filter((a) => a.status !== 200).map((a) => a.body.code)).toEqual([
    'last-member-of-default-team',
  ])
  expect(await activeMembers(team.id)).toBe(1)
})

test('no SQL empties the default team: not one by one, not all at once, and not by departure', async () => {
  const { team } = await newDefaultTeam(3)
  const refused = { constraint: 'organisation_default_team_has_a_member' }
  for (const set of ['team_id = null', 'departed_at = now()']) {
    const all = service.sql.query(`update employees set ${set} where active_team_id = $1`, [team.id])
    await expect(all).rejects.toMatchObject(refused)
  }
  const { rows } = await service.sql.query('select id from employees where active_team_id = $1', [team.id])
  for (const { id } of rows.slice(1))
    await service.sql.query('update employees set team_id = null where id = $1', [id])
  await expect(
    service.sql.query('update employees set team_id = null where id = $1', [rows[0].id]),
  ).rejects.toMatchObject(refused)
  expect(await activeMembers(team.id)).toBe(1)
})

test('scripts that empty the default team side by side leave somebody in it', async () => {
  const { team, people } = await newDefaultTeam(12)
  const leaves = people.map(async ({ id }) => {
    const script = new pg.Client({ connectionString: service.databaseUrl })
    await script.connect()
    try {
      await script.query('update employees set departed_at = now() where id = $1', [id])
    } finally {
      await script.end()
    }
  })
  const left = (await Promise.allSettled(leaves)).filter(({ status }) => status === 'fulfilled').length
  expect(left).toBeLessThan(12)
  expect(await activeMembers(team.id)).toBe(12 - left)
})

test('no SQL takes the team from under the owner of an open case', async () => {
  const team = await service.team()
  const sanne = await service.employee({ teamId: team.id })
  await service.employee({ teamId: team.id })
  await openCase(sanne.id)
  for (const set of ['team_id = null', 'departed_at = now()']) {
    const leave = service.sql.query(`update employees set ${set} where id = $1`, [sanne.id])
    await expect(leave).rejects.toMatchObject({ constraint: 'cases_owner_is_an_active_member' })
  }
})
