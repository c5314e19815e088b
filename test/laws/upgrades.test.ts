import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { seedPromises } from '../jobs/seed-promises.ts'
import { letTimeMove } from '../support/let-time-move.ts'
import { beforeMigration, seedTeam } from '../support/migrate-from.ts'

const promised = { remindAt: '2026-11-02T10:00:00Z', until: '2026-11-02T11:00:00Z' }

test('a row that the history does not tell of is named when its law comes, and nothing is half done', async () => {
  await beforeMigration('_history_of_each_row', async (before) => {
    const { client } = before
    const scene = await seedTeam(before)
    const [kase] = await seedPromises(scene, [promised])
    const [note, attempt] = [randomUUID(), randomUUID()]
    const of = `from cases where id = '${kase?.caseId}'`
    await client.query(`insert into notes (id, case_id, text, author_kind, author_id, at)
      values ('${note}', '${kase?.caseId}', 'Told by nobody.', 'employee', '${scene.sanne.id}', now())`)
    await client.query(`insert into callback_attempts (id, callback_id, outcome, at, day, employee_id, recorded_at)
      values ('${attempt}', '${kase?.callbackId}', 'busy', now(), '2026-11-02', '${scene.sanne.id}', now())`)
    await expect(before.migrate()).rejects.toMatchObject({
      cause: {
        message: expect.stringContaining(
          `\ncallback_attempts without callback.attempted: ${attempt}\nnotes without note.added: ${note}`,
        ),
      },
    })
    const columns = `select from information_schema.columns where column_name in ('about_id', 'told_as')`
    expect((await client.query(columns)).rowCount).toBe(0)

    await client.query(`with told as (
        insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
        select gen_random_uuid(), t.type, now(), id, version + n, 'system', t.data::jsonb ${of.replace(
          ' where',
          `, (values (1, 'note.added', '{"noteId": "${note}"}'),
            (2, 'callback.attempted', '{"attemptId": "${attempt}"}')) t (n, type, data) where`,
        )})
      update cases set version = version + 2 where id = '${kase?.caseId}'`)
    await before.migrate()
    const { rows } = await client.query(
      `select t.case_id = b.case_id and t.promised_at = b.made_at as follows from callback_attempts t join callbacks b on b.id = t.callback_id`,
    )
    expect(rows).toEqual([{ follows: true }])
  })
})

const named =
  'calls, absences and contacts that fit nothing are named when their laws come, and what was relied on is known'
test(named, { timeout: 120_000 }, async () => {
  await beforeMigration('_evidence_of_its_own', async (before) => {
    const { client } = before
    await letTimeMove(client)
    const scene = await seedTeam(before)
    const [kase] = await seedPromises(scene, [promised])
    const [call, absence, part, hand, contact] = Array.from({ length: 5 }, () => randomUUID())
    await client.query(`
      insert into calls (id, call_id, direction, at, ended, case_id) values
        ('${call}', 'one', 'inbound', now(), true, '${kase?.caseId}');
      insert into absences (id, employee_id, from_at, until_at, registered_at)
        values ('${absence}', '${scene.sanne.id}', '2026-11-01', '2050-11-01', now());
      insert into stand_ins (id, absence_id, owner_id, stand_in_id, from_at, until_at)
        values ('${part}', '${absence}', '${scene.sanne.id}', '${scene.piet.id}', '2026-11-01', '2050-11-01');
      insert into attendance (id, person_id, kind, from_at, until_at)
        values ('${hand}', '${scene.sanne.id}', 'absent', '2060-01-01', '2060-01-02')`)
    await client.query(`update employees set departed_at = now() where id = '${scene.piet.id}'`)
    await expect(before.migrate()).rejects.toMatchObject({
      cause: { message: expect.stringContaining(`\ncalls: ${call}`) },
    })
    await client.query(`update calls set case_id = null where id = '${call}'`)
    await expect(before.migrate()).rejects.toMatchObject({
      cause: {
        message: expect.stringContaining(
          `\nattendance that is no absence and no stand-in: ${hand}\nstand_ins of who is no teammate any more: ${part}`,
        ),
      },
    })

    await client.query(`
      delete from attendance where id = '${hand}';
      set session_replication_role = replica;
      update employees set departed_at = null where id = '${scene.piet.id}';
      insert into contacts (id, case_id, direction, channel, outcome, at, employee_id, spoken_for, participants,
        recorded_by_kind, recorded_by_id, recorded_at) values ('${contact}', '${kase?.caseId}', 'outbound', 'phone',
        'busy', '2026-11-03', '${scene.piet.id}', '${scene.sanne.id}', '[]', 'employee', '${scene.piet.id}', '2026-11-03');
      set session_replication_role = origin`)
    const missed = `check (outcome <> 'missed' or (direction = 'inbound' and employee_id is null and spoken_for is null
      and not answered)) not valid`
    const change = (set: string) => `
      set session_replication_role = replica;
      alter table contacts drop constraint contacts_missed_by_everybody;
      update contacts set ${set} where id = '${contact}';
      alter table contacts add constraint contacts_missed_by_everybody ${missed};
      set session_replication_role = origin`
    await client.query(change(`outcome = 'missed'`))
    await expect(before.migrate()).rejects.toMatchObject({
      cause: { message: expect.stringContaining(`\ncontacts, by contacts_missed_by_everybody: ${contact}`) },
    })
    await client.query(change(`outcome = 'busy'`))
    await before.migrate()
    const { rows } = await client.query(
      `select absence_until > now() as knows, owner_team_id = stand_in_team_id as together,
        relied_on_at = '2026-11-03' as acted from stand_ins`,
    )
    expect(rows).toEqual([{ knows: true, together: true, acted: true }])
    const waiting = `select conname from pg_constraint where not convalidated and contype = 'c' and conname like '%_real'`
    expect((await client.query(waiting)).rows).toEqual([])
  })
})

test('a departure that waits is named when its law comes', async () => {
  await beforeMigration('_facts_that_move_at_once', async (before) => {
    const { client } = before
    await letTimeMove(client)
    const scene = await seedTeam(before)
    const { sanne, piet } = scene
    const [kase] = await seedPromises(scene, [promised])
    const waiting = randomUUID()
    const behind = (statement: string) => `
      set session_replication_role = replica; ${statement}; set session_replication_role = origin`
    await client.query(
      behind(`insert into successions (id, case_id, cause, from_owner_id, to_owner_id, departure_of, reported_by_id, requested_at)
        values ('${waiting}', '${kase?.caseId}', 'departure', '${sanne.id}', '${piet.id}', '${sanne.id}', '${sanne.id}', now())`),
    )
    await expect(before.migrate()).rejects.toMatchObject({
      cause: { message: expect.stringContaining(`\nsuccessions: ${waiting}`) },
    })
    await client.query(behind(`delete from successions where id = '${waiting}'`))
    await before.migrate()
  })
})

test('what is of no form that can be read is named when its law comes, and what gives no reason', async () => {
  await beforeMigration('_mend3a_forms', async (before) => {
    const { client } = before
    const { team, sanne, customer } = await seedTeam(before)
    const [rule, review] = [randomUUID(), randomUUID()]
    await client.query(`
      update agreements set gesture_ceiling = -1, closures = '[{"date": "2026-02-30"}]';
      update employees set time_zone = 'Nowhere+3' where id = '${sanne.id}';
      update customers set other_contact_points = '{"a": 1}';
      set session_replication_role = replica;
      insert into rule_reviews (id, rule_id, number, decision, reason, reviewed_by_id, at)
        values ('${review}', '${rule}', 1, 'keep', ' ', '${sanne.id}', now());
      set session_replication_role = origin`)
    const named = (message: string) => ({ cause: { message: expect.stringContaining(message) } })
    await expect(before.migrate()).rejects.toMatchObject(named(`\nagreements: ${team.id}`))
    await client.query('update agreements set gesture_ceiling = null')
    await expect(before.migrate()).rejects.toMatchObject(
      named(`by table and id:
agreements (agreements_are_of_their_form): ${team.id}
customers (customers_are_of_their_form): ${customer.id}
rule_reviews (rule_reviews_say_why): ${review}
employees (time_zones_are_known): ${sanne.id}`),
    )
    await client.query(`
      update agreements set closures = '[]';
      update employees set time_zone = null;
      update customers set other_contact_points = '[]';
      set session_replication_role = replica;
      delete from rule_reviews;
      set session_replication_role = origin`)
    await before.migrate()
    const waiting = 'select conname from pg_constraint where not convalidated and conname ~ $1'
    expect((await client.query(waiting, ['_say_|form$'])).rows).toEqual([])
  })
})

test('a contact that is two tries is named when its law comes', async () => {
  await beforeMigration('_a_contact_is_one_try', async (before) => {
    const { client } = before
    await letTimeMove(client)
    const scene = await seedTeam(before)
    const [kase] = await seedPromises(scene, [promised])
    const contact = randomUUID()
    const tried = () => `
      insert into callback_attempts (id, callback_id, case_id, outcome, at, day, contact_id, employee_id, recorded_at, promised_at)
        select gen_random_uuid(), id, case_id, 'busy', now(), now(), '${contact}', owner_id, now(), made_at
        from callbacks where id = '${kase?.callbackId}'`
    await client.query(`set session_replication_role = replica; ${tried()}; ${tried()}`)
    await expect(before.migrate()).rejects.toMatchObject({
      cause: { message: expect.stringContaining(`\ncallback_attempts.contact_id: ${contact}`) },
    })
    await client.query('delete from callback_attempts')
    await before.migrate()
    await client.query('set session_replication_role = origin')
  })
})

test('what is none of few is named when its law comes', async () => {
  await beforeMigration('_one_of_few', async (before) => {
    const { client } = before
    await letTimeMove(client)
    const scene = await seedTeam(before)
    const [kase] = await seedPromises(scene, [promised])
    await client.query(`update customers set preferred_channel = 'pigeon'; update teams set segments = '{null}';
      set session_replication_role = replica;
      update cases set channel = 'pigeon';
      update contacts set participants = '["x"]';
      set session_replication_role = origin`)
    const { rows } = await client.query('select id from contacts')
    await expect(before.migrate()).rejects.toMatchObject({
      cause: {
        message: expect.stringContaining(`by table and id:
cases (cases_channel_is_known): ${kase?.caseId}${rows.map(({ id }) => `\ncontacts (contacts_are_of_their_form): ${id}`)}
customers (customers_channel_is_known): ${scene.customer.id}
teams (teams_are_of_their_form): ${scene.team.id}`),
      },
    })
    await client.query(`update customers set preferred_channel = null; update teams set segments = '{}';
      set session_replication_role = replica;
      update cases set channel = 'phone';
      update contacts set participants = '[]';
      set session_replication_role = origin`)
    await before.migrate()
  })
})

test('what was ready before, and a team that agreed on nothing, are named when their law comes', async () => {
  await beforeMigration('_what_ends_and_counts', async (before) => {
    const { client } = before
    await letTimeMove(client)
    const scene = await seedTeam(before)
    const [kase] = await seedPromises(scene, [promised])
    const [contact, team] = [randomUUID(), randomUUID()]
    await client.query(`insert into teams (id, name, created_at) values ('${team}', 'Nothing', now());
      set session_replication_role = replica;
      update callbacks set contact_id = '${contact}', contact_moment = 'owner-reached';
      update cases set faces = '{null}';
      set session_replication_role = origin`)
    await expect(before.migrate()).rejects.toMatchObject({
      cause: {
        message: expect.stringContaining(`by table and id:
callbacks (callbacks_open_have_no_contact): ${kase?.callbackId}
cases (cases_faces_are_somebody): ${kase?.caseId}
teams (teams_have_agreements): ${team}`),
      },
    })
    await client.query(`delete from teams where id = '${team}';
      set session_replication_role = replica;
      update callbacks set contact_id = null, contact_moment = null;
      update cases set faces = '{}';
      set session_replication_role = origin`)
    await before.migrate()
    const waiting = 'select conname from pg_constraint where not convalidated and conname ~ $1'
    expect(
      (await client.query(waiting, ['somebody|is_known|no_contact|on_a_day|form$|agreements'])).rows,
    ).toEqual([])
  })
})
