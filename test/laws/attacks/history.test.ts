import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { callbackRow, changeCase, contactRow, insert, tryRow } from '../script.ts'
import { tell } from '../tell.ts'
import { tryAll } from './attack.ts'

const service = useService()
let kase: Answer['body']
let other: Answer['body']
let sanne: Answer['body']
let piet: Answer['body']
let note: string
let question: string
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ sanne, piet } = scene)
  kase = await scene.take()
  other = await scene.take()
  const as = { as: sanne.id }
  note = (await service.do('POST', `/v1/cases/${kase.id}/notes`, { ...as, body: { text: 'Rang twice.' } })).id
  const body = { employeeId: piet.id, question: 'Why twice?' }
  question = (await service.do('POST', `/v1/cases/${kase.id}/consultations`, { ...as, body })).id
  await service.do('GET', '/v1/events?limit=1')
  await letTimeBe(service.sql)
})

const noteRow = (row: Readonly<Record<string, string>> = {}) =>
  insert('notes', {
    id: randomUUID(),
    case_id: kase.id,
    text: 'By a script.',
    author_kind: 'employee',
    author_id: sanne.id,
    at: 'now()',
    ...row,
  })

/** An event of a case with the next number, and the case's version with it. */
const append = (type: string, data: object, caseId = () => kase.id) => `
  with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
    select gen_random_uuid(), '${type}', now(), id, version + 1, 'system', '${JSON.stringify(data)}'
    from cases where id = '${caseId()}')
  update cases set version = version + 1 where id = '${caseId()}'`

const attempt = (row: Readonly<Record<string, string>> = {}) =>
  tryRow({
    id: randomUUID(),
    callback_id: kase.callback.id,
    outcome: 'busy',
    at: 'now()',
    day: `'2026-11-02'`,
    employee_id: sanne.id,
    recorded_at: 'now()',
    ...row,
  })

const id = randomUUID()

tryAll(service, [
  {
    name: 'records a contact that the history does not tell of',
    steps: () => [contactRow(kase, {})],
    refused: 'contacts_are_told_of',
  },
  {
    name: 'records a contact by COPY without its event',
    steps: () => [
      `create temporary table heard on commit drop as
        select * from contacts where case_id = '${kase.id}' limit 1`,
      'alter table heard drop column moment, drop column told_as',
      'update heard set id = gen_random_uuid(), recorded_at = now(), at = now()',
      `insert into contacts (id, case_id, direction, channel, outcome, summary, at, employee_id, spoken_for, answered,
        opening, participants, recorded_by_kind, recorded_by_id, recorded_at, thanks, chose_from, chose_until) select * from heard`,
    ],
    refused: 'contacts_are_told_of',
  },
  {
    name: 'lets one event tell of two contacts',
    steps: () => [
      contactRow(kase, { id }),
      append('contact.recorded', { contactId: id }),
      append('contact.recorded', { contactId: id }),
    ],
    refused: 'events_tell_of_it_once',
  },
  {
    name: 'tells of a contact in the history of another case',
    steps: () => [contactRow(kase, { id }), append('contact.recorded', { contactId: id }, () => other.id)],
    refused: 'contacts_are_told_of',
  },
  {
    name: 'tells of a contact by an event of another type',
    steps: () => [contactRow(kase, { id }), append('note.added', { noteId: id })],
    refused: 'contacts_are_told_of',
  },
  {
    name: 'tells of a note in the history of another case',
    steps: () => [noteRow({ id }), append('note.added', { noteId: id }, () => other.id)],
    refused: 'notes_are_told_of',
  },
  {
    name: 'tells of a note as if it were a contact',
    steps: () => [noteRow({ id }), append('contact.recorded', { contactId: id })],
    refused: 'notes_are_told_of',
  },
  { name: 'adds a note that nobody tells of', steps: () => [noteRow()], refused: 'notes_are_told_of' },
  {
    name: 'adds a note by MERGE',
    steps: () => [
      `merge into notes n using (select gen_random_uuid() as id) s on n.id = s.id when not matched then
        insert (id, case_id, text, author_kind, author_id, at)
        values (s.id, '${kase.id}', 'Merged.', 'employee', '${sanne.id}', now())`,
    ],
    refused: 'notes_are_told_of',
  },
  {
    name: 'rewrites a note',
    steps: () => [`update notes set text = 'Never rang.' where id = '${note}'`],
    refused: 'notes_are_history',
  },
  {
    name: 'rewrites a note by ON CONFLICT',
    steps: () => [`${noteRow({ id: note })} on conflict (id) do update set text = excluded.text`],
    refused: 'notes_are_history',
  },
  {
    name: 'rewrites a note by MERGE',
    steps: () => [
      `merge into notes n using (select '${note}'::uuid as id) s on n.id = s.id
        when matched then update set text = 'Never rang.'`,
    ],
    refused: 'notes_are_history',
  },
  {
    name: 'moves a note to another case',
    steps: () => [`update notes set case_id = '${other.id}' where id = '${note}'`],
    refused: 'notes_are_history',
  },
  {
    name: 'deletes a note',
    steps: () => [`delete from notes where id = '${note}'`],
    refused: 'notes_are_history',
  },
  { name: 'sweeps the notes away', steps: () => ['truncate notes'], refused: 'notes_are_history' },
  {
    name: 'records a try that nobody tells of',
    steps: () => [attempt()],
    refused: 'callback_attempts_are_told_of',
  },
  {
    name: 'makes a second promise, told or not',
    steps: () => [callbackRow(kase, {}), tell],
    refused: 'callbacks_open_is_its_cases_promise',
  },
  {
    name: 'silences the reminder of a promise',
    steps: () => [`update callbacks set reminded_at = now() where id = '${kase.callback.id}'`],
    refused: 'callbacks_told_in_time',
  },
  {
    name: 'silences that a promise is overdue',
    steps: () => [`update callbacks set overdue_told_at = window_until where id = '${kase.callback.id}'`],
    refused: /^callbacks_(are_of_now|overdue_is_told_of)$/,
  },
  {
    name: 'silences the reminder of a promise, and says that it was told',
    steps: () => [
      append('callback.due', { callbackId: kase.callback.id }),
      `update callbacks set reminded_at = remind_at where id = '${kase.callback.id}'`,
    ],
    refused: 'callbacks_are_of_now',
  },
  {
    name: 'silences that an answer is late',
    steps: () => [`update consultations set overdue_told_at = now() where id = '${question}'`],
    refused: 'consultations_told_in_time',
  },
  {
    name: 'withdraws what a colleague is asked behind the back of the history',
    steps: () => [
      `update consultations set state = 'withdrawn', closed_at = now(), version = version + 1 where id = '${question}'`,
    ],
    refused: 'consultations_end_is_told_of',
  },
  {
    name: 'answers for a colleague, and tells that it was withdrawn',
    steps: () => [
      `update consultations set state = 'answered', answer = 'Yes.', closed_at = now(), version = version + 1
        where id = '${question}'`,
      append('consultation.withdrawn', { consultationId: question }),
    ],
    refused: 'consultations_end_is_told_of',
  },
  {
    name: 'has the check of the history run before there is anything to check',
    steps: () => ['set constraints all immediate', contactRow(kase, {})],
    refused: 'contacts_are_told_of',
  },
  {
    name: 'tells of a contact within a savepoint, and takes that back',
    steps: () => [
      contactRow(kase, { id }),
      'savepoint told',
      append('contact.recorded', { contactId: id }),
      'set constraints all immediate',
      'set constraints all deferred',
      'rollback to told',
    ],
    refused: 'contacts_are_told_of',
  },
  {
    name: 'changes the words of a case by an event that tells of a note',
    steps: () => [
      noteRow({ id }),
      append('note.added', { noteId: id }).replace('set version', `set subject = 'Nothing', version`),
    ],
    refused: 'cases_change_is_in_the_history',
  },
  {
    name: 'counts chases that never were',
    steps: () => [changeCase(kase.id, 'chases = chases + 5')],
    refused: 'cases_change_is_in_the_history',
  },
  {
    name: 'makes an employee a face of the case who was not there',
    steps: () => [changeCase(kase.id, `faces = faces || '${piet.id}'::uuid`)],
    refused: 'cases_change_is_in_the_history',
  },
  {
    name: 'begins a history in the middle',
    steps: () => [append('case.opened', {})],
    refused: 'events_begin_with_the_opening',
  },
  ...['"x"', '5', 'null', '[]'].map((said) => ({
    name: `tells ${said}, which nobody who reads the feed can read on from`,
    steps: () => [
      `insert into events (id, type, at, actor_kind, data) values (gen_random_uuid(), 'customer.changed', now(), 'system', '${said}')`,
    ],
    refused: 'events_data_is_an_object',
  })),
  ...['x', 'x\ny', `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01\n`].map((trace) => ({
    name: `tells of a trace that no webhook could send, ${JSON.stringify(trace)}`,
    steps: () => [
      `insert into events (id, type, at, actor_kind, data, trace_parent)
       values (gen_random_uuid(), 'team.changed', now(), 'system', '{}', E'${trace.replaceAll('\n', '\\n')}')`,
    ],
    refused: 'events_trace_is_one',
  })),
  {
    name: 'uses up the places of the feed',
    steps: () => ['update feed set position = 9223372036854775807 where position = 1'],
    refused: 'feed_is_final',
  },
  {
    name: 'takes an event out of the feed',
    steps: () => ['delete from feed where position = 1'],
    refused: 'feed_is_final',
  },
  {
    name: 'gives what is no event a place in the feed',
    steps: () => ['insert into feed (event_id) values (gen_random_uuid())'],
    refused: 'feed_is_of_events',
  },
  {
    name: 'hides an event from the feed by another transaction',
    steps: () => [
      `insert into events (id, type, at, actor_kind, data, tx)
        values (gen_random_uuid(), 'team.changed', now(), 'system', '{}', '3')`,
    ],
    refused: 'events_are_final',
  },
  {
    name: 'places an event by itself',
    steps: () => [
      `insert into events (id, type, at, actor_kind, data, position)
        values (gen_random_uuid(), 'team.changed', now(), 'system', '{}', 1000000)`,
    ],
    refused: 'events_are_final',
  },
  {
    name: 'records a contact of last month as if it were recorded then',
    steps: () => [
      contactRow(kase, { at: `now() - '30 days'::interval`, recorded_at: `now() - '30 days'::interval` }),
      tell,
    ],
    refused: 'contacts_are_of_now',
  },
  {
    name: 'records a contact that is to come',
    steps: () => [contactRow(kase, { at: `now() + '1 hour'::interval`, recorded_at: 'now()' }), tell],
    refused: 'contacts_happened_before',
  },
  {
    name: 'records in 2099',
    steps: () => [
      contactRow(kase, { at: `'2099-01-01T00:00:00Z'`, recorded_at: `'2099-01-01T00:00:00Z'` }),
      tell,
    ],
    refused: 'contacts_are_of_now',
  },
  {
    name: 'writes an event of 1999 or of another day',
    steps: () => [append('note.added', {}).replace('now()', `now() - interval '1 day'`)],
    refused: 'events_are_of_now',
  },
  {
    name: 'writes a note of another day',
    steps: () => [noteRow({ at: `now() - '1 day'::interval` }), tell],
    refused: 'notes_are_of_now',
  },
])
