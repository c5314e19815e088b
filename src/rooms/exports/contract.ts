import { z } from 'zod'
import { flag, whole } from '../../lib/wire.ts'

const exportKinds = [
  'cases',
  'contacts',
  'callbacks',
  'consultations',
  'gestures',
  'deviations',
  'customers',
  'events',
] as const
export type ExportKind = (typeof exportKinds)[number]

const kinds: readonly string[] = exportKinds

/** Whether there is something of that kind to export. */
export const isExportKind = (kind: string): kind is ExportKind => kinds.includes(kind)

export const ExportParams = z.strictObject({
  kind: z
    .string()
    .max(60)
    .meta({ enum: [...exportKinds] })
    .describe('What is exported.'),
})

export const ExportQuery = z.strictObject({
  format: z
    .enum(['ndjson', 'csv'])
    .optional()
    .describe(
      'The form of the rows; left out: what `Accept` asks for, and NDJSON where it leaves that open.',
    ),
  cursor: z
    .string()
    .regex(
      /^\d{1,15}(\.[a-z]{1,20}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/,
      'is not a cursor of an export',
    )
    .optional()
    .describe(
      'The `cursor` of the end of an export before: only what has changed since, or the rest of what it had no time for.',
    ),
  limit: whole(1, 1_000_000)
    .optional()
    .describe(
      'How many rows at most, but for those of which one event tells together; left out: as many as there are, for ten minutes.',
    ),
  bom: flag.optional().describe('Whether CSV begins with a byte order mark, by which Excel knows UTF-8.'),
})

export const ExportLines = z.string().meta({
  id: 'ExportLines',
  description:
    'A row on each line, as JSON. The last line is the end: without it the stream was cut off. `complete` is false where the export goes on behind its `cursor`.',
  examples: [
    '{"id":"0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03","erased":false,"name":"Mevrouw Dijkstra"}\n{"end":true,"complete":true,"rows":1,"cursor":"48275"}\n',
  ],
})

export const ExportCells = z.string().meta({
  id: 'ExportCells',
  description:
    'CSV (RFC 4180) with a line of names. Cells that a spreadsheet could take for a formula begin with an apostrophe. The cursor of the end comes in the trailer `Export-Cursor`, and `Export-Complete` says whether that was all.',
  examples: ['id,erased,name\r\n0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03,false,Mevrouw Dijkstra\r\n'],
})
