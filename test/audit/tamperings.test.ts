import { expect, test } from 'vitest'
import { audit } from '../../src/audit/audit.ts'
import { inbound, outbound, setScene, soon } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

/** Names of rows, by what they are; the statements of a tampering call them by these. */
type Rows = Readonly<Record<string, string>>

/** A house in which most of what can happen has happened, and the heads of its history that were signed. */
async function live(): Promise<Rows> {
  const { open, sanne, piet } = await setScene(service)
  const promised = await open()
  const say = (url: string, as: string, body: object) => service.do('POST', url, { as, body })
  await say(`/v1/callbacks/${promised.callback.id}/attempts`, sanne.id, { outcome: 'no-answer' })
  const note = await say(`/v1/cases/${promised.id}/notes`, piet.id, { text: 'The bank confirms two debits.' })
  const chase = await say(`/v1/cases/${promised.id}/contacts`, piet.id, inbound)
  await say(`/v1/callbacks/${promised.callback.id}/reschedule`, sanne.id, {
    reason: 'They asked for it.',
    contact: outbound,
    ...soon,
  })
  const told = await open()
  await say(`/v1/cases/${told.id}/resolve`, sanne.id, {
    outcome: 'withdrawn',
    summary: 'Found it.',
    contact: inbound,
  })
  // The service signs by itself as well, once a minute: two minutes later it signs all that there is.
  service.clock.now = Temporal.Now.instant().add({ minutes: 2 })
  await service.do('GET', '/v1/events/checkpoints')
  service.clock.now = undefined
  const id = async (query: string, ...values: string[]): Promise<string> => {
    const { rows } = await service.sql.query(query, values)
    return String(Object.values(rows[0] ?? {})[0])
  }
  return {
    promised: promised.id,
    told: told.id,
    note: note.id,
    chase: chase.id,
    piet: piet.id,
    attempt: await id('select id from callback_attempts limit 1'),
    resolution: await id('select resolution_id from cases where id = $1', told.id),
    callback: await id('select callback_id from cases where id = $1', promised.id),
    event: await id('select id from events where case_id = $1 and case_sequence = 2', promised.id),
    next: await id('select id from events where case_id = $1 and case_sequence = 3', promised.id),
    last: await id(
      'select id from events where case_id = $1 order by case_sequence desc limit 1',
      promised.id,
    ),
    house: await id('select id from events where case_id is null order by id limit 1'),
    tail: await id('select event_id from feed order by position desc limit 1'),
  }
}

const is = 'an event says what it said when it got its place'
const follows = 'each place follows the one before it'
const there = 'an event that has its place is there'
const signed = 'the history is still what was signed'
const numbered = 'the events of a case are numbered 1, 2, 3, … and the last is its version'

const tamperings: readonly (readonly [string, string, string, string])[] = [
  [
    'what an event says',
    `update events set data = data || '{"channel": "letter"}' where id = :event`,
    is,
    'event',
  ],
  ['when it happened', `update events set at = at - interval '1 hour' where id = :event`, is, 'event'],
  ['its type', `update events set type = 'case.chased' where id = :house`, is, 'house'],
  ['who did it', `update events set actor_id = gen_random_uuid() where id = :event`, is, 'event'],
  [
    'for whom it was done',
    `update events set on_behalf_of = gen_random_uuid() where id = :house`,
    is,
    'house',
  ],
  [
    'which customer it is about',
    `update events set customer_id = gen_random_uuid() where id = :next`,
    is,
    'next',
  ],
  [
    'the case that it is of',
    `update events set case_id = :told, case_sequence = 100 where id = :last`,
    is,
    'last',
  ],
  ['removes an event', `delete from events where id = :event`, there, 'event'],
  [
    'removes an event and its place',
    `delete from feed where event_id = :event; delete from events where id = :event`,
    'places have no gap',
    '',
  ],
  [
    'removes the last of a case',
    `delete from feed where event_id = :last; delete from events where id = :last`,
    numbered,
    'promised',
  ],
  [
    'removes the last of all',
    `delete from feed where event_id = :tail; delete from events where id = :tail`,
    signed,
    '',
  ],
  [
    'changes places in a case',
    `update events set case_sequence = 100 where id = :event; update events set case_sequence = 2 where id = :next;
    update events set case_sequence = 3 where id = :event`,
    is,
    'event',
  ],
  [
    'changes places in the feed',
    `update feed set position = 1000000 where event_id = :event`,
    'places have no gap',
    'event',
  ],
  [
    'invents an event',
    `insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
    values ('00000000-0000-7000-8000-000000000001', 'case.changed', now(), :promised, 1000, 'system', '{}')`,
    numbered,
    'promised',
  ],
  [
    'invents one outside the feed',
    `insert into events (id, type, at, actor_kind, data, tx)
    values ('00000000-0000-7000-8000-000000000001', 'customer.changed', now(), 'system', '{}', null)`,
    'the feed has every event, without a gap',
    '',
  ],
  [
    'changes an event and its hash',
    `update events set data = '{}' where id = :house;
    update feed set hash = (select event_hash(e, null) from events e where e.id = :house) where event_id = :house`,
    follows,
    'house',
  ],
  [
    'a contact',
    `update contacts set channel = 'chat' where id = :chase`,
    'contacts say what contact.recorded said',
    'chase',
  ],
  [
    'removes a note',
    `delete from notes where id = :note`,
    'case.reopened or note.added: every row has its event, and every event its row',
    'note',
  ],
  [
    'a try',
    `update callback_attempts set outcome = 'busy' where id = :attempt`,
    'callback_attempts say what callback.attempted said',
    'attempt',
  ],
  [
    'a promise',
    `update callbacks set window_until = window_until + interval '1 day' where id = :callback`,
    'callbacks say what callback.made said',
    'callback',
  ],
  [
    'how a case ended',
    `update resolutions set outcome = 'notAQuestion' where id = :resolution`,
    'resolutions say what case.resolved said',
    'resolution',
  ],
  [
    'the owner',
    `update cases set owner_id = :piet where id = :promised`,
    'the owner is the one who was there at the opening, or to whom the last succession led, says the history',
    'promised',
  ],
  [
    'how often the customer asked',
    `update cases set chases = 0 where id = :promised`,
    'chases are counted',
    'promised',
  ],
]

let rows: Rows | undefined

async function found(statement: string, kept: readonly string[] = []): Promise<string[]> {
  rows ??= await live()
  const { sql } = service
  await sql.query(`begin isolation level repeatable read; set local session_replication_role = replica`)
  try {
    await sql.query(statement.replaceAll(/:([a-z]+)/g, (_, name) => `'${rows?.[name]}'`))
    const findings: string[] = []
    for await (const { law, row } of audit(sql, { kept })) findings.push(`${law}: ${row}`)
    return findings
  } finally {
    await sql.query('rollback')
  }
}

test('an honest history has nothing to tell', async () => {
  expect(await found('')).toEqual([])
})

test.each(tamperings)('%s is found and named', async (_, statement, law, name) => {
  const findings = await found(statement)
  expect(findings.filter((line) => line.startsWith(`${law}: `)).join()).toContain(rows?.[name] ?? ':')
})

test('who writes the whole chain anew is found by what was signed', async () => {
  const findings = await found(`
    update events set data = '{}' where id = :house;
    do $$ declare last bytea := ''; f feed; h bytea; begin
      for f in select * from feed order by position loop
        select event_hash(e, (select b.hash from events p join feed b on b.event_id = p.id
          where p.case_id = e.case_id and p.case_sequence = e.case_sequence - 1)) into h from events e where id = f.event_id;
        last := sha256(last || h);
        update feed set hash = h, chain = last where position = f.position;
      end loop;
    end $$`)
  // Each head that was signed, the service's own as well.
  const { rows: heads } = await service.sql.query('select from checkpoints')
  const named = expect.stringMatching(new RegExp(`^${signed}: the head at \\d+`))
  expect(findings).toEqual(heads.map(() => named))
  expect(heads.length).toBeGreaterThan(0)
})

test('a head that somebody kept is as good, where the database has forgotten it', async () => {
  await found('')
  const { data } = await service.do('GET', '/v1/events/checkpoints')
  const { statement } = data[0]
  expect(await found('delete from checkpoints', [statement])).toEqual([])
  expect(
    await found(
      `delete from checkpoints; delete from events where id = :tail; delete from feed where event_id = :tail`,
      [statement],
    ),
  ).toContainEqual(expect.stringContaining(`${signed}: the head at`))
  expect(await found('', [`${statement.slice(0, -4)}AAAA`])).toContainEqual(
    expect.stringContaining('nobody here signed'),
  )
})
