import { withoutApostrophe } from '../../lib/forms/csv.ts'
import { mustBePhone, phoneIn } from '../../lib/phone.ts'
import { pointerStep } from '../../lib/problem.ts'
import { PutCustomer, ReferenceParams } from '../customers/contract.ts'
import { type ImportColumn, importColumns } from './contract.ts'

/** A line as it was sent: the fields of which it says something. */
export type Given = Readonly<Record<string, unknown>>

/** A line, read as the service reads a customer; with what is wrong with it, if something is. */
export type ReadLine =
  | { readonly fields: Readonly<Partial<Record<ImportColumn, string | null>>> }
  | { readonly pointer: string; readonly message: string }

const known: ReadonlySet<string> = new Set(importColumns)

/** Reads what a line says of a customer, as `PUT …/by-reference/…` would, with the organisation's country. */
export function readLine(given: Given, country: string): ReadLine {
  const { system, externalId, ...rest } = given
  const stranger = Object.keys(given).find((name) => !known.has(name))
  if (stranger !== undefined) return fault(stranger, 'is not known here')
  if ((system === undefined) !== (externalId === undefined))
    return fault(system === undefined ? 'system' : 'externalId', 'is missing: a reference has both')

  const customer = PutCustomer.safeParse(rest)
  if (!customer.success) return faultOf(customer.error.issues[0])
  const reference = system === undefined ? undefined : ReferenceParams.safeParse({ system, externalId })
  if (reference && !reference.success) return faultOf(reference.error.issues[0])

  const { name, kind, phone, email, language, segment } = customer.data
  const number = typeof phone === 'string' ? phoneIn(phone, country) : phone
  if (typeof phone === 'string' && number === undefined) return fault('phone', mustBePhone(country))
  const fields = {
    name,
    kind,
    phone: number,
    email,
    language: typeof language === 'string' ? Intl.getCanonicalLocales(language)[0] : language,
    segment,
    ...reference?.data,
  }
  const dirty = Object.entries(fields).find(([, value]) => typeof value === 'string' && !isClean(value))
  if (dirty) return fault(dirty[0], 'has a character that cannot be kept')
  return { fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) }
}

const fault = (field: string, message: string) => ({ pointer: `#/${pointerStep(field)}`, message })

const faultOf = (issue: { readonly path: PropertyKey[]; readonly message: string } | undefined) =>
  fault(String(issue?.path[0] ?? ''), issue?.message ?? 'is wrong')

const isClean = (value: string): boolean => !value.includes('\0') && value.isWellFormed()

/** What the cells of a line say: an empty one says nothing, and an apostrophe that keeps a spreadsheet from calculating goes. */
export function givenIn(cells: readonly string[], columns: readonly (ImportColumn | null)[]): Given {
  const given: Record<string, string> = {}
  for (const [at, column] of columns.entries()) {
    const cell = (cells[at] ?? '').trim()
    if (column !== null && cell !== '') given[column] = withoutApostrophe(cell)
  }
  return given
}
