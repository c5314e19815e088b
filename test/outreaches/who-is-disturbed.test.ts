import { expect, test } from 'vitest'
import { useService } from '../support/use-service.ts'
import { monday, run, setOutreach } from './set-outreach.ts'

const service = useService()

test('no outreach leaves in peace whom another one has told, and the one that did so leaves them in peace once', async () => {
  service.clock.now = monday
  const { draft, customers, informing, act } = await setOutreach(service)
  const [one] = await customers(1)
  const { body: told } = await draft({ customers: informing([one]) })
  const { body: another } = await draft({ customers: informing([one]) })
  await act(told.id, 'start')
  await run(service)
  /** Disturbs them in another week, as a script would. */
  const disturbedBy = (outreachId: string): Promise<string> =>
    service.sql
      .query(
        `insert into disturbances (id, customer_id, kind, at, quiet_until, outreach_id)
         select gen_random_uuid(), customer_id, kind, at + interval '30 days', quiet_until + interval '30 days', $2
         from disturbances where customer_id = $1 and kind = 'outreach' and outreach_id = $3`,
        [one.id, outreachId, told.id],
      )
      .then(
        () => 'nothing',
        ({ constraint }) => String(constraint),
      )
  expect(await disturbedBy(another.id)).toBe('disturbances_are_by_an_outreach')
  expect(await disturbedBy(told.id)).toBe('disturbances_of_an_outreach_are_one')
})
