import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import type { Service } from '../../support/service.ts'

/** What somebody tries who means harm, by SQL: `refused` is the name of what stops it. */
export interface Attack {
  /** Continues: no SQL … */
  readonly name: string
  readonly steps: () => readonly string[]
  readonly refused: string | RegExp
}

/** Who may change tables, and who may read and write rows of them alone. */
const roles = ['owner', 'writer'] as const
const isolations = ['read committed', 'repeatable read'] as const

/** Tries each attack as the owner of the tables and as a writer, at both isolation levels. All is rolled back. */
export function tryAll(service: Service, attacks: readonly Attack[]): void {
  for (const role of roles)
    for (const isolation of isolations)
      describe(`as ${role}, at ${isolation}, no SQL`, () => {
        test.each(attacks.map((attack) => [attack.name, attack] as const))('%s', async (_, attack) => {
          const steps = role === 'writer' ? [...asWriter(), ...attack.steps()] : attack.steps()
          expect(await outcomeOf(service, isolation, steps)).toMatch(attack.refused)
        })
      })
}

/** What refuses the steps in one transaction, checked as at its end; `nothing` when nothing does. */
export async function outcomeOf(
  { sql }: Service,
  isolation: string,
  steps: readonly string[],
): Promise<string> {
  await sql.query(`begin isolation level ${isolation}`)
  try {
    for (const step of steps) await sql.query(step)
    await sql.query('set constraints all immediate')
    return 'nothing'
  } catch (error) {
    return nameOf(error)
  } finally {
    await sql.query('rollback')
  }
}

/** The constraint, else the code. */
export function nameOf(error: unknown): string {
  if (!(error instanceof pg.DatabaseError)) throw error
  return error.constraint ?? `${error.code}: ${error.message}`
}

function asWriter(): readonly string[] {
  const role = `writer_${randomUUID().replaceAll('-', '')}`
  return [
    `create role ${role}`,
    `grant select, insert, update, delete, truncate on all tables in schema public to ${role}`,
    `set local role ${role}`,
  ]
}
