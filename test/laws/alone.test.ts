import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { inbound, setScene, soon } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'
import { refusal } from './script.ts'

/*
 * Most rows that a law refuses are refused by several of its conditions, and a test that meets one of them says nothing of the
 * others. Here the triggers are off, as a restore or a careless script has them, and what is declared stands alone.
 */

const service = useService()
let open: string
let resolved: string
beforeAll(async () => {
  const scene = await setScene(service)
  const as = scene.sanne.id
  const { id, callback } = await scene.take()
  const call = (what: string, body: object) =>
    service.do('POST', `/v1/callbacks/${callback.id}/${what}`, { as, body })
  await call('attempts', { outcome: 'no-answer' })
  await call('reschedule', { ...soon(), reason: 'They asked.', contact: inbound })
  open = id
  resolved = (await scene.resolved()).id
})

test.each<[string, string, () => string]>([
  [
    'cases_reference_is_digits',
    'cases',
    () => `update cases set reference = '0123456789' where id = '${open}'`,
  ],
  ['cases_chases_count_up', 'cases', () => `update cases set chases = -1 where id = '${open}'`],
  [
    'cases_resolved_have_a_moment',
    'cases',
    () => `update cases set resolved_at = null where id = '${resolved}'`,
  ],
  [
    'cases_succession_leads_to_the_owner',
    'cases',
    () => `update cases set succession_id = '${randomUUID()}' where id = '${open}'`,
  ],
  [
    'cases_correction_leads_to_the_customer',
    'cases',
    () => `update cases set correction_id = '${randomUUID()}' where id = '${open}'`,
  ],
  [
    'callbacks_replacement_is_another',
    'callbacks',
    () => `update callbacks set replaced_by = id where case_id = '${open}' and state = 'rescheduled'`,
  ],
  [
    'callback_attempts_reached_is_a_contact',
    'callback_attempts',
    () => `update callback_attempts set outcome = 'reached' where case_id = '${open}'`,
  ],
])('%s refuses it alone', async (constraint, table, statement) => {
  const refused = await refusal(service, `alter table ${table} disable trigger user`, statement())
  expect(refused).toBe(constraint)
})
