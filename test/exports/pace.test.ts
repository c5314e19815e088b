import { expect, test, vi } from 'vitest'
import type { BulkConnection } from '../../src/db/bulk/bulk.ts'
import { type ExportEnd, exportRows } from '../../src/rooms/exports/export-rows.ts'
import { kinds } from '../../src/rooms/exports/kinds.ts'

const head = 1_000_000

/** An export of a long history in which nothing changed, and how often the database was asked. */
async function exportOfNothing(limit: number, onAsked: () => void = () => undefined) {
  let asked = 0
  const ask = () => {
    asked++
    onAsked()
  }
  const connection = {
    rows: async () => {
      ask()
      return [{ last: null, rows: 0 }]
    },
    copyOut: () => {
      ask()
      return Object.assign((async function* () {})(), { rows: 0 })
    },
  } as unknown as BulkConnection
  const kind = kinds.deviations
  const plan = { connection, kind, columns: kind.columns(2), format: 'ndjson', head, limit } as const
  const rows = exportRows({ ...plan, goesOn: () => true }, { position: 0 })
  for (;;) {
    const { done, value } = await rows.next()
    if (done) return { end: value as ExportEnd, asked }
  }
}

test('a history in which little changed is passed in long strides, however few rows are wanted', async () => {
  const { end, asked } = await exportOfNothing(1)
  expect(end).toEqual({ place: { position: head }, rows: 0, isCut: false })
  expect(asked).toBeLessThanOrEqual(100)
})

test('an export that finds nothing for long says how far it is, before its reader hangs up', async () => {
  let now = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
  const { end } = await exportOfNothing(Number.MAX_SAFE_INTEGER, () => {
    now += 2000
  })
  clock.mockRestore()
  expect(end).toEqual({ place: { position: 120_000 }, rows: 0, isCut: true })
})
