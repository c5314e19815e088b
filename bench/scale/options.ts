import { parseArgs } from 'node:util'

const usage = `npm run bench:scale -- [--customers 1000000] [--cases 1000000] [--seconds 3] [--rounds 3] [--clients 8]
                [--reuse FOLDER] [--plans docs/plans/search.md] [--only NAME]`

export interface Options {
  readonly customers: number
  readonly cases: number
  readonly seconds: number
  readonly rounds: number
  readonly clients: number
  readonly reuse: string | undefined
  readonly plans: string
  readonly only: string
}

/** Reads the command line; throws an `Error` that says what is wrong with it. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      customers: { type: 'string', default: '1000000' },
      cases: { type: 'string', default: '1000000' },
      seconds: { type: 'string', default: '3' },
      rounds: { type: 'string', default: '3' },
      clients: { type: 'string', default: '8' },
      reuse: { type: 'string' },
      plans: { type: 'string', default: 'docs/plans/search.md' },
      only: { type: 'string', default: '' },
    },
  })
  const whole = (option: string, given: string, from: number, until: number): number => {
    const number = Number(given)
    if (Number.isInteger(number) && number >= from && number <= until) return number
    throw new Error(`${option} is a whole number from ${from} to ${until}\n${usage}`)
  }
  return {
    customers: whole('--customers', values.customers, 1000, 5_000_000),
    cases: whole('--cases', values.cases, 1000, 5_000_000),
    seconds: whole('--seconds', values.seconds, 1, 60),
    rounds: whole('--rounds', values.rounds, 1, 50),
    clients: whole('--clients', values.clients, 1, 100),
    reuse: values.reuse,
    plans: values.plans,
    only: values.only,
  }
}
