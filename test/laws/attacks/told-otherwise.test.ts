import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { outbound, setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { openingOf } from '../opening-script.ts'
import { callbackRow, changeCase, contactRow, insert, resolutionRow } from '../script.ts'
import { tell } from '../tell.ts'
import { tryAll } from './attack.ts'

/** Events that have no row of their own, and what they would say that was not so; and outreaches that opened nothing. */
const service = useService()
let [kase, ended, one, another, sanne, piet, other]: Answer['body'][] = []
let [asked, answered, rated]: string[] = []
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ sanne, piet } = scene)
  other = await service.team()
  ;[kase, ended] = [await scene.take(), await scene.resolved()]
  const note = (of: Answer['body']) =>
    service.do('POST', `/v1/cases/${of.id}/notes`, { as: sanne.id, body: { text: 'They moved.' } })
  await note(ended)
  // Another one ended too, after more had happened.
  const long = await scene.take()
  for (const _ of [1, 2, 3]) await note(long)
  const body = { outcome: 'answered', summary: 'Paid back.', contact: outbound }
  await service.do('POST', `/v1/cases/${long.id}/resolve`, { as: sanne.id, body })
  const { take } = await setScene(service)
  ;[one, another] = [await take(), await take()]
  const ask = async (): Promise<string> => {
    const body = { employeeId: piet.id, question: 'Why?' }
    return (await service.do('POST', `/v1/cases/${kase.id}/consultations`, { as: sanne.id, body })).id
  }
  ;[asked, answered, rated] = [await ask(), await ask(), await ask()]
  for (const id of [answered, rated])
    await service.do('POST', `/v1/consultations/${id}/answer`, { as: piet.id, body: { answer: 'So.' } })
  await service.do('PUT', `/v1/consultations/${rated}/helpfulness`, {
    as: sanne.id,
    body: { helpful: true },
  })
  await letTimeBe(service.sql)
})

const [next, contact, again] = [randomUUID(), randomUUID(), randomUUID()]
/** The customer asks once more, and has. */
const chased = () => [contactRow(kase, { direction: 'inbound', employee_id: null, spoken_for: null }), tell]
const append = (type: string, data: object, set = '', of = kase) => `
  with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
    select gen_random_uuid(), '${type}', now(), id, version + 1, 'system', '${JSON.stringify(data)}'
    from cases where id = '${of.id}')
  update cases set ${set}version = version + 1 where id = '${of.id}'`
const ratedAs = (id: string | undefined, helpful: string) =>
  `update consultations set helpful = ${helpful} where id = '${id}'`
const aRating = (id: string | undefined, of = kase) =>
  append('consultation.rated', { consultationId: id }, '', of)
const changed = (fields: unknown, set = '') => append('case.changed', { fields }, set)
/** Fields, so many events from now. */
const beforehand = (type: string, ahead: number, field: string) =>
  insert('events', {
    ...{ id: 'gen_random_uuid()', type, at: 'now()', case_id: kase.id, actor_kind: 'system' },
    case_sequence: `(select version + ${ahead} from cases where id = '${kase.id}')::integer`,
    data: `{"fields": ["${field}"]}`,
  })
const refused = 'events_tell_of_what_is_there'

tryAll(service, [
  {
    name: 'tells of a change of one case as another changes',
    steps: () => [changeCase(one.id, `subject = 'Another one'`), changed(['subject'])],
    refused: 'events_tell_of_what_is_there',
  },
  {
    name: 'has somebody take a case that a colleague owns, as if an outreach had opened it',
    steps: () => openingOf(kase, { opened_by_id: piet.id, origin: 'outreach' }),
    refused: 'cases_are_owned_by_who_takes_them',
  },
  {
    name: 'stands in the way of a case of an outreach that its owner takes',
    steps: () => openingOf(kase, { origin: 'outreach' }),
    refused: /^nothing$/,
  },
  { name: 'tells of a rating that nobody gave', steps: () => [aRating(answered)], refused },
  { name: 'tells of a rating again that was told of', steps: () => [aRating(rated)], refused },
  {
    name: 'tells of a rating of what is only asked again in the same words',
    steps: () => [`update consultations set question = question where id = '${asked}'`, aRating(asked)],
    refused,
  },
  {
    name: 'takes a rating back, and tells of it as of one',
    steps: () => [ratedAs(rated, 'null'), aRating(rated)],
    refused,
  },
  { name: 'tells of a rating of nothing', steps: () => [aRating(next)], refused },
  {
    name: 'tells of a rating in the history of another case',
    steps: () => [ratedAs(rated, 'false'), aRating(rated), aRating(rated, ended)],
    refused,
  },
  {
    name: 'tells of one rating twice',
    steps: () => [ratedAs(answered, 'true'), aRating(answered), aRating(answered)],
    refused,
  },
  {
    name: 'rates an answer as it was rated, to tell of it again',
    steps: () => [ratedAs(rated, 'helpful'), aRating(rated)],
    refused: 'consultations_are_final',
  },
  {
    name: 'rates an answer and tells nobody',
    steps: () => [ratedAs(answered, 'true')],
    refused: 'consultations_rating_is_told_of',
  },
  {
    name: 'stands in the way of a rating, nor of another one',
    steps: () => [ratedAs(answered, 'true'), aRating(answered), ratedAs(rated, 'false'), aRating(rated)],
    refused: /^nothing$/,
  },
  { name: 'tells of a change where nothing changed', steps: () => [changed(['subject'])], refused },
  {
    name: 'tells of a change where it is said that the words changed',
    steps: () => [changed(['subject'], 'words_changed_in = pg_current_xact_id(), ')],
    refused,
  },
  ...['subject', 'question', 'topic', 'teamId'].map((field) => ({
    name: `changes the tags and tells of another ${field}`,
    steps: () => [changed(['tags', field], `tags = '{else}', `)],
    refused: 'cases_change_is_in_the_history',
  })),
  {
    name: 'changes the tags and tells of other words, as if by an erasure',
    steps: () => [append('case.changed', { fields: ['subject'], erasureId: next }, `tags = '{else}', `)],
    refused: 'cases_change_is_in_the_history',
  },
  {
    name: 'changes the tags, and tells with it that a chase was none',
    steps: () => [
      ...chased(),
      append('case.changed', { fields: ['tags'], noChase: true }, `tags = '{else}', chases = chases - 1, `),
    ],
    refused: 'cases_change_is_in_the_history',
  },
  {
    name: 'changes the subject and tells of other tags',
    steps: () => [changed(['tags'], `subject = 'Else', `)],
    refused: 'cases_change_is_in_the_history',
  },
  {
    name: 'stands in the way of words that change as they are told to',
    steps: () => [
      changed(['subject', 'question', 'tags'], `subject = 'Else', question = 'Why else?', tags = '{else}', `),
    ],
    refused: /^nothing$/,
  },
  {
    name: 'stands in the way of another change of another case, which is told of by the same number',
    steps: () => [
      append('case.changed', { fields: ['subject'] }, `subject = 'Else', `, one),
      append('case.changed', { fields: ['tags'] }, `tags = '{else}', `, another),
    ],
    refused: /^nothing$/,
  },
  {
    name: 'stands in the way of two changes that are told of beforehand',
    steps: () => [
      beforehand('case.changed', 1, 'tags'),
      beforehand('case.changed', 2, 'subject'),
      `update cases set tags = '{else}', version = version + 1 where id = '${kase.id}'`,
      `update cases set subject = 'Else', version = version + 1 where id = '${kase.id}'`,
    ],
    refused: /^nothing$/,
  },
  {
    name: 'stands in the way of a change that comes with something else, which has fields of its own',
    steps: () => [
      beforehand('case.moved', 1, 'subject'),
      changed(['tags'], `tags = '{else}', `).replaceAll('version + 1', 'version + 2'),
    ],
    refused: /^nothing$/,
  },
  ...['words_changed_in', 'team_changed_in'].map((column) => ({
    name: `opens a case that has changed already, by ${column}`,
    steps: () => openingOf(kase, { [column]: 'pg_current_xact_id()' }),
    refused: 'cases_change_is_in_the_history',
  })),
  {
    name: 'moves an open case and tells that it was opened again',
    steps: () => [
      'set constraints all deferred',
      ...[kase.owner.id].map((id) => `update employees set team_id = '${other.id}' where id = '${id}'`),
      append('case.reopened', {}, `team_id = '${other.id}', `),
    ],
    refused,
  },
  { name: 'tells that an open case was opened again', steps: () => [append('case.reopened', {})], refused },
  {
    name: 'tells that a case was opened again which stays as it ended',
    steps: () => [append('case.reopened', {}, '', ended)],
    refused,
  },
  {
    name: 'tells that a case was opened again which stays as it ended, and that something else came after',
    steps: () => [append('case.reopened', {}, '', ended), append('case.moved', {}, '', ended)],
    refused,
  },
  {
    name: 'stands in the way of a case that is opened again and ends again',
    steps: () => [
      ...reopened(),
      contactRow(ended, { id: contact }),
      resolutionRow(ended, { id: again, contact_id: contact, contact_moment: 'owner-reached' }),
      `update callbacks set state = 'kept', closed_at = now(), contact_id = '${contact}', contact_moment = 'owner-reached'
        where id = '${next}'`,
      changeCase(ended.id, `callback_id = null, resolution_id = '${again}', resolved_at = now()`),
      tell,
    ],
    refused: /^nothing$/,
  },
  {
    name: 'tells twice that a case was opened again',
    steps: () => [...reopened(), append('case.reopened', {}, '', ended)],
    refused,
  },
  { name: 'stands in the way of a case that is opened again', steps: () => reopened(), refused: /^nothing$/ },
])

function reopened(): readonly string[] {
  return [
    'set constraints all deferred',
    callbackRow(ended, { id: next }),
    append('case.reopened', {}, `callback_id = '${next}', resolution_id = null, resolved_at = null, `, ended),
    tell,
  ]
}
