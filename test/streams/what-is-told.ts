import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import type { Receiver } from '../support/receive-webhooks.ts'
import type { Service } from '../support/service.ts'
import { type Started, startProcess } from '../support/start-process.ts'

/** Another instance on the same database, in a process that can be killed. */
export async function startBeside(service: Service): Promise<Started & { readonly address: string }> {
  const started = startProcess({
    DATABASE_URL: service.databaseUrl,
    PORT: '0',
    WEBHOOK_PRIVATE_NETWORKS: '127.0.0.0/8',
  })
  onTestFinished(started.kill)
  const [, address = ''] = await started.until(/ready at (http:\S+?)"/)
  return { ...started, address }
}

/** Changes a case in a transaction that stays open; answers with the event in it, and how to commit. */
export async function changeSlowly(
  service: Service,
  caseId: string,
): Promise<{ readonly id: string; commit(): Promise<unknown> }> {
  const slow = new pg.Client({ connectionString: service.databaseUrl })
  await slow.connect()
  onTestFinished(() => slow.end())
  const id = randomUUID()
  await slow.query('begin')
  await slow.query(
    `with e as (insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
      select $2, 'case.changed', now(), id, version + 1, 'system', '{}' from cases where id = $1)
     update cases set tags = array['late'], version = version + 1 where id = $1`,
    [caseId, id],
  )
  return { id, commit: () => slow.query('commit') }
}

/** A webhook for everything, and the event that tells of it: the first one that it is sent. */
export async function tellEverything(
  service: Service,
  receiver: Receiver,
): Promise<{ readonly webhookId: string; readonly start: string }> {
  const { id, secret } = await service.do('POST', '/v1/webhooks', { body: { url: receiver.url } })
  receiver.secret.resolve(secret)
  const [start] = (await service.do('GET', '/v1/events?type=webhook.created&limit=200')).data.slice(-1)
  return { webhookId: id, start: start.id }
}

/** The feed behind an event, as the database has it. */
export async function feedBehind(service: Service, start: string): Promise<string[]> {
  await service.do('GET', '/v1/events?limit=1')
  const { rows } = await service.sql.query(
    'select event_id as id from feed where position > (select position from feed where event_id = $1) order by position',
    [start],
  )
  return rows.map(({ id }) => id)
}

/** Deliveries to a webhook: how many, how many that arrived, that somebody is at, and that nobody has tried but could. */
export async function deliveriesOf(
  service: Service,
  webhookId: string,
): Promise<Readonly<Record<'all' | 'arrived' | 'claimed' | 'free', number>>> {
  const { rows } = await service.sql.query(
    `select count(*)::int as all, count(*) filter (where state = 'delivered')::int as arrived,
      count(claimed_until)::int as claimed,
      count(*) filter (where state = 'pending' and claimed_until is null and attempts = 0 and not exists (
        select from webhook_deliveries b where b.webhook_id = d.webhook_id and b.state = 'pending'
          and b.case_id = d.case_id and b.case_sequence < d.case_sequence))::int as free
     from webhook_deliveries d where webhook_id = $1`,
    [webhookId],
  )
  return rows[0]
}
