import { expect, test } from 'vitest'
import { type Scene, setScene } from '../support/scene.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

/* What was given, asked and wished for stands under the team of that time; its case may be another team's now. */

const service = useService()
const headers = { 'if-match': '*' }
const amount = { amount: '10.00', currency: 'EUR' }

/** A case of Sanne's on which she gave, wished and asked, and which came to another team with her. */
async function moved(home: Scene, away: Scene): Promise<Record<'gesture' | 'ask' | 'consultation', string>> {
  const { sanne, piet } = home
  const { id } = await home.take()
  const make = async (what: string, body: object) =>
    (await service.do('POST', `/v1/cases/${id}/${what}`, { as: sanne.id, body })).id
  const made = {
    gesture: await make('gestures', { kind: 'refund', amount, reason: 'Charged twice.' }),
    ask: await make('asks', { wish: 'A new phone.', amount, reason: 'The third one that broke.' }),
    consultation: await make('consultations', { employeeId: piet.id, question: 'Why?' }),
  }
  await service.do('POST', `/v1/consultations/${made.consultation}/answer`, {
    as: piet.id,
    body: { answer: 'So.' },
  })
  await service.do('POST', `/v1/cases/${id}/resolve`, {
    as: sanne.id,
    body: {
      outcome: 'answered',
      summary: 'Paid back.',
      contact: { direction: 'outbound', channel: 'phone', summary: 'Told.' },
    },
  })
  await service.do('PATCH', `/v1/employees/${sanne.id}`, { headers, body: { teamId: away.team.id } })
  await service.do('POST', `/v1/cases/${id}/reopen`, { as: sanne.id, body: { reason: 'No money yet.' } })
  return made
}

test.each([
  ['gestures', 'gesture', ['kind=refund', 'state=granted', 'ownerId=SANNE', 'grantedById=SANNE']],
  ['asks', 'ask', ['state=withdrawn', 'askedById=SANNE', 'bySilence=false']],
  ['consultations', 'consultation', ['kind=question', 'state=answered', 'askedById=SANNE']],
] as const)('a case that came to the team brings its %s', async (list, what, filters) => {
  const [home, away] = [await setScene(service), await setScene(service)]
  const mate = await service.employee({ teamId: home.team.id })
  const made = await moved(home, away)
  const found = async (as: string, query: string): Promise<string[]> =>
    (await service.do('GET', `/v1/${list}?${query.replace('SANNE', home.sanne.id)}`, { as })).data.map(
      ({ id }: Answer['body']) => id,
    )

  const ofTeams =
    list === 'consultations' ? [] : [`teamId=${home.team.id}`, `teamId=${away.team.id},${home.team.id}`]
  for (const query of ['', ...filters, ...ofTeams]) {
    expect(await found(away.piet.id, query), query).toEqual([made[what]])
    expect(await found(mate.id, query), query).toEqual([])
  }
  if (list !== 'consultations') expect(await found(away.piet.id, `teamId=${away.team.id}`)).toEqual([])
})

test('that a case came from another team is known, whatever a script says of it', async () => {
  const [home, away] = [await setScene(service), await setScene(service)]
  const { gesture } = await moved(home, away)
  await service.sql.query(
    `with told as (
      insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
      select gen_random_uuid(), 'case.moved', now(), id, version + 1, 'system', '{}' from cases where team_id = $1
    ) update cases set changed_team = false, version = version + 1 where team_id = $1`,
    [away.team.id],
  )
  const { data } = await service.do('GET', '/v1/gestures', { as: away.piet.id })
  expect(data).toMatchObject([{ id: gesture }])
})
