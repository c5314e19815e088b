import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { atOnce, tally } from '../support/at-once.ts'
import { setScene } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'
import { callbackRow, changeCase, insert, refusal, resolutionRow } from './script.ts'

const service = useService()
const beside = useInstance(service)

let references = 900000000

/** A whole new case with its history, in SQL: open with a promise, or resolved in the same contact. */
function newCase(owner: { id: string }, teamId: string, customerId: string, resolved = false): string[] {
  const [id, promise] = [randomUUID(), randomUUID()]
  const kase = { id, owner }
  const contactId = randomUUID()
  return [
    insert('cases', {
      id,
      reference: String(++references),
      customer_id: customerId,
      owner_id: owner.id,
      team_id: teamId,
      callback_id: resolved ? null : promise,
      resolution_id: resolved ? promise : null,
      resolved_at: resolved ? 'now()' : null,
      subject: 'Why',
      question: 'Why?',
      origin: 'question',
      channel: 'phone',
      opened_by_kind: 'employee',
      opened_by_id: owner.id,
      assignment_reason: 'taken',
      opened_at: 'now()',
      version: '1',
    }),
    insert('events', {
      id: randomUUID(),
      type: 'case.opened',
      at: 'now()',
      case_id: id,
      case_sequence: '1',
      actor_kind: 'employee',
      data: '{}',
    }),
    ...(resolved
      ? [
          insert('contacts', {
            id: contactId,
            case_id: id,
            direction: 'inbound',
            channel: 'phone',
            outcome: 'reached',
            at: 'now()',
            employee_id: owner.id,
            spoken_for: owner.id,
            opening: 'true',
            participants: '[]',
            recorded_by_kind: 'employee',
            recorded_by_id: owner.id,
            recorded_at: 'now()',
          }),
          resolutionRow(kase, { id: promise, contact_id: contactId, contact_moment: 'opening' }),
        ]
      : [callbackRow(kase, { id: promise })]),
  ]
}

describe('no SQL makes a case', () => {
  test.each([
    ['of a specialist', async () => service.employee({ teamId: null })],
    [
      'of who has left',
      async () => {
        const gone = await service.employee({ teamId: (await service.team()).id })
        await service.employee({ teamId: gone.teamId })
        await service.sql.query('update employees set departed_at = now() where id = $1', [gone.id])
        return gone
      },
    ],
    ['of a member of another team', async () => service.employee({ teamId: (await service.team()).id })],
  ])('%s, neither open nor resolved at once', async (_, find) => {
    const { team, customer } = await setScene(service)
    const owner = await find()
    const refused = 'cases_owner_is_an_active_member'
    expect(await refusal(service, ...newCase(owner, team.id, customer.id))).toBe(refused)
    expect(await refusal(service, ...newCase(owner, team.id, customer.id, true))).toBe(refused)
  })

  test('of somebody who does not exist, or of nobody', async () => {
    const { team, customer } = await setScene(service)
    const nobody = { id: randomUUID() }
    expect(await refusal(service, ...newCase(nobody, team.id, customer.id))).toMatch(/^cases_owner_/)
    expect(await refusal(service, ...newCase(nobody, team.id, customer.id, true))).toMatch(
      /_owner_|contacts_employee_exists/,
    )
    const [opened = ''] = newCase(nobody, team.id, customer.id)
    expect(await refusal(service, opened.replace(`'${nobody.id}'`, 'null'))).toMatch(/^23502.*owner_id/)
  })
})

describe('no SQL takes the owner from an open case', () => {
  test.each([
    ['by departure', `departed_at = now()`],
    ['by making a specialist of them', 'team_id = null'],
    [
      'by moving them to another team',
      `team_id = (select id from teams where id <> team_id order by id limit 1)`,
    ],
  ])('%s', async (_, set) => {
    const { sanne, take } = await setScene(service)
    await service.team()
    await take()
    const update = `update employees set ${set} where id = '${sanne.id}'`
    expect(await refusal(service, update)).toBe('cases_owner_is_an_active_member')
    expect(await refusal(service, 'set constraints all deferred', update)).toBe(
      'cases_owner_is_an_active_member',
    )
  })

  test('by another id', async () => {
    const { sanne, take } = await setScene(service)
    await take()
    const update = `update employees set id = gen_random_uuid() where id = '${sanne.id}'`
    expect(await refusal(service, update)).toBe('employees_stay')
  })

  test('by deleting them, one by one or all at once', async () => {
    const { sanne, take } = await setScene(service)
    await take()
    expect(await refusal(service, `delete from employees where id = '${sanne.id}'`)).toBe('employees_stay')
    expect(await refusal(service, 'truncate employees cascade')).toMatch(/_stay$|_history$/)
  })

  test('by moving the case to a team that is not theirs', async () => {
    const { take } = await setScene(service)
    const other = await setScene(service)
    const { id } = await take()
    for (const teamId of [`'${other.team.id}'`, 'null', 'gen_random_uuid()']) {
      const answer = await refusal(service, changeCase(id, `team_id = ${teamId}`))
      expect(answer).toMatch(
        teamId === 'null' ? /^23502.*team_id/ : /^cases_(owner_is_an_active_member|team_exists)$/,
      )
    }
  })

  test('by reopening what somebody left behind who is gone', async () => {
    const { sanne, resolved } = await setScene(service)
    const kase = await resolved()
    await service.sql.query('update employees set departed_at = now() where id = $1', [sanne.id])
    const promise = randomUUID()
    expect(
      await refusal(
        service,
        callbackRow(kase, { id: promise }),
        changeCase(kase.id, `callback_id = '${promise}', resolution_id = null, resolved_at = null`),
      ),
    ).toBe('cases_owner_is_an_active_member')
  })
})

test('fifty at once: while its owner opens cases and is sent to other teams and out of them, each case has its owner', async () => {
  const { sanne, customer, team } = await setScene(service)
  const other = await service.team()
  const answers = await atOnce([service, beside], (to, n) =>
    n % 2 === 0 || n % 4 === 1
      ? to.call('POST', '/v1/cases', { as: sanne.id, body: { customerId: customer.id, question: 'Why?' } })
      : to.call('PATCH', `/v1/employees/${sanne.id}`, {
          body: { teamId: [other.id, team.id, null][n % 3] },
          headers: { 'if-match': '*' },
        }),
  )
  const counts = tally(answers)
  // To become a specialist is refused once there is a case, and a specialist's cases go to a member of the team.
  expect(Object.keys(counts).filter((name) => !/^(200|201|409 owns-open-cases)$/.test(name))).toEqual([])
  expect(counts['201']).toBeGreaterThan(30)
})
