import { type Ask, page } from './request.ts'

export const outreaches: Readonly<Record<string, Ask>> = {
  listOutreaches: async ({ outreach }) => ({ query: page, shows: (await outreach()).id }),
  createOutreach: async (_, body) => ({ by: 'owner', body }),
  getOutreach: async ({ outreach }) => {
    const { id } = await outreach()
    return { params: { outreachId: id }, shows: id }
  },
  changeOutreach: async ({ outreach }, body) => ({
    params: { outreachId: (await outreach()).id },
    by: 'coach',
    body,
  }),
  startOutreach: async ({ outreach }) => ({ params: { outreachId: (await outreach()).id }, by: 'coach' }),
  pauseOutreach: async ({ startedOutreach }) => ({
    params: { outreachId: (await startedOutreach()).id },
    by: 'coach',
  }),
  stopOutreach: async ({ outreach }) => ({ params: { outreachId: (await outreach()).id }, by: 'coach' }),
  listOutreachCustomers: async ({ outreach }) => {
    const { id, customerId } = await outreach()
    return { params: { outreachId: id }, query: page, by: 'coach', shows: customerId }
  },
  // A file is no object: the document shows one as text.
  addOutreachCustomers: async ({ outreach, newcomer }) => ({
    params: { outreachId: (await outreach()).id },
    headers: { 'content-type': 'text/csv' },
    body: `customerId,decision\n${(await newcomer()).id},inform\n`,
  }),
  listDisturbances: async ({ disturbance }) => {
    const { customerId, id } = await disturbance()
    return { params: { customerId }, query: page, shows: id }
  },
}
