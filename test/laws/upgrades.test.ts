import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { seedPromises } from '../jobs/seed-promises.ts'
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
