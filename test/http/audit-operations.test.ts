import { beforeAll, expect, test } from 'vitest'
import { mutate } from '../fuzz/mutate-request.ts'
import type { Method } from '../fuzz/mutation.ts'
import { committedDocument, operationsOf } from '../support/document.ts'
import { logLines } from '../support/log-lines.ts'
import { bodyTypeOf } from '../support/request-schemas.ts'
import { type Stage, setStage } from '../support/stage.ts'
import { useService } from '../support/use-service.ts'

const { logger, lines } = logLines('error')
let stage: Stage
const service = useService({ logger })
beforeAll(async () => {
  stage = await setStage(service)
})

const operations = operationsOf(committedDocument())

/** Sends a request that succeeds; tells what it left behind. */
async function leftBy({ name, method, path, operation }: (typeof operations)[number]) {
  const request = await stage.prepare(name)
  const type = bodyTypeOf(operation)
  const target = { method: method.toUpperCase() as Method, path, type, request, names: stage.names }
  const { url, ...sent } = mutate(target, [])
  const before = { line: lines.length, events: await countEvents() }
  const answer = await service.call(sent.method, url, sent)
  expect(answer.status, answer.text).toBeLessThan(300)
  return { lines: lines.slice(before.line), events: (await countEvents()) - before.events, request }
}

const countEvents = async (): Promise<number> =>
  (await service.sql.query('select count(*)::int as n from events')).rows[0].n

/** What is about nobody, customer or employee. This list is complete: whatever is added reads of people. */
const impersonal = [
  'getDocument',
  'getEffect',
  'reportPromises',
  'reportOwnership',
  'reportFaces',
  'reportExits',
  'reportSatisfaction',
  'reportConsultations',
  'reportStuck',
  'reportEmpowerment',
  'reportRules',
  'reportIdeas',
  'listPulse',
  'reportOutreaches',
  'reportJourney',
  'getLiveness',
  'getReadiness',
  'getMetrics',
  'listProblems',
  'getProblem',
  'getOrganisation',
  'listTeams',
  'getTeam',
  'getAgreements',
  'getCoverage',
  'getRuleBill',
  'reportCoverage',
  'listTopics',
  'getTopic',
  'getValues',
  'listApiKeys',
  'listPublicKeys',
  'listCheckpoints',
  'listImports',
  'getImport',
  'listEventTypes',
  'listWebhooks',
  'getWebhook',
  'listDeliveries',
  'getScimConfig',
  'listScimResourceTypes',
  'getScimResourceType',
  'listScimSchemas',
  'getScimSchema',
]

const ownPages = ['getCaseLinks', 'getSurvey', 'getTracking', 'getStatement', 'getPromiseCalendar']
const reads = operations.filter(({ method }) => method === 'get')
test.each(reads)('$name leaves a line of the audit log if it reads of people', async (operation) => {
  const { lines, events } = await leftBy(operation)
  expect(events).toBe(0)
  if (impersonal.includes(operation.name)) return expect(lines).toEqual([])
  expect(lines).toMatchObject([
    { audit: 'read', operation: operation.name, route: expect.any(String), shown: expect.any(Array) },
  ])
  // A customer on their own page sees no ids; where the line names the object, it says enough.
  if (ownPages.includes(operation.name)) return
  expect(lines[0]?.shown).not.toEqual([])
})

/** What they make is gone within a minute and changes nothing for anybody; the audit log tells of it. */
const momentary = ['makeEventTicket']

test.each(operations.filter(({ name }) => momentary.includes(name)))(
  '$name leaves a line of the audit log',
  async (operation) => {
    const { lines, events } = await leftBy(operation)
    expect(events).toBe(0)
    expect(lines).toMatchObject([{ audit: 'read', operation: operation.name }])
  },
)

/** Who answers is nobody: neither history nor log has it (decision 38). */
const nobodys = ['givePulse']

test.each(operations.filter(({ name }) => nobodys.includes(name)))(
  '$name leaves nothing',
  async (operation) => {
    const { lines, events } = await leftBy(operation)
    expect([events, lines]).toEqual([0, []])
  },
)

const writes = operations.filter(
  ({ method, name }) => method !== 'get' && !momentary.includes(name) && !nobodys.includes(name),
)
test.each(writes)('$name leaves an event, under the name of whoever did it', async (operation) => {
  const { lines, events, request } = await leftBy(operation)
  expect([events > 0, lines]).toEqual([true, []])
  const { rows } = await service.sql.query(
    'select actor_id, on_behalf_of from events order by id desc limit 1',
  )
  expect(rows[0].actor_id).not.toBeNull()
  expect(rows[0].on_behalf_of).toBe(request.as ?? null)
})
