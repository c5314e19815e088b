import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { addressOf, requestNames, requestOf } from '../requests/book.ts'
import type { Objects } from '../requests/objects.ts'
import type { Request } from '../requests/request.ts'
import { atOnce } from '../support/at-once.ts'
import { type Cast, meetCast, type Person, people } from '../support/cast.ts'
import { committedDocument, operationsOf } from '../support/document.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'
import { type Cell, type Row, whoMayWhat } from './who-may-what.ts'
import { asMarkdown } from './who-may-what-page.ts'

const log: Record<string, unknown>[] = []
const logger = pino({ level: 'info' }, { write: (line: string) => log.push(JSON.parse(line)) })
const service = useService({ logger })
let cast: Cast
beforeAll(async () => {
  cast = await meetCast(service)
})

const operations = operationsOf(committedDocument())

/** One try of a cell. */
interface Try {
  readonly who: string
  readonly cell: Cell
  readonly credentials: { readonly key: string | null; readonly as?: string }
  /** Whose case they ask for: the owner's, unless it is about themselves. */
  readonly person?: Person
  /** For whom a system acts, once both are known. */
  readonly onBehalfOf?: string | null
}

test('every operation has its row, and every row its operation and its request', () => {
  expect([...new Set(whoMayWhat.map(({ operation }) => operation))].sort()).toEqual(
    operations.map(({ name }) => name).sort(),
  )
  expect([...requestNames].sort()).toEqual(whoMayWhat.map(({ name }) => name).sort())
  expect(operations.length).toBeGreaterThan(50)
})

test('the page for people says what the table says', async () => {
  await expect(asMarkdown()).toMatchFileSnapshot('../../docs/who-may-what.md')
})

describe.each(whoMayWhat)('$name', (row) => {
  test('lets in who may, as far as they may', async () => {
    const allowed = triesOf(row).filter(({ cell }) => isAllowed(cell))
    expect(allowed.length).toBeGreaterThan(0)
    const asked = await atOnce(allowed, ({ person }) => request(row, cast.fresh(person)), allowed.length)
    const sent = await atOnce(allowed, (tried, n) => send(asked[n] as Asked, tried), allowed.length)
    const told = allowed.map(
      ({ who, cell }, n) => `${who}: ${shown(sent[n] as Answer, asked[n] as Asked, cell)}`,
    )
    expect(told).toEqual(allowed.map(({ who, cell }) => `${who}: ${cell}`))
  })

  const refused = Object.values({ ...row.people, system: row.without }).some((cell) => !isAllowed(cell))
  if (refused)
    test('keeps out who may not: nothing changes, and the audit log has it', async () => {
      const denied = triesOf(row).filter(({ cell }) => !isAllowed(cell))
      const asked = await Promise.all(denied.map(({ person }) => request(row, cast.standing(person))))
      const before = await fingerprint()
      const sent = await Promise.all(
        denied.map((tried, n) => send(asked[n] as Asked, tried, `denied-${randomUUID()}`)),
      )
      expect(denied.map(({ who }, n) => `${who}: ${told(sent[n] as Answer)}`)).toEqual(
        denied.map(({ who, cell }) => `${who}: ${cell}`),
      )
      expect(await fingerprint()).toEqual(before)
      for (const [n, tried] of denied.entries())
        await expectAudited(row, tried, asked[n] as Asked, sent[n] as Answer)
    })

  const hidden = people.filter((person) => row.people[person] === '404')
  if (hidden.length > 0)
    test('answers to what is not theirs to see as to what is not there', async () => {
      for (const person of hidden) {
        const tried = { credentials: cast.as(person) }
        const theirs = await send(await request(row, cast.standing(person)), tried)
        const nothing = await send(await request(row, cast.missing), tried)
        expect([person, masked(theirs)]).toEqual([person, masked(nothing)])
      }
    })
})

/** Everybody who tries, and what the row says to each. */
function triesOf(row: Row): Try[] {
  const enough = new Set(row.needs === '-' ? [] : [...row.needs.split('/'), 'admin'])
  const mayAll = enough.has('any') || enough.has('anybody')
  return [
    ...Object.entries(cast.strangers).map(([who, credentials]) => ({ who, cell: row.nobody, credentials })),
    ...Object.entries(cast.barred).map(([who, credentials]) => ({
      who,
      cell: row.barred,
      credentials,
      onBehalfOf: null,
    })),
    ...Object.entries(cast.systems).map(([scope, credentials]) => ({
      who: `a system with ${scope}`,
      cell: mayAll || enough.has(scope) ? row.withIt : row.without,
      credentials,
      onBehalfOf: null,
    })),
    ...people.map((person) => ({
      who: person,
      cell: row.people[person],
      credentials: cast.as(person),
      person,
      onBehalfOf: cast.id[person],
    })),
  ]
}

/** A request of a row, and where it goes to. */
interface Asked extends Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
}

async function request({ name }: Row, objects: Objects): Promise<Asked> {
  const asked = await requestOf(name, objects)
  return { ...asked, ...addressOf(name, asked) }
}

const send = (
  { method, url, body, headers }: Asked,
  { credentials }: Pick<Try, 'credentials'>,
  requestId?: string,
): Promise<Answer> =>
  service.call(method, url, {
    ...credentials,
    body,
    headers: { ...headers, ...(requestId !== undefined && { 'x-request-id': requestId }) },
  })

/** The cells that are refusals, and the code of each. */
const codes: Partial<Record<Cell, string>> = {
  '401': 'unauthenticated',
  '403': 'forbidden',
  '404': 'not-found',
  "owner's": 'only-the-owner',
}
const isAllowed = (cell: Cell): boolean => !(cell in codes)

/** An answer in the words of the table. SCIM has its own form of refusals, without a code. */
function told({ status, body }: Answer): string {
  if (status < 300 || body.schemas !== undefined) return String(status)
  const [cell] = Object.entries(codes).find(([, code]) => code === body.code) ?? []
  const expected = cell === "owner's" ? 403 : Number(cell)
  return cell !== undefined && expected === status ? cell : `${status} ${body.code}`
}

/** A success in the words of the table, held against what the cell expects to see in it. */
function shown(answer: Answer, { shows }: Asked, cell: Cell): string {
  if (answer.status >= 300) return told(answer)
  const isThere = shows !== undefined && answer.text.includes(shows)
  if (cell === 'in' || cell === 'out') return answer.status === 200 ? (isThere ? 'in' : 'out') : told(answer)
  if (cell === '200' && shows !== undefined && !isThere) return '200, of something else'
  return summarised.has(
    Object.keys(answer.body ?? {})
      .sort()
      .join(),
  )
    ? 'summary'
    : told(answer)
}

/** What a summary has, of a case and of a customer. */
const summarised = new Set([
  'callback,customer,id,owner,reference,standIn,status,version',
  'id,mergedInto,name,openCases',
])

/**
 * Of every table how many rows it has and which transaction wrote the youngest, but for which places in the feed have been
 * given, and what was signed. Of keys what they are, since each use of one is written.
 */
async function fingerprint(): Promise<unknown> {
  readingTables ??= await toReadTables()
  // What has a name is planned once.
  return (await service.sql.query({ name: 'fingerprint', text: readingTables })).rows
}

let readingTables: string | undefined

async function toReadTables(): Promise<string> {
  const { rows: tables } = await service.sql.query(
    `select tablename as name from pg_tables where schemaname = 'public'
     and tablename not in ('api_keys', 'rate_limits', 'feed', 'feed_head', 'checkpoints', 'signing_keys') order by 1`,
  )
  const each = tables.map(
    ({ name }: { name: string }) =>
      `select '${name}' as name, count(*), max(xmin::text::bigint)::text as youngest from ${name}`,
  )
  const keys = `select 'api_keys', count(*), md5(string_agg(k::text, '' order by k::text))
    from (select to_jsonb(t) - 'last_used_at' as k from api_keys t) t`
  return `${[...each, keys].join(' union all ')} order by 1`
}

async function expectAudited(row: Row, tried: Try, { url }: Asked, answer: Answer): Promise<void> {
  const requestId = answer.headers['x-request-id']
  const line = await vi.waitFor(() => {
    const found = log.findLast((entry) => entry.requestId === requestId)
    if (!found) throw new Error(`the log has nothing of ${row.name} by ${tried.who}`)
    return found
  })
  expect(line).toMatchObject({
    audit: 'refused',
    operation: row.operation,
    code: codes[tried.cell],
    requestId,
  })
  expect(Object.values(line.object as object)).toEqual(url.split('?', 1)[0]?.match(uuids) ?? [])
  const { onBehalfOf } = tried
  expect(line.caller).toEqual(
    onBehalfOf === undefined ? null : { kind: 'system', id: expect.any(String), onBehalfOf },
  )
}

const uuids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** An answer without what is different in every answer. */
function masked({ status, headers, body }: Answer) {
  const { 'x-request-id': _, date: __, ratelimit: ___, ...others } = headers
  const { requestId: ____, instance, ...problem } = body
  return { status, others, problem, instance: String(instance).replaceAll(/[0-9a-f-]{36}|\d{9}/g, 'it') }
}
