import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { type Cluster, openCluster, SUPERUSER } from './embedded-cluster.ts'
import { DATABASE, DataDirInUse, takeCluster } from './embedded-guard.ts'
import { type Address, chooseAddress, findRunning, launch, shutDown } from './embedded-postmaster.ts'
import { postgresSettings } from './embedded-settings.ts'

export { DataDirInUse }

/** A PostgreSQL of our own, looked after by this process. */
export interface EmbeddedPostgres {
  /** The database `eigenaar`, as its owner. Stays the same while this process lives. */
  readonly url: string
  /** Shuts PostgreSQL down and waits until it is gone. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL cluster in `dataDir`, which is made first where there is none, and starts it again
 * should it die. One that outlived a killed process is taken over as it runs. Throws DataDirInUse when a live
 * process holds the folder.
 */
export async function startEmbedded(options: {
  readonly dataDir: string
  readonly say?: (line: string) => void
  /** PostgreSQL settings that take the place of ours. Those of one that is taken over stay what they were. */
  readonly settings?: Readonly<Record<string, string>>
}): Promise<EmbeddedPostgres> {
  const say = options.say ?? (() => undefined)
  const settings = postgresSettings(options.settings ?? {})
  const cluster = await openCluster(options.dataDir, settings.fsync !== 'off')
  const keeper = new Keeper(cluster, await chooseAddress(cluster), settings, say)
  await keeper.start()
  return { url: keeper.url, stop: () => keeper.stop() }
}

/** Keeps a cluster running from start to stop. */
class Keeper {
  readonly #cluster: Cluster
  readonly #settings: Readonly<Record<string, string>>
  readonly #say: (line: string) => void
  #address: Address
  /** Whether the address has been given away. */
  #settled = false
  #child: ChildProcess | undefined
  #guard: Client | undefined
  #reviving: Promise<void> | undefined
  #stopping: Promise<void> | undefined

  constructor(
    cluster: Cluster,
    address: Address,
    settings: Readonly<Record<string, string>>,
    say: (line: string) => void,
  ) {
    this.#cluster = cluster
    this.#address = address
    this.#settings = settings
    this.#say = say
  }

  get url(): string {
    const { host, port } = this.#address
    const url = new URL(`postgresql://${SUPERUSER}:${this.#cluster.password}@127.0.0.1:${port}/${DATABASE}`)
    if (host === this.#cluster.folder) url.searchParams.set('host', host)
    url.searchParams.set('sslmode', 'disable')
    return url.href
  }

  async start(): Promise<void> {
    const running = await findRunning(this.#cluster)
    await this.#reach()
    this.#settled = true
    if (running !== undefined) this.#say('PostgreSQL still ran from an earlier start, and was taken over')
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#shutDown()
    return this.#stopping
  }

  /** Tries until the cluster runs and is ours: launches it when it doesn't run, waits while it recovers. */
  async #reach(): Promise<void> {
    let patience = 30_000
    let last: unknown
    for (const began = Date.now(); Date.now() - began < patience; await sleep(50 + Math.random() * 50)) {
      if (this.#stopping !== undefined) return
      const port = await findRunning(this.#cluster)
      if (port !== undefined) {
        this.#address = { ...this.#address, port }
        // Recovery after a crash takes what it takes.
        patience = 600_000
        try {
          this.#guard = await takeCluster(this.#cluster, this.#address)
          this.#guard.on('end', () => this.#revive())
          return
        } catch (error) {
          if (error instanceof DataDirInUse) throw error
          last = error
        }
      } else if (this.#child === undefined) {
        await this.#launch()
      }
    }
    const log = await readFile(this.#cluster.log, 'utf8').catch(() => '')
    const end = log.trim().split('\n').slice(-5).join('\n')
    throw new Error(`PostgreSQL did not start. The end of ${this.#cluster.log}:\n${end}`, { cause: last })
  }

  async #launch(): Promise<void> {
    // Another port than last time, if somebody took it since; but the same one once we have given it away.
    if (!this.#settled) this.#address = await chooseAddress(this.#cluster)
    const child = await launch(this.#cluster, this.#address, this.#settings)
    this.#child = child
    // Not sooner than a second later, lest a cluster that can't start is started a thousand times.
    child.once('exit', () => setTimeout(() => this.#forget(child), 1_000).unref())
  }

  #forget(child: ChildProcess): void {
    if (this.#child === child) this.#child = undefined
  }

  #revive(): void {
    this.#guard = undefined
    if (this.#stopping !== undefined || this.#reviving !== undefined) return
    this.#say('PostgreSQL went away; starting it again')
    this.#reviving = this.#reach()
      .then(() => this.#say('PostgreSQL is back'))
      .catch((error: unknown) => this.#say(error instanceof Error ? error.message : String(error)))
      .finally(() => {
        this.#reviving = undefined
      })
  }

  async #shutDown(): Promise<void> {
    await this.#reviving
    const guard = this.#guard
    if (guard === undefined) return this.#dropChild()
    const gone = new Promise((resolve) => guard.once('end', resolve))
    await shutDown(this.#cluster)
    await gone
  }

  /** Without the guard the cluster may be another's by now; a child of ours, not yet reached, is ours to stop. */
  async #dropChild(): Promise<void> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGINT')
    await gone
  }
}
