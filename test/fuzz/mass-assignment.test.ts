import { beforeAll, expect, test } from 'vitest'
import { committedDocument, operationsOf } from '../support/document.ts'
import { expectInvariants } from '../support/invariants.ts'
import { bodySchemaOf } from '../support/request-schemas.ts'
import type { Answer } from '../support/service.ts'
import { type Stage, setStage, type ValidRequest } from '../support/stage.ts'
import { useService } from '../support/use-service.ts'
import { hopefulValue } from './field-names.ts'
import type { Method } from './mutation.ts'
import { isOwnerOfCase, triesOf } from './unknown-fields.ts'
import { withFields } from './with-fields.ts'

const operations = operationsOf(committedDocument()).filter(
  ({ operation }) => operation.requestBody !== undefined,
)

const asScimSays = 'what SCIM has and we have not is accepted and not kept (RFC 7644, section 3.3)'

/** Objects that take any field, with the reason why they may. What comes of the fields is tried below. */
const openObjects: Readonly<Record<string, string>> = {
  'createScimUser#/': asScimSays,
  'createScimUser#/name': asScimSays,
  'createScimUser#/emails/0': asScimSays,
  'createScimUser#/phoneNumbers/0': asScimSays,
  'putScimUser#/': asScimSays,
  'putScimUser#/name': asScimSays,
  'putScimUser#/emails/0': asScimSays,
  'putScimUser#/phoneNumbers/0': asScimSays,
  'changeScimUser#/': asScimSays,
  'changeScimUser#/Operations/0': asScimSays,
  'recordZammadCall#/': 'bridges say more than they are asked for, and nothing is made of it',
}

let stage: Stage
const prepared = new Map<string, ValidRequest>()
let before: Readonly<Record<string, string>>
const service = useService()
beforeAll(async () => {
  stage = await setStage(service)
  for (const { name } of operations) prepared.set(name, await stage.prepare(name))
  before = await everything()
})

/** A fingerprint of every table, but for how often and when a key was used. */
async function everything(): Promise<Readonly<Record<string, string>>> {
  // Asking for the feed numbers the events that wait for it.
  await service.do('GET', '/v1/events?limit=1')
  const { rows } = await service.sql.query(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'rate_limits'`,
  )
  const found: Record<string, string> = {}
  for (const { name } of rows) {
    const { rows: lines } = await service.sql.query(
      `select md5(coalesce(string_agg(line, e'\\n' order by line), '')) as print
       from (select (to_jsonb(t) - 'last_used_at')::text as line from ${name} t) l`,
    )
    found[name] = lines[0].print
  }
  return found
}

async function send({ path, method, name }: (typeof operations)[number], body: unknown): Promise<Answer> {
  const { params = {}, headers, as } = prepared.get(name) ?? {}
  const url = path.replaceAll(/\{(\w+)\}/g, (_, param) => params[param] ?? '')
  return await service.call(method.toUpperCase() as Method, url, {
    body: body as object,
    ...(headers ? { headers } : {}),
    ...(as === undefined ? {} : { as }),
  })
}

test.each(operations)(
  '$name refuses every field that it does not have, wherever it stands, and names it',
  async (each) => {
    const schema = bodySchemaOf(each.operation)
    const closed = triesOf(each.name, schema).filter(({ place }) => {
      const is = `${each.name}#/${place.way.join('/')}`
      expect(place.isOpen, is).toBe(is in openObjects)
      return !place.isOpen
    })
    // What is tried and what is open is all there is.
    // A file has lines and no fields of its own.
    if (
      closed.length === 0 &&
      !['importCustomers', 'createImport', 'addOutreachCustomers'].includes(each.name)
    )
      expect(Object.keys(openObjects).join()).toContain(`${each.name}#/`)
    for (const { place, names } of closed) {
      const hopeful = Object.fromEntries(names.map((name) => [name, hopefulValue(name, stage)]))
      const answer = await send(each, withFields(schema, prepared.get(each.name)?.body, place.way, hopeful))
      if (names.some((name) => isOwnerOfCase(each.name, name)))
        expect(answer.body, names.join()).toMatchObject({ status: 409, code: 'owner-is-final' })
      else {
        expect(answer.body, names.join()).toMatchObject({ status: 400, code: 'validation-failed' })
        const told = names.map((name) => ({
          pointer: `#${[...place.way, name].map((step) => `/${step}`).join('')}`,
          message: 'is not a field of this request',
        }))
        expect(answer.body.errors).toEqual(expect.arrayContaining(told))
      }
    }
  },
)

test('and nothing has changed by any of it', async () => {
  expect(await everything()).toEqual(before)
  await expectInvariants(service)
})
