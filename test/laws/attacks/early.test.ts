import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { letTimeBe } from '../../support/let-time-move.ts'
import { inbound, outbound, setScene } from '../../support/scene.ts'
import type { Answer } from '../../support/service.ts'
import { useService } from '../../support/use-service.ts'
import { callbackRow, changeCase, contactRow, insert, resolutionRow } from '../script.ts'
import { moveTo, successionRow } from '../succession-script.ts'
import { tell } from '../tell.ts'
import { outcomeOf } from './attack.ts'
import { ordersOf } from './orders.ts'

const service = useService()
let [kase, form, older, tried, sanne, piet]: Answer['body'][] = []
let teamId: string
let strangers: string
beforeAll(async () => {
  const scene = await setScene(service)
  ;({ sanne, piet } = scene)
  teamId = scene.team.id
  strangers = (await service.team()).id
  older = await scene.take()
  kase = await scene.take()
  form = await service.do('POST', '/v1/cases', {
    body: { customerId: scene.customer.id, question: 'Buy now?', channel: 'web' },
  })
  tried = await scene.take()
  const as = { as: tried.owner.id }
  await service.do('POST', `/v1/callbacks/${tried.callback.id}/attempts`, {
    ...as,
    body: { outcome: 'busy' },
  })
  const wrote = { ...outbound, channel: 'email', summary: 'Wrote.' }
  await service.do('POST', `/v1/cases/${tried.id}/contacts`, { ...as, body: wrote })
  await service.do('POST', `/v1/cases/${kase.id}/contacts`, { as: piet.id, body: inbound })
  await service.do('GET', '/v1/events?limit=1')
  await letTimeBe(service.sql)
})

/** Runs whatever check is content by now, so that it is not run again: what is written next can only be seen by others. */
const check = `
  do $$ declare law text; begin
    for law in select t.tgname from pg_trigger t where not t.tgisinternal and t.tgdeferrable loop
      begin
        execute format('set constraints public.%I immediate', law);
      exception when others then null;
      end;
    end loop;
    set constraints all deferred;
  end $$`

const [resolution, contact, id, absence] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const release = (of: Answer['body']) =>
  `update callbacks set state = 'released', resolution_id = '${resolution}', closed_at = now() where id = '${of.callback.id}'`
const end = (of: Answer['body']) =>
  changeCase(of.id, `callback_id = null, resolution_id = '${resolution}', resolved_at = now()`)
const agree = (attempts: number) =>
  `update agreements set attempts = ${attempts}, attempt_days = ${Math.min(attempts, 2)} where team_id = '${teamId}'`
const away = () =>
  insert('absences', {
    id: absence,
    employee_id: sanne.id,
    from_at: `now() - '1 hour'::interval`,
    until_at: `now() + '40 days'::interval`,
    registered_at: 'now()',
  })

const standIn = () =>
  insert('stand_ins', {
    id,
    absence_id: absence,
    owner_id: sanne.id,
    stand_in_id: piet.id,
    from_at: `now() - '1 hour'::interval`,
    until_at: `now() + '30 days'::interval`,
  })
const passOnAll = () =>
  [kase, older, form, tried]
    .filter(({ owner }) => owner.id === sanne.id)
    .map((each) => ({ each, by: randomUUID() }))
    .flatMap(({ each, by }) => [successionRow(each, piet.id, { id: by }), ...moveTo(each.id, piet.id, by)])
    .join('; ')

/** What is written, in any order, with every check that would pass run between: something refuses all of it. */
const writings: Readonly<Record<string, () => readonly string[]>> = {
  'calls it no question, and speaks with the customer about it': () => [
    contactRow(form, { id: contact }),
    resolutionRow(form, { id: resolution, outcome: 'notAQuestion' }),
    release(form),
    end(form),
  ],
  'gives a customer up by an agreement that is lowered as long as a look takes': () => [
    agree(1),
    `${resolutionRow(tried, { id: resolution, outcome: 'unreachable' })}; ${release(tried)}; ${end(tried)}`,
    agree(3),
  ],
  'gives a customer up by the agreement of another team': () => [
    `update agreements set attempts = 1, attempt_days = 1 where team_id = '${strangers}'`,
    `${resolutionRow(tried, { id: resolution, outcome: 'unreachable' })}; ${release(tried)}; ${end(tried)}`,
    `set constraints all deferred; ${changeCase(tried.id, `team_id = '${strangers}'`)}`,
    `set constraints all deferred; ${changeCase(tried.id, `team_id = '${teamId}'`)}`,
  ],
  'ends a case that asks a colleague': () => [
    insert('consultations', {
      id,
      case_id: kase.id,
      asked_by_id: sanne.id,
      consulted_id: piet.id,
      team_id: null,
      kind: 'question',
      question: 'Why?',
      need_by: `now() + '1 day'::interval`,
      state: 'open',
      own_team_id: teamId,
      outside: 'false',
      asked_at: 'now()',
    }),
    `${contactRow(kase, { id: contact })};
    ${resolutionRow(kase, { id: resolution, contact_id: contact, contact_moment: 'owner-reached' })};
    update callbacks set state = 'kept', closed_at = now(), contact_id = '${contact}', contact_moment = 'owner-reached'
      where id = '${kase.callback.id}'`,
    end(kase),
  ],
  'calls it the duplicate of a case of somebody else': () => [
    resolutionRow(kase, { id: resolution, outcome: 'duplicate', duplicate_of: form.id }),
    release(kase),
    end(kase),
  ],
  'withdraws by a contact that is older than the promise': () => [
    resolutionRow(kase, {
      id: resolution,
      outcome: 'withdrawn',
      contact_id: `(select id from contacts where case_id = '${kase.id}' and moment = 'colleague-spoke')::uuid`,
      contact_moment: 'colleague-spoke',
    }),
    `${contactRow(kase, { id: contact })}; ${callbackRow(kase, { id, made_at: `now()` })};
    update callbacks set state = 'rescheduled', replaced_by = '${id}', reason = 'Busy.', closed_at = now(),
      contact_id = '${contact}', contact_moment = 'owner-reached' where id = '${kase.callback.id}';
    ${changeCase(kase.id, `callback_id = '${id}'`)}`,
    `update callbacks set state = 'released', resolution_id = '${resolution}', closed_at = now() where id = '${id}'`,
    end(kase),
  ],
  'completes a contact by a call that is made up': () => [
    contactRow(older, { id: contact, outcome: 'busy' }),
    insert('calls', {
      id,
      call_id: id,
      direction: 'outbound',
      at: 'now()',
      answered: 'true',
      answered_by_id: sanne.id,
      case_id: older.id,
      customer_id: older.customer.id,
      contact_id: contact,
    }),
    `update contacts set outcome = 'reached' where id = '${contact}'`,
  ],
  'lets somebody stand in who goes to another team': () => [
    `${away()}; ${standIn()}`,
    `update employees set team_id = '${strangers}' where id = '${piet.id}'`,
  ],
  'lets somebody stand in outside of the absence': () => [
    `${away()}; ${standIn()}`,
    `update absences set until_at = now() where id = '${absence}'`,
  ],
  'takes an absence back in which somebody stood in and spoke': () => [
    `${away()}; ${standIn()}`,
    `${contactRow(kase, { employee_id: piet.id })}; ${tell}`,
    `delete from absences where id = '${absence}'`,
  ],
  'passes all cases on for a long absence that it takes back': () => [
    away(),
    passOnAll(),
    `delete from absences where id = '${absence}'`,
  ],
  'passes one case of two on for a long absence': () => [
    away(),
    successionRow(kase, piet.id, { id }),
    moveTo(kase.id, piet.id, id).join('; '),
  ],
}

/** Whoever speaks with the customer after the end does no harm, and nothing is taken back that is not there yet. */
const isAttack = (order: readonly string[]): boolean =>
  comesLast(order, /'case.resolved'/, /^insert into contacts/) &&
  comesLast(order, /^(delete from|update) absences/, /^insert into absences/)

function comesLast(order: readonly string[], last: RegExp, first: RegExp): boolean {
  const at = order.findLastIndex((step) => last.test(step))
  return at < 0 || order.findLastIndex((step) => first.test(step)) < at
}

test.each(Object.keys(writings))('no order of statements %s, whichever checks run early', async (name) => {
  const outcomes = new Map<string, string>()
  for (const order of ordersOf(writings[name]?.() ?? []).filter(isAttack)) {
    const steps = order.flatMap((step) => [step, tell, check])
    outcomes.set(order.join('\n--\n'), await outcomeOf(service, 'read committed', steps))
  }
  expect([...outcomes].filter(([, outcome]) => outcome === 'nothing')).toEqual([])
})
