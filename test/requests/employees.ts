import { freshName, someDay } from './objects.ts'
import { type Ask, type Body, page } from './request.ts'

/** The owner themselves, who is shown. */
const owner: Ask = async (of) => {
  const { id } = await of.owner()
  return { params: { employeeId: id }, shows: id }
}

export const employees: Readonly<Record<string, Ask>> = {
  listEmployees: async (of) => ({ query: page, shows: (await of.owner()).id }),
  createEmployee: async ({ team }, body) => ({ body: { ...body, teamId: (await team()).id } }),
  getEmployee: owner,
  changeEmployee: async ({ hire, topic }, body) => ({
    params: { employeeId: (await hire()).id },
    body: { ...body, topics: [(await topic()).code] },
  }),
  getPresence: owner,
  setPresence: async (of, body) => ({ params: { employeeId: (await of.owner()).id }, body }),
  departEmployee: async ({ hire, colleague }, body) => ({
    params: { employeeId: (await hire()).id },
    body: { ...body, successorIds: [(await colleague()).id] },
  }),
  getMe: () => ({ by: 'owner' }),
  getDay: () => ({ by: 'owner' }),
  getEffect: () => ({ by: 'owner' }),

  listAbsences: async ({ absence }) => {
    const { employeeId, id } = await absence()
    return { params: { employeeId }, query: page, shows: id }
  },
  registerAbsence: async (of, body) => {
    const { fromDate } = someDay()
    return {
      params: { employeeId: (await of.owner()).id },
      body: {
        ...body,
        from: `${fromDate}T07:00:00Z`,
        until: `${fromDate}T17:00:00Z`,
        standInId: (await of.colleague()).id,
      },
    }
  },
  getAbsence: async ({ absence }) => {
    const { id } = await absence()
    return { params: { absenceId: id }, shows: id }
  },
  endAbsence: async ({ absence }) => ({ params: { absenceId: (await absence()).id } }),

  makeCalendarFeed: async (of) => ({ params: { employeeId: (await of.owner()).id } }),
  revokeCalendarFeed: async ({ calendar }) => ({ params: { employeeId: (await calendar()).employeeId } }),
  // The address is the key: who has it reads it, whoever they are.
  getCalendarFeed: async ({ newCalendar }) => {
    const { employeeId, token } = await newCalendar()
    return { params: { employeeId }, query: { token }, shows: 'BEGIN:VCALENDAR' }
  },
}

/** A user under names that no other has. */
function named(example: Body): Body {
  const userName = `${freshName()}@example.org`
  return { ...example, userName, externalId: freshName(), emails: [{ value: userName, primary: true }] }
}

export const provisioning: Readonly<Record<string, Ask>> = {
  getScimConfig: () => ({}),
  listScimResourceTypes: () => ({}),
  getScimResourceType: () => ({ params: { name: 'User' } }),
  listScimSchemas: () => ({}),
  getScimSchema: () => ({ params: { urn: 'urn:ietf:params:scim:schemas:core:2.0:User' } }),
  listScimUsers: async (of) => ({ query: { count: '200' }, shows: (await of.owner()).id }),
  createScimUser: (_, body) => ({ body: named(body) }),
  getScimUser: async (of) => {
    const { id } = await of.owner()
    return { params: { userId: id }, shows: id }
  },
  putScimUser: async ({ hire }, body) => ({ params: { userId: (await hire()).id }, body: named(body) }),
  changeScimUser: async ({ hire }, body) => ({ params: { userId: (await hire()).id }, body }),
  deleteScimUser: async ({ hire }) => ({ params: { userId: (await hire()).id } }),
}
