import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { Doer, flag, id, out, several } from '../../lib/wire.ts'

/** The columns that an import of customers knows, by the names of a customer's fields. */
export const importColumns = [
  'name',
  'kind',
  'phone',
  'email',
  'language',
  'segment',
  'system',
  'externalId',
] as const
export type ImportColumn = (typeof importColumns)[number]

const Counts = z
  .object({
    read: z.int().describe('Lines that were sent.'),
    made: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    refused: z.int(),
  })
  .meta({
    id: 'ImportCounts',
    description: 'What became of the lines: the four add up to `read` once it is done.',
    examples: [{ read: 3, made: 1, changed: 1, unchanged: 0, refused: 1 }],
  })

const example = {
  id: '01a22604-ffce-7121-a66a-3e1a0bca4201',
  kind: 'customers',
  state: 'done',
  dryRun: false,
  counts: { read: 3, made: 1, changed: 1, unchanged: 0, refused: 1 },
  startedBy: { kind: 'system', id: '0199a3ea-1f22-7a90-b4c5-d6e7f8091a2b' },
  startedAt: '2026-11-02T09:12:44.000Z',
  endedAt: '2026-11-02T09:12:45.000Z',
  failedBecause: null,
  version: 2,
}

export const Import = z
  .object({
    id: out.id,
    kind: z.enum(['customers']),
    state: z.enum(['running', 'done', 'failed']),
    dryRun: z.boolean().describe('Whether it only tells what would become of the lines.'),
    counts: Counts,
    startedBy: Doer,
    startedAt: out.moment,
    endedAt: out.moment.nullable(),
    failedBecause: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Import', description: 'Lines that were sent, and what became of them.', examples: [example] })
export type Import = z.output<typeof Import>

export const ImportParams = z.strictObject({ importId: id })

export const ImportPageQuery = z.strictObject({
  ...paging,
  state: several(z.enum(['running', 'done', 'failed'])).optional(),
})
export const ImportPage = page(Import, 'ImportPage')

export const ImportCustomersQuery = z.strictObject({
  dryRun: flag.optional().describe('Whether to tell what would become of the lines, and change nothing.'),
  mapping: z
    .string()
    .min(1)
    .max(2000)
    .optional()
    .describe(
      'The fields that columns of other names stand for: `Naam:name,Telefoon:phone`. A column that stands for nothing is `Datum:-`, and a name with a comma in it stands in quotes.',
    ),
  separator: z
    .enum(['comma', 'semicolon', 'tab'])
    .optional()
    .describe('What stands between the cells of CSV; left out: what the line of names tells.'),
})
export const ImportQuery = ImportCustomersQuery.extend({
  kind: z.literal('customers').optional().describe('What the file holds; left out: customers.'),
})
export type ImportQuery = z.output<typeof ImportQuery>

const rows =
  'system,externalId,name,phone,email\r\ncrm,C-104.229,Mevrouw Dijkstra,06 12345678,dijkstra@example.org\r\n'

/** Whatever comes, as a stream: its lines are looked at one by one. */
export const CustomerRows = z.any().meta({
  id: 'CustomerRows',
  type: 'string',
  description:
    'CSV with a line of names, or NDJSON with a customer on each line: `name`, `kind`, `phone`, `email`, `language`, `segment`, `system`, `externalId`, or others by a mapping.',
  examples: [rows],
})

const exampleRefusal = {
  line: 3,
  pointer: '#/phone',
  message: 'must be a telephone number, such as 020 123 4567 or +31201234567',
  original: { system: 'crm', externalId: 'C-7', name: 'Meneer Bakker', phone: '12' },
}

export const ImportRefusal = z
  .object({
    line: z.int().describe('Where it stood in the file; that of the names is 1.'),
    pointer: z.string().describe('The field that is wrong.'),
    message: z.string(),
    original: z.looseObject({}).describe('The line as it was sent, by the names of fields.'),
  })
  .meta({
    id: 'ImportRefusal',
    description: 'A line that was refused, and why.',
    examples: [exampleRefusal],
  })
export type ImportRefusal = z.output<typeof ImportRefusal>

export const ImportRefusalPage = page(ImportRefusal, 'ImportRefusalPage')
export const ImportRefusalQuery = z.strictObject(paging)
export const RefusedCells = z.string().meta({
  id: 'RefusedCells',
  description: 'The refused lines as CSV, with where and why behind them: to mend and to send again.',
  examples: [`line,pointer,message,${rows}`],
})
export const RefusedLines = z.string().meta({
  id: 'RefusedLines',
  description: 'The refused lines as NDJSON, with where and why in them: to mend and to send again.',
  examples: ['{"line":3,"pointer":"#/phone","message":"is none","system":"crm","externalId":"C-7"}\n'],
})
