import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { CannotStart } from '../lib/cannot-start.ts'
import type { Cluster } from './cluster.ts'
import { DataDirInUse, takeCluster, urlOf } from './guard.ts'
import { type Address, chooseAddress, endOfLog, findRunning, launch, shutDown } from './postmaster.ts'

/** Keeps a cluster running from start to stop: launches it, or takes it over, and launches it again should it die. */
export class Keeper {
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
    return urlOf(this.#cluster, this.#address)
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
    throw new CannotStart(`PostgreSQL did not start. ${await endOfLog(this.#cluster)}`, { cause: last })
  }

  async #launch(): Promise<void> {
    // Another port than last time, if somebody took it since; but the same one once we have given it away.
    if (!this.#settled) this.#address = await chooseAddress(this.#cluster)
    const child = await launch(this.#cluster, this.#address, this.#settings)
    this.#child = child
    // Not sooner than a second later, lest a cluster that can't start is started a thousand times.
    child.once('exit', () => setTimeout(() => (this.#child = undefined), 1_000).unref())
  }

  #revive(): void {
    this.#guard = undefined
    if (this.#stopping !== undefined || this.#reviving !== undefined) return
    this.#say('PostgreSQL went away; starting it again')
    this.#reviving = this.#reach()
      .then(() => this.#say(this.#guard === undefined ? 'Stopping instead' : 'PostgreSQL is back'))
      .catch((error: unknown) => this.#giveUp(error))
      .finally(() => {
        this.#reviving = undefined
      })
  }

  #giveUp(error: unknown): void {
    this.#say(error instanceof Error ? error.message : String(error))
    // Another process that looks after the cluster now does so for us as well; a full disk may have room by then.
    if (!(error instanceof DataDirInUse)) setTimeout(() => this.#revive(), 10_000).unref()
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
