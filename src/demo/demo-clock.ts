import { Client } from 'pg'

/**
 * The clock of a service that is the demo's own, on a database that is too: it begins on a day that is over and comes
 * forward from there to now. What is played is never in the future, so that a service that is kept goes on with the true
 * time, and meanwhile the database does without the triggers that ask for the present moment (their names end alike).
 */
export class DemoClock {
  readonly #databaseUrl: string
  #behind = Temporal.Duration.from({ seconds: 0 })

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl
  }

  readonly now = (): Temporal.Instant => Temporal.Now.instant().subtract(this.#behind)

  /** From here on it is this moment, which is over, and time goes on. */
  async beginAt(moment: Temporal.Instant): Promise<void> {
    await this.#letTimeMove('disable')
    this.moveTo(moment)
  }

  moveTo(moment: Temporal.Instant): void {
    this.#behind = Temporal.Now.instant().since(moment)
  }

  /** From here on it is what it is for everybody, and the database sees to that again. */
  async moveToNow(): Promise<void> {
    this.moveTo(Temporal.Now.instant())
    await this.#letTimeMove('enable')
  }

  async #letTimeMove(verb: 'disable' | 'enable'): Promise<void> {
    const client = new Client({ connectionString: this.#databaseUrl })
    await client.connect()
    try {
      await client.query(`do $$
        declare t record;
        begin
          for t in select tgrelid::regclass as of, tgname from pg_trigger where tgname like '%\\_of\\_now' loop
            execute format('alter table %s ${verb} trigger %I', t.of, t.tgname);
          end loop;
        end $$`)
    } finally {
      await client.end()
    }
  }
}
