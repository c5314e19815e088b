import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { migrate } from '../../../src/db/migrate.ts'
import { startServer } from '../server.ts'
import { Bench } from './bench.ts'
import { whyEquivalent } from './equivalents.ts'
import { inGroups } from './in-groups.ts'
import type { Mutant, Outcome } from './mutant.ts'
import { reportOf } from './report.ts'
import { sample, sampleOfEach } from './sample.ts'
import { sqlMutants } from './sql-mutants.ts'
import { typescriptMutants } from './typescript-mutants.ts'

/**
 * Bends what keeps the laws, one thing at a time, and tells which of these mutants the tests do not notice:
 * `npm run mutants -- --sample 60 --seed 1 --kind sql`, or `--each 8` for so many of each kind, `--near` for the nearest tests alone. It writes to files of `src`
 * while it tries those, and puts each back, also when it is interrupted.
 */
const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    each: { type: 'string' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: 'all' },
    only: { type: 'string', default: '' },
    together: { type: 'string', default: '24' },
    near: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
})
const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort())

const server = await startServer()
const bench = new Bench(server.url, { near: values.near, signal: interrupted.signal })
try {
  const mutants = await chosen()
  if (values.list) process.stdout.write(mutants.map(({ kind, name }) => `${kind}: ${name}\n`).join(''))
  else process.stdout.write(reportOf(await tried(mutants)))
} finally {
  await bench.clear()
  await server.stop()
}

async function chosen(): Promise<readonly Mutant[]> {
  await bench.prepare(migrate)
  const client = new Client({ connectionString: bench.url })
  await client.connect()
  const sql = values.kind === 'typescript' ? [] : await sqlMutants(client)
  await client.end()
  const all = [...sql, ...(values.kind === 'sql' ? [] : typescriptMutants())]
  const asked = all.filter(({ kind, name }) => new RegExp(values.only).test(`${kind}: ${name}`))
  if (values.each !== undefined) return sampleOfEach(asked, Number(values.each), Number(values.seed))
  return values.sample === undefined ? asked : sample(asked, Number(values.sample), Number(values.seed))
}

/** What stands on the list of equivalents is not tried: no test could notice it. */
async function tried(mutants: readonly Mutant[]): Promise<readonly Outcome[]> {
  const equivalent = mutants.filter(({ name }) => whyEquivalent(name) !== undefined)
  const outcomes: Outcome[] = equivalent.map((mutant) => ({ mutant, verdict: 'equivalent', by: '' }))
  const open = mutants.filter((mutant) => !equivalent.includes(mutant))
  const slight = open.filter(({ letsWorkGoOn }) => letsWorkGoOn)
  const alone = open.filter(({ letsWorkGoOn }) => !letsWorkGoOn).map((mutant) => [mutant])

  for (const group of [...inGroups(slight, Number(values.together)), ...alone])
    for await (const outcome of interrupted.signal.aborted ? [] : bench.triedTogether(group)) {
      outcomes.push(outcome)
      const { mutant, verdict, by } = outcome
      process.stderr.write(
        `${outcomes.length}/${mutants.length} ${verdict}: ${mutant.kind}: ${mutant.name} ${by}\n`,
      )
    }
  return outcomes
}
