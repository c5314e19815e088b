import { cpus, totalmem } from 'node:os'
import type pg from 'pg'

/** What was measured on. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  /** In GB. */
  readonly memory: number
  readonly node: string
  readonly postgres: string
}

/** This machine, and the server behind a connection. */
export async function describeMachine(client: pg.Client): Promise<Machine> {
  const { rows } = await client.query('show server_version')
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
    postgres: rows[0].server_version,
  }
}
