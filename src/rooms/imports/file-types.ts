import type { ExportFormat } from '../exports/format.ts'

/** The media types of files, and how their lines are read. */
export const fileTypes: Readonly<Record<string, ExportFormat>> = {
  'text/csv': 'csv',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
}
