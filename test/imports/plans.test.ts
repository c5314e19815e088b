import { expect, test } from 'vitest'
import type { BulkConnection } from '../../src/db/bulk/bulk.ts'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { runImports } from '../../src/rooms/imports/run-imports.ts'
import { useService } from '../support/use-service.ts'

// Nobody runs imports in it: the test does.
const service = useService()

interface Node {
  readonly 'Node Type': string
  readonly Plans?: readonly Node[]
}

const holds = (node: Node, type: string): boolean =>
  node['Node Type'] === type || (node.Plans ?? []).some((each) => holds(each, type))
const repeats = (node: Node): boolean =>
  (node['Node Type'] === 'Nested Loop' &&
    node.Plans?.[1] !== undefined &&
    holds(node.Plans[1], 'WindowAgg')) ||
  (node.Plans ?? []).some(repeats)

/** Runs what is to be imported, and answers with the plans of what looks at all lines of a file. */
async function plansOfRun(): Promise<readonly Node[]> {
  const db = openDatabase({ url: service.databaseUrl, connections: 2, onError: () => undefined })
  const plans: Node[] = []
  const watched = async (): Promise<BulkConnection> => {
    const connection = await db.bulk()
    return {
      ...connection,
      rows: async (text, values) => {
        if (text.includes('partition by')) {
          const [plan] = await connection.rows<{ 'QUERY PLAN': [{ Plan: Node }] }>(
            `explain (format json) ${text}`,
            values,
          )
          if (plan) plans.push(plan['QUERY PLAN'][0].Plan)
        }
        return connection.rows(text, values)
      },
    }
  }
  const seen: Database = Object.create(db, { bulk: { value: watched } })
  await runImports(seen, Temporal.Now.instant, new AbortController().signal)
  await db.close()
  return plans
}

test('a file is looked at once, however few lines the one before it had', async () => {
  await service.team()
  const send = (lines: number) =>
    service.do('POST', '/v1/imports/customers?dryRun=true', {
      body: `system,externalId,name\n${Array.from({ length: lines }, (_, n) => `crm,C-${n},N\n`).join('')}`,
      headers: { 'content-type': 'text/csv' },
    })
  await send(1)
  await plansOfRun()
  const { id } = await send(3000)
  const plans = await plansOfRun()
  expect(plans.length).toBe(2)
  expect(plans.filter(repeats)).toEqual([])
  expect(await service.do('GET', `/v1/imports/${id}`)).toMatchObject({
    state: 'done',
    counts: { made: 3000 },
  })
})
