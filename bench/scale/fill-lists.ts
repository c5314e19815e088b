import { randomBytes, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { referenceOf } from '../../src/case-file/reference.ts'
import { digestOf } from '../../src/rooms/access/secret.ts'
import type { Known } from '../../test/support/list-readings.ts'
import { ofLists } from './lists.ts'
import { cases, customers, people, said } from './statements.ts'

/** A large house, in which nothing that is said matters. */
export interface Filled {
  readonly known: Known
  /** An admin's API key. */
  readonly key: string
  /** Who asks: a coach, who sees all, a member of a team like the others, and one of a team that has nothing rare. */
  readonly who: Readonly<Record<string, string>>
  /** The tables that grow with the cases. */
  readonly large: ReadonlySet<string>
}

/** Fills an empty house with so many cases of three years and with what else lists hold, past triggers and foreign keys. */
export async function fillLists(url: string, size: number): Promise<Filled> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await fill(client, size)
  } finally {
    await client.end()
  }
}

/** What PostgreSQL 18 has, for those before it. */
const idsOfBefore = `
  create or replace function uuidv7(ago interval) returns uuid language sql volatile as $$
    select (substr(hex, 1, 12) || '7' || substr(rest, 1, 3) || '8' || substr(rest, 4, 15))::uuid
    from (select lpad(to_hex((extract(epoch from clock_timestamp() + ago) * 1000)::bigint), 12, '0') as hex,
      md5(random()::text || clock_timestamp()) as rest) drawn
  $$;
  create or replace function uuid_extract_timestamp(id uuid) returns timestamptz language sql immutable as $$
    select to_timestamp(('x' || lpad(substr(replace(id::text, '-', ''), 1, 12), 16, '0'))::bit(64)::bigint / 1000.0)
  $$`

async function fill(client: Client, size: number): Promise<Filled> {
  const { rows: known } = await client.query(`select from pg_proc where proname = 'uuid_extract_timestamp'`)
  if (known.length === 0) await client.query(idsOfBefore)
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'`,
  )
  await client.query(people)
  await client.query(`create unlogged table made_sentences as select n, 'Klaar'::text as text from generate_series(0, 59999) n;
    create index on made_sentences (n); analyze made_sentences`)
  await client.query(customers, [size / 4, ['Anna', 'Bert'], ['Jansen', 'Smit', 'Bos']])
  await client.query(cases, [size, size / 4, 'zeldzaam'])
  await client.query('analyze made_cases')
  await client.query(said, [size])
  for (const text of Object.values(ofLists)) await client.query(text)
  await client.query('set session_replication_role = origin; drop table made_sentences, made_cases')
  await client.query('vacuum analyze')

  const key = randomBytes(24).toString('hex')
  await client.query(
    `insert into api_keys (id, name, scopes, hint, digest, created_at) values ($1, 'admin', '{admin}', $2, $3, now())`,
    [randomUUID(), key.slice(-4), digestOf(key)],
  )
  const one = async (text: string, values: unknown[] = []) => {
    const { rows } = await client.query({ text, values, rowMode: 'array' })
    return String(rows[0]?.[0])
  }
  const plainTeam = await one('select id from teams order by id desc limit 1')
  const member = await one(
    `select id from employees where role = 'member' and team_id <> $1 order by name limit 1`,
    [plainTeam],
  )
  const { rows } = await client.query('select * from cases where owner_id = $1 order by id limit 1', [member])
  const [kase] = rows
  const ofPlainTeam = await one('select id from cases where team_id = $1 limit 1', [plainTeam])
  const [common, rare] = (await client.query('select id from rules order by code')).rows
  const nobody = randomUUID()
  const persons = [member, nobody]
  const { rows: grown } = await client.query(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > $1`,
    [size / 10],
  )
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  return {
    key,
    large: new Set(grown.map(({ relname }) => relname)),
    who: {
      coach: await one(`select id from employees where role = 'coach' order by id limit 1`),
      member,
      stranger: await one(
        `select id from employees where role = 'member' and team_id = $1 order by name limit 1`,
        [plainTeam],
      ),
    },
    known: {
      moment: [ago(3000), ago(700), '2098-01-01T00:00:00Z'],
      id: [kase.id, nobody],
      caseId: [kase.id, nobody],
      ...Object.fromEntries(
        ['Contacts', 'Notes', 'CaseConsultations', 'CaseGestures', 'CaseAsks', 'CaseDeviations'].map(
          (list) => [`caseId of list${list}`, [ofPlainTeam]],
        ),
      ),
      'caseId of getCaseTimeline': [ofPlainTeam],
      customerId: [kase.customer_id, nobody],
      teamId: [kase.team_id, nobody, `${plainTeam},${kase.team_id}`],
      ownerId: persons,
      employeeId: persons,
      'employeeId of listAbsences': [member],
      standInId: [await one('select stand_in_id from stand_ins order by id limit 1'), nobody],
      aboutEmployeeId: persons,
      consultedId: persons,
      askedById: persons,
      fromOwnerId: persons,
      toOwnerId: persons,
      grantedById: persons,
      authorId: persons,
      supportedById: persons,
      outreachId: [await one(`select id from outreaches where title = 'Uitstoot 1'`)],
      week: ['2026-W40'],
      ruleId: [common.id, rare.id, nobody],
      webhookId: [await one('select id from webhooks')],
      eventId: [await one('select event_id from webhook_deliveries limit 1'), nobody],
      importId: [nobody],
      topic: ['invoice', 'other', 'meter', 'none', 'meter,other'],
      tag: ['gold', 'rare', 'none', 'none,rare'],
      value: ['honest', 'brave', 'none', 'none,brave'],
      type: ['case.opened', 'values.changed', 'idea.made', 'idea.made,values.changed'],
      reference: [referenceOf(123_456_789)],
      segment: ['households'],
      code: ['invoice'],
      email: ['a@example.org'],
      extension: ['204'],
      phone: ['+31612345678'],
      system: ['crm', 'none'],
      externalId: ['C-500003', 'none'],
      callId: ['call-2', 'none'],
      from: ['+31610000014', '+31610000015'],
      to: ['+31201234567', '+31610000015'],
      'kind of exportRows': ['cases'],
      kind: ['cases'],
    },
  }
}
