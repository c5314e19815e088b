import type { Work } from '../../db/work.ts'
import { recordedAs } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { toWire } from '../../lib/instant.ts'
import { imports } from '../../tables/imports.ts'
import type { Import } from './contract.ts'
import type { Staged } from './stage-lines.ts'

/** Begins an import of customers whose lines are there; what becomes of them is settled in the background. */
export async function beginImport(
  work: Work,
  { importId, read }: Staged,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Import> {
  const { kind, id } = recordedAs(work.actor)
  const startedAt = toWire(work.now)

  work.tx.insert(imports, {
    id: importId,
    kind: 'customers',
    state: 'running',
    dryRun,
    read,
    startedByKind: kind,
    startedById: id,
    onBehalfOf: work.actor.onBehalfOf,
    startedAt,
  })
  record(work, { type: 'import.started', data: { importId, kind: 'customers', dryRun, lines: read } })
  return {
    id: importId,
    kind: 'customers',
    state: 'running',
    dryRun,
    counts: { read, made: 0, changed: 0, unchanged: 0, refused: 0 },
    startedBy: { kind, id },
    startedAt,
    endedAt: null,
    failedBecause: null,
    version: 1,
  }
}
