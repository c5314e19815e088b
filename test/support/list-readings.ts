import { committedDocument, operationsOf, type Schema } from './document.ts'

/** What there is to be found, by the names of parameters that take no list of words: values that many rows have, few and none. */
export type Known = Readonly<Record<string, readonly string[]>>

/** A way to ask a list, beside how many rows and where they begin. */
export interface ListReading {
  readonly operation: string
  /** The filter, with its value; empty: the list as it is. */
  readonly filter: string
  readonly order: string | undefined
  readonly url: string
}

/** The orders that lists have when nobody asks for one; in the others they are tried as they are, without a filter. */
const usual = new Set([undefined, '-openedAt', 'until'])
export const isInUsualOrder = ({ order }: Pick<ListReading, 'order'>): boolean => usual.has(order)

/** What is no filter. Searches, and what is found by them, have plans of their own (docs/plans). */
const others = new Set(['limit', 'cursor', 'order', 'q', 'after', 'ticket', 'format', 'bom', 'expand'])

/**
 * Each list of the document in each of its orders, as it is and with each value of each of its filters. Words that a filter
 * takes are all tried. Throws for one that `known` has to know and does not, so that none is forgotten.
 */
export function listReadings(known: Known): ListReading[] {
  return operationsOf(committedDocument()).flatMap(({ path, method, name, operation }) => {
    const asked = (operation.parameters ?? []).filter((each) => each.in === 'query')
    // A report counts over its period, which is no page.
    const isList = asked.some((each) => each.name === 'cursor') && !name.startsWith('report')
    if (method !== 'get' || !isList) return []
    const address = path.replaceAll(/\{([^}]+)\}/g, (_, parameter: string) =>
      encodeURIComponent(known[`${parameter} of ${name}`]?.[0] ?? valuesOf(known, name, parameter)[0] ?? ''),
    )
    const orders = (asked.find((each) => each.name === 'order')?.schema.enum as string[] | undefined) ?? [
      undefined,
    ]
    const filters = asked
      .filter((each) => !others.has(each.name))
      .flatMap((each) =>
        valuesOf(known, name, each.name, each.schema).map(
          (value) => `${each.name}=${encodeURIComponent(value)}`,
        ),
      )
    return orders.flatMap((order) =>
      ['', ...filters].map((filter) => ({
        operation: name,
        filter,
        order,
        url: `${address}?${[`limit=10`, ...(order === undefined ? [] : [`order=${order}`]), ...(filter === '' ? [] : [filter]), ...beside(filter)].join('&')}`,
      })),
    )
  })
}

function valuesOf(known: Known, operation: string, name: string, schema: Schema = {}): readonly string[] {
  const item = (schema.items ?? schema) as Schema
  const given = known[`${name} of ${operation}`]
  if (given) return given
  if (schema.type === 'boolean') return ['true', 'false']
  if (item.enum) {
    const words = item.enum as string[]
    return [...words, words.slice(-2).join(',')]
  }
  const values = schema.format === 'date-time' ? known.moment : known[name]
  if (!values) throw new Error(`which values has the filter ${name} of ${operation}?`)
  return values
}

/** What a filter cannot do without. */
const beside = (filter: string): string[] => (filter.startsWith('externalId=') ? ['system=crm'] : [])
