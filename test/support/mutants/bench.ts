import { readFileSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { Client } from 'pg'
import { noticedBy } from './in-groups.ts'
import type { Mutant, Outcome } from './mutant.ts'
import { type Failure, runTests } from './run-tests.ts'
import { testsOf } from './tests-of.ts'

/** Where mutants are tried: a migrated database, and bent clones of it. */
export class Bench {
  readonly #base = `mutants_${process.pid}`
  readonly #server: string
  readonly #near: boolean
  readonly #signal: AbortSignal
  /** The file that noticed the last one of a table's or of a function's: it probably notices the next. */
  readonly #noticed = new Map<string, string>()

  /** `near`: what is far is not asked. */
  constructor(server: string, { near, signal }: { readonly near: boolean; readonly signal: AbortSignal }) {
    this.#server = server
    this.#near = near
    this.#signal = signal
  }

  /** The database that nothing is bent in. */
  get url(): string {
    return this.#urlOf(this.#base)
  }

  async prepare(migrate: (url: string) => Promise<unknown>): Promise<void> {
    await this.#administer(`CREATE DATABASE ${this.#base}`)
    await migrate(this.url)
  }

  async clear(): Promise<void> {
    await this.#administer(`DROP DATABASE IF EXISTS ${this.#base} WITH (FORCE)`)
  }

  /**
   * Tries mutants at once. A test that fails and names what refuses with one of them has noticed that one; the others are
   * tried again without it, in halves where no failure names any, until those that are left are noticed by nothing.
   */
  async *triedTogether(mutants: readonly Mutant[]): AsyncGenerator<Outcome> {
    const broken: Outcome[] = []
    const failures = await this.#bent(mutants, broken)
    yield* broken
    const able = mutants.filter((mutant) => !broken.some((outcome) => outcome.mutant === mutant))
    if (this.#signal.aborted || able.length === 0) return
    const [first] = failures
    if (first === undefined) {
      for (const mutant of able) yield { mutant, verdict: 'survived', by: '' }
      return
    }
    const noticed = able.map((mutant) => ({ mutant, by: noticedBy(mutant, failures) }))
    const killed = able.length === 1 ? able.map((mutant) => ({ mutant, by: first.test })) : noticed
    for (const { mutant, by } of killed) if (by !== undefined) yield { mutant, verdict: 'killed', by }
    const rest = killed.filter(({ by }) => by === undefined).map(({ mutant }) => mutant)
    const half = Math.ceil(rest.length / 2)
    const parts = rest.length < able.length ? [rest] : [rest.slice(0, half), rest.slice(half)]
    for (const part of parts) if (part.length > 0) yield* this.triedTogether(part)
  }

  #bent(mutants: readonly Mutant[], broken: Outcome[]): Promise<readonly Failure[]> {
    const [alone] = mutants
    return alone?.kind.startsWith('TypeScript')
      ? this.#withFile(alone, broken)
      : this.#withDatabase(mutants, broken)
  }

  async #withDatabase(mutants: readonly Mutant[], broken: Outcome[]): Promise<readonly Failure[]> {
    const template = `${this.#base}_bent`
    await this.#administer(`CREATE DATABASE ${template} TEMPLATE ${this.#base}`)
    try {
      const client = new Client({ connectionString: this.#urlOf(template) })
      await client.connect()
      for (const mutant of mutants)
        await client.query(mutant.change).catch(({ message }: Error) => {
          broken.push({ mutant, verdict: 'broken', by: message })
        })
      await client.end()
      return broken.length === mutants.length ? [] : await this.#failuresOf(mutants, template)
    } finally {
      await this.#administer(`DROP DATABASE ${template} WITH (FORCE)`)
    }
  }

  async #withFile(mutant: Mutant, broken: Outcome[]): Promise<readonly Failure[]> {
    const file = `src/${mutant.on}`
    const text = readFileSync(file, 'utf8')
    try {
      stripTypeScriptTypes(mutant.change)
    } catch (error) {
      // What does not even parse would be noticed by any test, and says nothing of them.
      broken.push({ mutant, verdict: 'broken', by: error instanceof Error ? error.message : '' })
      return []
    }
    try {
      writeFileSync(file, mutant.change)
      return await this.#failuresOf([mutant], this.#base)
    } finally {
      writeFileSync(file, text)
    }
  }

  async #failuresOf(mutants: readonly Mutant[], template: string): Promise<readonly Failure[]> {
    const env = { TEST_DATABASE_URL: this.#server, TEST_TEMPLATE: template }
    const last = mutants.length === 1 ? this.#noticed.get(bentIn(mutants)) : undefined
    const stages = testsOf(mutants, last)
    for (const tests of this.#near ? stages.slice(0, -1) : stages) {
      if (this.#signal.aborted) break
      const failures = await runTests(tests, { env, all: mutants.length > 1, signal: this.#signal })
      if (failures.length === 0) continue
      if (failures[0]?.file !== undefined) this.#noticed.set(bentIn(mutants), failures[0].file)
      return failures
    }
    return []
  }

  #urlOf(database: string): string {
    const url = new URL(this.#server)
    url.pathname = `/${database}`
    return url.href
  }

  async #administer(statement: string): Promise<void> {
    const client = new Client({ connectionString: this.#server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
}

const bentIn = ([first]: readonly Mutant[]): string => first?.name.split(':')[0] ?? ''
