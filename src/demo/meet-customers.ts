import type { Page } from '../lib/page.ts'
import type { Customer } from '../rooms/customers/contract.ts'
import type { Fact } from '../rooms/customers/fact-contract.ts'
import type { DemoCaller } from './caller.ts'
import type { People } from './hire.ts'

/** Who asks. */
export interface Customers {
  readonly dijkstra: Customer
  readonly yilmaz: Customer
  readonly verhoeven: Customer
  readonly bakery: Customer
}

/** Everybody who plays a part. */
export type Cast = People & Customers

/** Makes the customers, each with something worth knowing; their segment leads them to their team. */
export async function meetCustomers(admin: DemoCaller): Promise<Customers> {
  return {
    dijkstra: await customer(
      admin,
      'C-104229',
      { name: 'Mevrouw Dijkstra', phone: '06 12345678', segment: 'noord' },
      'Is hard of hearing: speak slowly.',
    ),
    yilmaz: await customer(
      admin,
      'C-118340',
      { name: 'Meneer Yilmaz', email: 'yilmaz@example.org', preferredChannel: 'email', segment: 'noord' },
      'Works at night: mail is better than the telephone.',
    ),
    verhoeven: await customer(
      admin,
      'C-220871',
      { name: 'Familie Verhoeven', phone: '040 234 5678', segment: 'zuid' },
      'Moved into a new house this summer.',
    ),
    bakery: await customer(
      admin,
      'B-000417',
      { name: 'Bakkerij Zonneveld', kind: 'organisation', phone: '020 234 5678', segment: 'zakelijk' },
      'The ovens are on from three to seven in the morning.',
    ),
  }
}

/** As a CRM system sends its customers, and sends them again: by its own number for them. */
async function customer(
  admin: DemoCaller,
  externalId: string,
  fields: object,
  fact: string,
): Promise<Customer> {
  const made = await admin.put<Customer>(`/customers/by-reference/crm/${externalId}`, {
    language: 'nl',
    ...fields,
  })
  const { data } = await admin.get<Page<Fact>>(`/customers/${made.id}/facts`)
  if (!data.some(({ text }) => text === fact)) await admin.post(`/customers/${made.id}/facts`, { text: fact })
  return made
}
