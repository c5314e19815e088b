import { parseArgs } from 'node:util'

/** What can be measured, in the order in which it is. */
export const subjects = [
  'start',
  // What reads comes first: then all read the same, however much each contestant writes afterwards.
  'get-case',
  'list-my-open-cases',
  'caller',
  'day',
  'events',
  'find-customer',
  'open-case',
  'record-contact',
  'keep-and-resolve',
  'grant-gesture',
] as const
export type Subject = (typeof subjects)[number]

export interface Options {
  /** Requests of each operation that each contestant answers before it is measured. */
  readonly warm: number
  /** Of one round, for each contestant. */
  readonly seconds: number
  /** Rounds of each contestant per operation and number of connections. */
  readonly rounds: number
  readonly connections: readonly number[]
  /** Connections from each contestant to the database. */
  readonly pool: number
  readonly only: readonly Subject[]
  readonly verifyOnly: boolean
  /** Writes the table and the plot to `bench/results/`. */
  readonly results: boolean
  readonly json: string | undefined
  /** The folder of another version of the service, which takes the place of the honest floor; undefined for none. */
  readonly before: string | undefined
  /** Settings of the service that is measured, besides those that all have. */
  readonly with: Readonly<Record<string, string>>
}

const usage = `npm run bench -- [--warm 10000] [--seconds 4] [--rounds 3] [--connections 1,8,32] [--pool 8]
                [--only ${subjects.join(',')}]
                [--verify] [--results | --before FOLDER] [--with NAME=VALUE …] [--json FILE]`

/** Reads the command line; throws an `Error` that says what is wrong with it. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      warm: { type: 'string', default: '10000' },
      seconds: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '1,8,32' },
      pool: { type: 'string', default: '8' },
      only: { type: 'string', default: subjects.join(',') },
      verify: { type: 'boolean', default: false },
      results: { type: 'boolean', default: false },
      json: { type: 'string' },
      before: { type: 'string' },
      with: { type: 'string', multiple: true, default: [] },
    },
  })
  if (values.results && values.before !== undefined)
    throw new Error(`results are held against the honest floor: --results or --before\n${usage}`)
  return {
    warm: numberFrom('--warm', values.warm, 1_000_000),
    seconds: numberFrom('--seconds', values.seconds, 60),
    rounds: numberFrom('--rounds', values.rounds, 50),
    connections: values.connections.split(',').map((given) => numberFrom('--connections', given, 1000)),
    pool: numberFrom('--pool', values.pool, 90),
    only: values.only.split(',').map(subjectFrom),
    verifyOnly: values.verify,
    results: values.results,
    json: values.json,
    before: values.before,
    with: Object.fromEntries(values.with.map(settingFrom)),
  }
}

function numberFrom(option: string, given: string, most: number): number {
  const number = Number(given)
  if (Number.isInteger(number) && number >= 1 && number <= most) return number
  throw new Error(`${option} is a whole number from 1 to ${most}\n${usage}`)
}

function settingFrom(given: string): [name: string, value: string] {
  const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(given) ?? []
  if (name === undefined || value === undefined) throw new Error(`--with is NAME=VALUE\n${usage}`)
  return [name, value]
}

function subjectFrom(given: string): Subject {
  const subject = subjects.find((known) => known === given)
  if (subject === undefined) throw new Error(`--only is one or more of ${subjects.join(', ')}\n${usage}`)
  return subject
}
