import { acceptedForm } from '../../lib/forms/accepted-form.ts'
import { NotAcceptable } from '../../lib/problems.ts'

export type ExportFormat = 'ndjson' | 'csv'

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
}

const asked: Readonly<Record<string, ExportFormat>> = {
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'application/json': 'ndjson',
  'application/*': 'ndjson',
  '*/*': 'ndjson',
  'text/csv': 'csv',
  'text/*': 'csv',
}

/** The form that was asked for by name, else what `Accept` likes best. Throws `not-acceptable`. */
export function formatOf(named: ExportFormat | undefined, accept: string | undefined): ExportFormat {
  if (named !== undefined) return named
  if (accept === undefined) return 'ndjson'
  const known = acceptedForm(accept, asked)
  if (known) return known
  throw NotAcceptable.because('There are rows as application/x-ndjson and as text/csv.')
}

/** Whether the answer may be compressed. */
export const takesGzip = (accepted: string | string[] | undefined): boolean =>
  /(^|,)\s*(gzip|\*)\s*(;\s*q=(1|0\.0*[1-9])[\d.]*)?\s*(,|$)/i.test(String(accepted ?? ''))
