import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { equals, listing } from '../../db/lists/listing.ts'
import { pick, type RowOf, select } from '../../db/selection.ts'
import { selecting } from '../../db/statement.ts'
import type { Reader } from '../../db/work.ts'
import type { Page } from '../../lib/page.ts'
import { NotFound } from '../../lib/problems.ts'
import { importRefusals, imports } from '../../tables/imports.ts'
import { organisation } from '../../tables/organisation.ts'
import type { Import, ImportPageQuery, ImportRefusal, ImportRefusalQuery } from './contract.ts'

const importRow = {
  ...pick(imports, 'i', 'id', 'kind', 'state', 'dryRun', 'read', 'made', 'changed', 'unchanged', 'refused'),
  ...pick(imports, 'i', 'startedByKind', 'startedById', 'startedAt', 'endedAt', 'failedBecause', 'version'),
}
const from = sql`from ${imports} i`

const toImport = (row: RowOf<typeof importRow>): Import => {
  const { read, made, changed, unchanged, refused, startedByKind, startedById, ...rest } = row
  return {
    id: rest.id,
    kind: rest.kind,
    state: rest.state,
    dryRun: rest.dryRun,
    counts: { read, made, changed, unchanged, refused },
    startedBy: { kind: startedByKind, id: startedById },
    startedAt: rest.startedAt,
    endedAt: rest.endedAt,
    failedBecause: rest.failedBecause,
    version: rest.version,
  }
}

const byId = selecting(importRow)<{ id: string }>(sql`${from} where i.id = ${sql.placeholder('id')}`)

/** An import, and how far it is. Throws `not-found`. */
export async function showImport({ db }: Pick<Reader, 'db'>, id: string): Promise<Import> {
  const row = await db.row(byId, { id })
  if (!row) throw NotFound.because('There is no such import.')
  return toImport(row)
}

const list = listing({
  select: select(importRow, from),
  filters: { state: equals(sql`i.state`, 'text') },
  order: [{ column: sql`i.id`, key: 'id', type: 'uuid' }],
  descending: true,
})

/** The imports, the latest first. */
export async function listImports(
  reader: Reader,
  query: z.output<typeof ImportPageQuery>,
): Promise<Page<Import>> {
  const { data, nextCursor } = await list(reader, query)
  return { data: data.map((row) => toImport(row as RowOf<typeof importRow>)), nextCursor }
}

const refusals = listing({
  select: select(
    pick(importRefusals, 'f', 'line', 'pointer', 'message', 'original'),
    sql`from ${importRefusals} f`,
  ),
  filters: {},
  always: sql`f.import_id = ${sql.placeholder('id')}`,
  order: [{ column: sql`f.line`, key: 'line', type: 'bigint' }],
  descending: false,
})

/** The lines that were refused, as they stood in the file. Throws `not-found`. */
export async function listRefusals(
  reader: Reader,
  id: string,
  query: z.output<typeof ImportRefusalQuery>,
): Promise<Page<ImportRefusal>> {
  const [{ data, nextCursor }] = await Promise.all([refusals(reader, query, { id }), showImport(reader, id)])
  return { data: data as ImportRefusal[], nextCursor }
}

const setting = selecting({
  ...pick(organisation, 'o', 'country'),
  isReady: sql<boolean>`o.default_team_id is not null`,
})<object>(sql`from ${organisation} o`)

/** With which country numbers are read, and whether there is a team yet that could serve anybody. */
export const readSetting = async ({ db }: Pick<Reader, 'db'>) =>
  (await db.row(setting, {})) ?? { country: 'NL', isReady: false }
