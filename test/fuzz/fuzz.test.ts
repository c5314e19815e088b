import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkAnswer } from '../support/check-answer.ts'
import { committedDocument, operationsOf } from '../support/document.ts'
import { expectInvariants } from '../support/invariants.ts'
import { bodyTypeOf } from '../support/request-schemas.ts'
import type { Answer } from '../support/service.ts'
import { type Stage, setStage, type ValidRequest } from '../support/stage.ts'
import { useService } from '../support/use-service.ts'
import { mutationsOf } from './draw-mutations.ts'
import { mutate } from './mutate-request.ts'
import type { Method, Mutation } from './mutation.ts'
import { pastFailures } from './past-failures.ts'

/**
 * `FUZZ_RUNS=2000 npx vitest run test/fuzz/fuzz.test.ts` tries more. A failure prints its seed and its path: run it
 * again with `FUZZ_SEED=… FUZZ_PATH=… npx vitest run test/fuzz/fuzz.test.ts -t '^openCase '`.
 */
const runs = Number(process.env.FUZZ_RUNS ?? 25)
const seed = Number(process.env.FUZZ_SEED ?? 20_261_122)
const path = process.env.FUZZ_PATH

const operations = operationsOf(committedDocument())

const service = useService()
let stage: Stage
beforeAll(async () => {
  stage = await setStage(service)
})

/** How often each operation was tried, and how often it answered what. */
const tried = new Map<string, Map<number, number>>()

async function send(
  { name, method, path, operation }: (typeof operations)[number],
  request: ValidRequest,
  mutations: readonly Mutation[],
  { names }: Stage,
): Promise<Answer> {
  const type = bodyTypeOf(operation)
  const target = { method: method.toUpperCase() as Method, path, type, request, names }
  const { body, headers, ...sent } = mutate(target, mutations)
  // What needs no database is answered without a pause, and again and again would keep all others from being heard.
  await setImmediate()
  const reply = await service.app.inject({
    ...sent,
    headers: { authorization: `Bearer ${service.adminKey}`, ...headers },
    ...(body === undefined ? {} : { payload: body }),
  })
  const isJson = /\bjson\b/.test(String(reply.headers['content-type'] ?? '')) && reply.body !== ''
  const answer: Answer = {
    status: reply.statusCode,
    headers: reply.headers as Answer['headers'],
    body: isJson ? JSON.parse(reply.body) : undefined,
    text: reply.body,
  }
  checkAnswer(service.app, sent.method, sent.url, answer)
  const counts = tried.get(name) ?? new Map<number, number>()
  tried.set(name, counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1))
  return answer
}

/** A refusal is a problem that says nothing of the house. */
function assertWellAnswered(answer: Answer, path: string): void {
  expect(answer.status, answer.text).toBeLessThan(500)
  // Whoever is told to slow down was not heard at all, and that would prove nothing.
  expect(answer.status).not.toBe(429)
  if (answer.status < 400) return
  const type = path.startsWith('/scim/') ? 'application/scim+json' : 'application/problem+json'
  expect(answer.headers['content-type']).toBe(`${type}; charset=utf-8`)
  expect(Number(answer.body.status)).toBe(answer.status)
  expect(answer.text).not.toMatch(/node_modules|\.ts:\d|\\n +at /)
}

test.each(operations)('$name has a valid request, and it succeeds', async (each) => {
  const answer = await send(each, await stage.prepare(each.name), [], stage)
  expect(answer.status, answer.text).toBeLessThan(300)
})

describe.concurrent('whatever is sent, the answer is in the document and never a failure of ours', () => {
  test.each(operations.map((each, n) => ({ ...each, n })))(
    '$name ',
    { timeout: 180_000 + runs * 500 },
    async ({ n, ...each }) => {
      const { name, operation, path: address } = each
      // People of its own, since a mutation may send them away.
      const own = await setStage(service, stage)
      let request = await own.prepare(name)
      const property = fc.asyncProperty(mutationsOf(address, operation), async (mutations) => {
        const answer = await send(each, request, mutations, own)
        assertWellAnswered(answer, address)
        // What a spoiled request has bound all teams to would keep the others from hiring theirs, and from giving.
        if (name === 'changeOrganisation')
          await service.sql.query(
            `update organisation set agreement_bounds = '{}', ask_ceiling = default, gesture_ceiling = default`,
          )
        // What succeeded may have used up what it was about.
        if (answer.status < 300 && each.method !== 'get') request = await own.prepare(name)
      })
      const failed = pastFailures.flatMap((past) =>
        past.operation === name ? [[[...past.mutations]] as [Mutation[]]] : [],
      )
      // Some operations take nothing but what they need, so hardly a spoiled request of theirs is valid: one is not spoiled.
      const examples: [Mutation[]][] = [[[]], ...failed]
      // Each operation is drawn for on its own.
      const replay = path === undefined ? { seed: seed + n } : { seed, path }
      await fc.assert(property, { numRuns: runs, examples, ...replay })
    },
  )
})

test('every operation was tried, both well and badly', () => {
  for (const { name } of operations) {
    const counts = [...(tried.get(name) ?? [])]
    const sum = (from: number, until: number) =>
      counts.reduce((all, [status, n]) => (status >= from && status < until ? all + n : all), 0)
    expect(sum(0, 600), name).toBeGreaterThan(Math.min(20, runs))
    expect(sum(200, 400), name).toBeGreaterThan(1)
    expect(sum(400, 500), name).toBeGreaterThan(1)
  }
  const all = [...tried.values()].flatMap((counts) => [...counts.values()])
  expect(all.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(runs < 40 ? 0 : 2000)
})

test('after all that the service serves, and all that must be true of its data is true', async () => {
  const { status } = await service.call('GET', '/health/ready')
  expect(status).toBe(200)
  await stage.take()
  await expectInvariants(service)
})
