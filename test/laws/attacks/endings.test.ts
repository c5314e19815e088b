import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { inbound, setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { openingOf } from '../opening-script.ts'
import { callbackRow, changeCase, contactRow, insert, resolutionRow, tryRow } from '../script.ts'
import { tell } from '../tell.ts'
import { tryAll } from './attack.ts'

const service = useService()
let kase: Answer['body']
let form: Answer['body']
let ended: Answer['body']
let formerContact: string
let passed: Answer['body']
let pietId: string
beforeAll(async () => {
  const scene = await setScene(service)
  const { sanne, piet } = scene
  pietId = piet.id
  const coach = await service.employee({ teamId: null, role: 'coach' })
  kase = await scene.take()
  ended = await scene.resolved()
  form = await service.do('POST', '/v1/cases', {
    body: { customerId: scene.customer.id, question: 'Buy now?', channel: 'web' },
  })
  // Sanne spoke with the customer, and the case passed to Piet afterwards, because she was threatened.
  passed = await scene.take()
  formerContact = (
    await service.do('POST', `/v1/cases/${passed.id}/contacts`, { as: sanne.id, body: inbound })
  ).id
  const body = { cause: 'safety', reason: 'Threatens me.', toOwnerId: piet.id }
  const report = await service.do('POST', `/v1/cases/${passed.id}/successions`, { as: sanne.id, body })
  await service.do('POST', `/v1/successions/${report.id}/confirm`, { as: coach.id, body: {} })
  await service.do('GET', '/v1/events?limit=1')
  await letTimeBe(service.sql)
})

const [resolution, contact, next] = [randomUUID(), randomUUID(), randomUUID()]

const release = (callback: string, by = resolution) =>
  `update callbacks set state = 'released', resolution_id = '${by}', closed_at = now() where id = '${callback}'`
const end = (caseId: string, by = resolution) =>
  changeCase(caseId, `callback_id = null, resolution_id = '${by}', resolved_at = now()`)
const keep = (callback: string, by: string, set = '', moment = 'owner-reached') =>
  `update callbacks set state = 'kept', closed_at = now(), contact_id = '${by}', contact_moment = '${moment}'${set}
    where id = '${callback}'`
const tries = (attempts: number) =>
  Array.from({ length: attempts }, (_, n) =>
    tryRow({
      id: randomUUID(),
      callback_id: kase.callback.id,
      outcome: n === 0 ? 'message-sent' : 'busy',
      at: 'now()',
      // A day that the script makes up.
      day: `'2026-11-2${n}'`,
      employee_id: kase.owner.id,
      recorded_at: 'now()',
    }),
  )
const spoken = () => contactRow(kase, { id: contact })
const told = { contact_id: contact, contact_moment: 'owner-reached' }
const system = { direction: 'inbound', employee_id: null, spoken_for: null, recorded_by_kind: 'system' }

tryAll(service, [
  {
    name: 'writes how a case ended that goes on',
    steps: () => [spoken(), resolutionRow(kase, { id: resolution, ...told }), tell],
    refused: /^resolutions_(keep_the_callback|end_their_case)$/,
  },
  {
    name: 'writes that a case which has ended ended otherwise as well',
    steps: () => [resolutionRow(ended, { id: resolution, outcome: 'withdrawn', ...told }), tell],
    refused: /^resolutions_(contact_was_that_moment|customer_withdrew|end_their_case)$/,
  },
  {
    name: 'releases a promise while its case stays open with another',
    steps: () => [
      contactRow(kase, { id: contact, ...system }),
      resolutionRow(kase, {
        id: resolution,
        outcome: 'withdrawn',
        contact_id: contact,
        contact_moment: 'customer-contacted-us',
      }),
      release(kase.callback.id),
      callbackRow(kase, { id: next }),
      changeCase(kase.id, `callback_id = '${next}'`),
      tell,
    ],
    refused: /^(resolutions_end_their_case|callbacks_released_with_its_case)$/,
  },
  {
    name: 'ends a case by an event that says something else',
    steps: () => [
      spoken(),
      resolutionRow(kase, { id: resolution, ...told }),
      keep(kase.callback.id, contact),
      end(kase.id).replace('case.resolved', 'case.changed'),
      tell,
    ],
    refused: 'cases_change_is_in_the_history',
  },
  {
    name: 'ends a case by an event that names another resolution',
    steps: () => [
      spoken(),
      resolutionRow(kase, { id: resolution, ...told }),
      keep(kase.callback.id, contact),
      end(kase.id).replace(`"resolutionId": "${resolution}"`, `"resolutionId": "${next}"`),
      tell,
    ],
    refused: 'cases_change_is_in_the_history',
  },
  {
    name: 'ends a case by a note, and tells of its end afterwards',
    steps: () => [
      spoken(),
      resolutionRow(kase, { id: resolution, ...told }),
      keep(kase.callback.id, contact),
      insert('notes', {
        ...{ id: resolution, case_id: kase.id, text: 'The end.', at: 'now()' },
        ...{ author_kind: 'employee', author_id: kase.owner.id },
      }),
      end(kase.id).replace('case.resolved', 'note.added').replace('resolutionId', 'noteId'),
      tell,
    ],
    refused: 'cases_change_is_in_the_history',
  },
  {
    name: 'ends a case by the resolution that ended another',
    steps: () => [
      spoken(),
      keep(kase.callback.id, contact),
      `set constraints all deferred`,
      changeCase(kase.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`),
      tell,
    ],
    refused: 'cases_resolved_has_its_resolution',
  },
  {
    name: 'calls it no question once somebody has spoken about it',
    steps: () => [
      contactRow(form, { id: contact }),
      resolutionRow(form, { id: resolution, outcome: 'notAQuestion' }),
      release(form.callback.id),
      end(form.id),
      tell,
    ],
    refused: 'resolutions_not_a_question_is_a_systems',
  },
  {
    name: 'gives a customer up after tries on days that it made up',
    steps: () => [
      ...tries(5),
      resolutionRow(kase, { id: resolution, outcome: 'unreachable' }),
      release(kase.callback.id),
      end(kase.id),
      tell,
    ],
    refused: 'resolutions_not_yet_unreachable',
  },
  {
    name: 'opens a case again without saying so',
    steps: () => [
      callbackRow(ended, { id: next }),
      changeCase(ended.id, `callback_id = '${next}', resolution_id = null, resolved_at = null`).replace(
        'case.reopened',
        'case.changed',
      ),
      tell,
    ],
    refused: 'cases_change_is_in_the_history',
  },
  {
    name: 'ends a case before it was opened',
    steps: () => [
      spoken(),
      resolutionRow(kase, { id: resolution, ...told, at: `now() - '4 minutes'::interval` }),
      keep(kase.callback.id, contact),
      end(kase.id).replace('resolved_at = now()', `resolved_at = now() - '4 minutes'::interval`),
      tell,
    ],
    refused: 'cases_resolve_after_they_open',
  },
  {
    name: 'keeps the promise of an owner by the word of the one before',
    steps: () => [
      keep(passed.callback.id, formerContact, '', 'customer-called-owner'),
      callbackRow({ ...passed, owner: { id: passed.owner.id } }, { id: next }),
      changeCase(passed.id, `callback_id = '${next}'`),
      tell,
    ],
    refused: 'callbacks_kept_is_spoken',
  },
  {
    name: 'moves the promise of an owner by the word of the one before',
    steps: () => [
      `update callbacks set state = 'rescheduled', replaced_by = '${next}', reason = 'They asked.', closed_at = now(),
        contact_id = '${formerContact}', contact_moment = 'customer-called-owner' where id = '${passed.callback.id}'`,
      tell,
    ],
    refused: 'callbacks_rescheduled_was_told',
  },
  ...[false, true].map((opens) => ({
    name: `ends a case by a call of before, which is said to have opened it${opens ? ', as another is opened' : ''}`,
    steps: () => [
      ...(opens ? openingOf(kase) : []),
      contactRow(kase, {
        ...{ id: contact, direction: 'inbound', opening: 'true' },
        ...{ at: `now() - '3 days'::interval`, recorded_at: 'now()' },
      }),
      tell,
      resolutionRow(kase, { id: resolution, contact_id: contact, contact_moment: 'opening' }),
      release(kase.callback.id),
      end(kase.id),
      tell,
    ],
    refused: 'resolutions_customer_was_told',
  })),
  {
    name: 'keeps the promise of an owner of before by a call that is said to have opened the case',
    steps: () => [
      contactRow(passed, {
        ...{ id: contact, opening: 'true', employee_id: pietId, spoken_for: pietId, recorded_at: 'now()' },
        at: `(select made_at from callbacks where id = '${passed.callback.id}')::timestamptz`,
      }),
      keep(passed.callback.id, contact),
      callbackRow({ ...passed, owner: { id: pietId } }, { id: next }),
      changeCase(passed.id, `callback_id = '${next}'`),
      tell,
    ],
    refused: 'callbacks_kept_is_spoken',
  },
  {
    name: 'keeps a promise in time by a contact that came later',
    steps: () => [
      spoken(),
      keep(kase.callback.id, contact).replace('closed_at = now()', 'closed_at = made_at'),
    ],
    refused: 'callbacks_kept_is_spoken',
  },
  {
    name: 'keeps a promise in time to come',
    steps: () => [
      spoken(),
      keep(kase.callback.id, contact).replace('closed_at = now()', `closed_at = now() + interval '1 day'`),
    ],
    refused: 'callbacks_are_of_now',
  },
  {
    name: 'makes a promise that was made yesterday',
    steps: () => [callbackRow(kase, { made_at: `now() - '1 day'::interval` })],
    refused: 'callbacks_are_of_now',
  },
])
