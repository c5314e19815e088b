import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

/** A statement as it was sent. */
export interface Sent {
  /** Under which it is planned once; undefined or empty: it is planned each time. */
  readonly name?: string | undefined
  readonly text: string
  readonly values: readonly unknown[]
}

const running = new AsyncLocalStorage<true>()

/** Runs it, and answers with the statements that it sent to PostgreSQL; what happens by itself meanwhile is not among them. */
export async function sentDuring(run: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function heard(this: pg.Client, ...given: unknown[]) {
    const [asked] = given as [Partial<Sent> | string]
    if (running.getStore() && typeof asked === 'object' && asked.text !== undefined)
      sent.push({ name: asked.name, text: asked.text, values: asked.values ?? [] })
    return Reflect.apply(query, this, given)
  } as typeof query
  try {
    await running.run(true, async () => {
      await run()
    })
  } finally {
    pg.Client.prototype.query = query
  }
  return sent
}

/** What a statement cost. */
export interface Cost {
  /** 8 KB each, read or found in memory. */
  readonly pages: number
  /** Rows of one large table that were looked at, the most. */
  readonly rows: number
  /** Large tables that were read from one end to the other. */
  readonly whole: readonly string[]
}

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Node[]
}

/**
 * Explains a statement and carries it out, by the plan that its values get and, when it is planned once, by the one that
 * serves all values; the dearer counts. `large` are the tables that grow.
 */
export async function costOf(client: pg.Client, sent: Sent, large: ReadonlySet<string>): Promise<Cost> {
  const plans = await explained(client, sent)
  const costs = plans.map((plan) => {
    const scans = nodesOf(plan).filter((node) => large.has(node['Relation Name'] ?? ''))
    return {
      pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
      rows: Math.max(0, ...scans.map(lookedAt)),
      whole: scans
        .filter((node) => node['Node Type'] === 'Seq Scan')
        .map((node) => node['Relation Name'] ?? ''),
    }
  })
  return costs.reduce((most, each) => (each.pages > most.pages ? each : most))
}

async function explained(client: pg.Client, { name, text, values }: Sent): Promise<Node[]> {
  const explain = 'explain (analyze, buffers, timing off, format json)'
  const plan = async (asked: string, given: readonly unknown[] = []): Promise<Node> =>
    (await client.query(`${explain} ${asked}`, [...given])).rows[0]['QUERY PLAN'][0].Plan
  const own = await plan(text, values)
  if (!name) return [own]
  await client.query(`set plan_cache_mode = force_generic_plan; prepare asked as ${text}`)
  const list = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`
  const general = await plan(`execute asked${list}`)
  await client.query('deallocate asked; reset plan_cache_mode')
  return [own, general]
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  // Among the statements of a list may be one that looks its caller up again.
  if (Buffer.isBuffer(value)) return pg.escapeLiteral(`\\x${value.toString('hex')}`)
  if (Array.isArray(value))
    return pg.escapeLiteral(`{${value.map((each) => JSON.stringify(each)).join(',')}}`)
  return pg.escapeLiteral(String(value))
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

const lookedAt = (node: Node): number =>
  (node['Actual Rows'] +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)) *
  node['Actual Loops']
