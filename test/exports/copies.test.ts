import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { hideCase } from '../support/hidden-case.ts'
import { inbound, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

type Row = Readonly<Record<string, unknown>> & { readonly id: string }
const kinds = ['cases', 'contacts', 'callbacks', 'consultations', 'gestures', 'deviations', 'customers']

async function exported(kind: string, cursor = '') {
  const { text } = await service.call('GET', `/v1/exports/${kind}${cursor && `?cursor=${cursor}`}`)
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const end: { cursor: string } = lines.pop()
  return { rows: lines as Row[], cursor: end.cursor }
}

const byId = (a: Row, b: Row) => (a.id < b.id ? -1 : 1)

/** Copies of every kind that only ever hear what has changed. */
async function keepCopies() {
  const cursors = new Map<string, string>()
  const copies = new Map(kinds.map((kind) => [kind, new Map<string, Row>()]))
  const follow = async () => {
    for (const [kind, copy] of copies) {
      const { rows, cursor } = await exported(kind, cursors.get(kind))
      for (const row of rows) copy.set(row.id, row)
      cursors.set(kind, cursor)
    }
  }
  const expectWhole = async () => {
    await follow()
    for (const [kind, copy] of copies)
      expect([kind, [...copy.values()].sort(byId)]).toEqual([
        kind,
        (await exported(kind)).rows.toSorted(byId),
      ])
  }
  await follow()
  return expectWhole
}

test('a copy that hears only what has changed is as the whole is, whatever it was that changed', async () => {
  await service.do('POST', '/v1/topics', { body: { code: 'invoice', name: 'Invoice' } })
  const { team, sanne, piet, customer } = await setScene(service)
  const bea = await service.employee({ teamId: team.id })
  const { id } = await hideCase({ service, owner: sanne, teamId: team.id })
  const expectWhole = await keepCopies()
  const contact = await service.do('POST', `/v1/cases/${id}/contacts`, { as: bea.id, body: inbound })
  await service.do('POST', `/v1/cases/${id}/successions`, {
    as: bea.id,
    body: { cause: 'customerChoice', toOwnerId: piet.id, reason: 'They asked.', contactId: contact.id },
  })
  await expectWhole()
  const body = { customerId: customer.id, reason: 'Somebody else called.' }
  await service.do('POST', `/v1/cases/${id}/customer-correction`, { as: piet.id, body })
  await expectWhole()
  await service.do('POST', `/v1/employees/${piet.id}/departure`, { body: {} })
  await expectWhole()

  const [one, two, three] = [
    customer,
    ...(await Promise.all([1, 2].map(() => service.customer({ teamId: team.id })))),
  ]
  const merge = (who: Row | undefined, into: Row | undefined) =>
    service.do('POST', `/v1/customers/${who?.id}/merge-into`, { body: { customerId: into?.id } })
  await merge(one, two)
  await expectWhole()
  await merge(two, three)
  await expectWhole()
  await service.do('POST', `/v1/customers/${two?.id}/unmerge`)
  await expectWhole()
})

test('read on from the beginning of the history in small parts, it is the same', async () => {
  await service.do('POST', '/v1/topics', { body: { code: 'late', name: 'Late' } })
  const { open, sanne } = await setScene(service)
  for (let made = 0; made < 3; made++) {
    const { id } = await open()
    for (let said = 0; said < 3; said++)
      await service.do('POST', `/v1/cases/${id}/contacts`, { as: sanne.id, body: inbound })
  }
  for (const kind of ['cases', 'contacts']) {
    const whole = await exported(kind)
    const copy = new Map<string, Row>()
    for (let place = '0', parts = 0; place !== whole.cursor; parts++) {
      const { rows, cursor } = await exported(kind, `${place}&limit=2`)
      // Some events tell of all contacts of a case together.
      if (kind === 'cases') expect(rows.length).toBeLessThanOrEqual(2)
      expect(parts).toBeLessThan(200)
      for (const row of rows) copy.set(row.id, row)
      place = cursor
    }
    expect([...copy.values()].sort(byId)).toEqual([...whole.rows].sort(byId))
  }
})

test('a cursor that would leave rows out is refused', async () => {
  const { teamId } = await service.customer({ teamId: (await service.team()).id })
  await service.customer({ teamId })
  const ask = async (kind: string, cursor: string) => {
    const { status, body } = await service.call('GET', `/v1/exports/${kind}?cursor=${cursor}`)
    return [status, body?.errors?.[0]?.pointer]
  }
  const { text } = await service.call('GET', '/v1/exports/customers?limit=1')
  const { cursor } = JSON.parse(text.trimEnd().split('\n')[1] ?? '')
  expect(await ask('customers', cursor)).toEqual([200, undefined])
  for (const kind of ['cases', 'events']) expect(await ask(kind, cursor)).toEqual([400, '#/cursor'])
  // As after a restore from a backup.
  expect(await ask('cases', '999999')).toEqual([400, '#/cursor'])
  expect(await ask('customers', `1.${randomUUID()}`)).toEqual([400, '#/cursor'])
})
