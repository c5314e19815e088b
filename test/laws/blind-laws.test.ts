import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'
import { changeCase, contactRow, insert, refusal, resolutionRow } from './script.ts'
import { moveTo, successionRow } from './succession-script.ts'

const service = useService()

test('every function of ours knows its tables, whatever the search path of whoever fires it', async () => {
  const { rows } = await service.sql.query(`
    select proname as name,
      prosqlbody is not null or 'search_path=pg_catalog, public, pg_temp' = any(proconfig) as knows
    from pg_proc p where pronamespace = 'public'::regnamespace and prokind <> 'a'
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`)
  expect(rows.length).toBeGreaterThan(50)
  expect(rows.filter(({ knows }) => knows !== true).map(({ name }) => name)).toEqual([])
})

/** Makes what follows the doing of somebody who may read and write every table, and nothing else. */
function writer(): readonly string[] {
  const role = `writer_${randomUUID().replaceAll('-', '')}`
  return [
    `create role ${role}`,
    `grant select, insert, update on all tables in schema public to ${role}`,
    `set local role ${role}`,
  ]
}

/** A temporary table that looks like ours, and says of the rows `where` what its maker wants it to say. */
const lie = (table: string, set: string, where: string): readonly string[] => [
  `create temporary table ${table} on commit drop as table public.${table}`,
  `update pg_temp.${table} set ${set} where ${where}`,
]

const around = { from_at: `now() - '1 hour'::interval`, until_at: `now() + '9 hours'::interval` }

describe('a temporary table by the name of one of ours blinds no law', () => {
  test('a writer does this, and reads what it wrote', async () => {
    const { take, customer } = await setScene(service)
    const kase = await take()
    const lies = lie('customers', `name = 'Nobody'`, `id = '${customer.id}'`)
    expect(await refusal(service, ...writer(), ...lies, contactRow(kase, {}))).toBe('nothing')
    expect(await refusal(service, ...writer(), 'delete from notes')).toMatch(/^42501: /)
  })

  test('stand_ins: nobody stands in for an owner who is there', async () => {
    const { take, piet, sanne } = await setScene(service)
    const kase = await take()
    const lies = [
      'create temporary table stand_ins (like public.stand_ins)',
      insert('pg_temp.stand_ins', {
        id: 'gen_random_uuid()',
        absence_id: 'gen_random_uuid()',
        owner_id: sanne.id,
        stand_in_id: piet.id,
        ...around,
      }),
    ]
    expect(await refusal(service, ...writer(), ...lies, contactRow(kase, { employee_id: piet.id }))).toBe(
      'contacts_one_voice',
    )
  })

  test('cases: nobody else speaks for the owner', async () => {
    const { take, piet } = await setScene(service)
    const kase = await take()
    const lies = lie('cases', `owner_id = '${piet.id}'`, `id = '${kase.id}'`)
    const said = contactRow(kase, { employee_id: piet.id, spoken_for: piet.id })
    expect(await refusal(service, ...writer(), ...lies, said)).toBe('contacts_one_voice')
  })

  test('employees: nobody stands in who is of another team', async () => {
    const { sanne, team } = await setScene(service)
    const other = await service.employee({ teamId: (await service.team()).id })
    const absence = randomUUID()
    const stands = [
      insert('absences', { id: absence, employee_id: sanne.id, registered_at: 'now()', ...around }),
      insert('stand_ins', {
        id: 'gen_random_uuid()',
        absence_id: absence,
        owner_id: sanne.id,
        stand_in_id: other.id,
        ...around,
      }),
    ]
    const lies = lie('employees', `active_team_id = '${team.id}'`, `id = '${other.id}'`)
    expect(await refusal(service, ...writer(), ...lies, ...stands)).toBe('stand_ins_are_teammates')
  })

  test('contacts: the customer asked nobody else', async () => {
    const { take, piet } = await setScene(service)
    const kase = await take()
    const contact = randomUUID()
    const own = contactRow(kase, { id: contact })
    const lies = lie('contacts', `direction = 'inbound', employee_id = '${piet.id}'`, `id = '${contact}'`)
    const chosen = { cause: 'customerChoice', departure_of: null, contact_id: contact }
    expect(await refusal(service, ...writer(), own, ...lies, successionRow(kase, piet.id, chosen))).toBe(
      'successions_have_their_evidence',
    )
  })

  test('successions: nobody confirms the succession of their own case', async () => {
    const { take, piet, sanne } = await setScene(service)
    const coach = await service.employee({ teamId: null, role: 'coach' })
    const kase = await take()
    const id = randomUUID()
    const own = successionRow(kase, piet.id, {
      id,
      cause: 'safety',
      reason: 'Threatens me.',
      departure_of: null,
      reported_by_id: coach.id,
      confirmed_by_id: sanne.id,
    })
    const lies = lie('successions', 'confirmed_by_id = reported_by_id', `id = '${id}'`)
    expect(await refusal(service, ...writer(), own, ...lies, ...moveTo(kase.id, piet.id, id))).toBe(
      'cases_owner_is_final',
    )
  })

  test('consultations: no case ends that still asks somebody', async () => {
    const { take, piet, sanne } = await setScene(service)
    const kase = await take()
    const body = { employeeId: piet.id, question: 'Why?' }
    await service.do('POST', `/v1/cases/${kase.id}/consultations`, { as: sanne.id, body })
    const [resolution, contact] = [randomUUID(), randomUUID()]
    const proof = { contact_id: contact, contact_moment: 'owner-reached' }
    const lies = lie('consultations', `state = 'withdrawn'`, `case_id = '${kase.id}'`)
    const ends = [
      contactRow(kase, { id: contact }),
      resolutionRow(kase, { id: resolution, ...proof }),
      `update callbacks set state = 'kept', closed_at = now(), contact_id = '${contact}', contact_moment = 'owner-reached'
        where id = '${kase.callback.id}'`,
      changeCase(kase.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
    ]
    expect(await refusal(service, ...writer(), ...lies, ...ends)).toBe('consultations_end_with_their_case')
  })
})
