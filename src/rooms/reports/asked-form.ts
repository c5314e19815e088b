import { acceptedForm } from '../../lib/forms/accepted-form.ts'

/** In what a report is answered. */
export type ReportForm = 'json' | 'csv' | 'svg'

const types: Readonly<Record<Exclude<ReportForm, 'json'>, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  svg: 'image/svg+xml; charset=utf-8',
}

const ranges: Readonly<Record<string, ReportForm>> = {
  'application/json': 'json',
  'application/*': 'json',
  '*/*': 'json',
  'text/csv': 'csv',
  'text/*': 'csv',
}
const withPictures: typeof ranges = { ...ranges, 'image/svg+xml': 'svg', 'image/*': 'svg' }

/** The form that was asked for by name, else the one that `Accept` likes best, else JSON. */
export const askedForm = (
  named: ReportForm | undefined,
  accept: string | undefined,
  isDrawn: boolean,
): ReportForm => named ?? acceptedForm(accept ?? '', isDrawn ? withPictures : ranges) ?? 'json'

/** The headers of an answer in this form. */
export const headersOf = (form: ReportForm): Readonly<Record<string, string>> => ({
  vary: 'accept',
  ...(form !== 'json' && { 'content-type': types[form] }),
})
