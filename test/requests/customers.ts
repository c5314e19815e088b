import { freshName } from './objects.ts'
import { type Ask, page } from './request.ts'

const referred = () => ({ references: [{ system: 'crm', externalId: freshName() }] })

export const customers: Readonly<Record<string, Ask>> = {
  'listCustomers search': async ({ known }) => {
    const { id, externalId } = await known()
    return { query: { system: 'crm', externalId }, shows: id }
  },
  listCustomers: async ({ known }) => ({ query: page, shows: (await known()).id }),
  createCustomer: async ({ team }, body) => ({
    body: { ...body, ...referred(), teamId: (await team()).id },
  }),
  getCustomer: async ({ known }) => {
    const { id } = await known()
    return { params: { customerId: id }, shows: id }
  },
  changeCustomer: async ({ known }, body) => ({
    params: { customerId: (await known()).id },
    body: { ...body, ...referred() },
  }),
  getCustomerByReference: async ({ known }) => {
    const { id, externalId } = await known()
    return { params: { system: 'crm', externalId }, shows: id }
  },
  putCustomerByReference: (_, body) => ({ params: { system: 'crm', externalId: freshName() }, body }),
  'putCustomerByReference known': async ({ known }, body) => ({
    params: { system: 'crm', externalId: (await known()).externalId },
    body,
  }),

  listFacts: async ({ fact }) => {
    const { customerId, id } = await fact()
    return { params: { customerId }, query: page, shows: id }
  },
  recordFact: async ({ customer }, body) => ({
    params: { customerId: (await customer()).id },
    by: 'owner',
    body,
  }),
  removeFact: async ({ fact }) => {
    const { customerId, id } = await fact()
    return { params: { customerId, factId: id } }
  },

  mergeCustomer: async ({ known, customer }) => ({
    params: { customerId: (await known()).id },
    body: { customerId: (await customer()).id },
  }),
  getPersonalData: async ({ stranger }) => ({ params: { customerId: (await stranger()).id } }),
  eraseCustomer: async ({ stranger }) => ({ params: { customerId: (await stranger()).id } }),
  unmergeCustomer: async ({ merged }) => ({ params: { customerId: (await merged()).id } }),
  getCustomerTimeline: async ({ customer, openCase }) => ({
    params: { customerId: (await customer()).id },
    query: page,
    shows: (await openCase()).id,
  }),
}
