import { expect, test } from 'vitest'
import { useService } from '../../support/use-service.ts'
import { refusal } from '../script.ts'

const service = useService()

/** Tables that may be swept, each with the reason; what somebody would miss is none of them. */
const swept: Readonly<Record<string, string>> = {
  calendar_feeds: 'an address for the calendar is made anew',
  event_tickets: 'they last for a minute',
  idempotency_keys: 'they last for a day',
  import_lines: 'they wait for their turn, and the file is sent again',
  presences: 'nobody is away then',
  rate_limits: 'they last for a minute',
}

/** A TRUNCATE fires nothing that a DELETE fires: each table says itself whether it may be swept. */
test('no table is swept by TRUNCATE but those of which nobody would miss a row', async () => {
  const { rows } = await service.sql.query(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const went: string[] = []
  for (const { name } of rows)
    if ((await refusal(service, `truncate ${name} cascade`)) === 'nothing') went.push(name)
  expect(went).toEqual(Object.keys(swept).sort())
})
