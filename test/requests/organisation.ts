import { freshName } from './objects.ts'
import { type Ask, page } from './request.ts'

const workday = [{ from: '09:00', until: '17:00' }]
/** All working days, so that the team can be called back whenever a test asks it to. */
const week = { monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday }

export const organisation: Readonly<Record<string, Ask>> = {
  getOrganisation: () => ({}),
  // What was changed before may have been the currency.
  changeOrganisation: (_, body) => ({ body: { ...body, currency: 'EUR' } }),

  listTeams: async ({ team }) => ({ query: page, shows: (await team()).id }),
  createTeam: (_, body) => ({ body }),
  getTeam: async ({ team }) => {
    const { id } = await team()
    return { params: { teamId: id }, shows: id }
  },
  changeTeam: async ({ team }, body) => ({ params: { teamId: (await team()).id }, body }),
  getAgreements: async ({ team }) => ({ params: { teamId: (await team()).id } }),
  // The ceiling of the organisation may have come down below the example's.
  changeAgreements: async ({ team }, body) => ({
    params: { teamId: (await team()).id },
    body: {
      ...body,
      openingHours: week,
      closures: [{ date: '2060-12-24', reason: 'Team day' }],
      callbacksPerHour: 60,
      gestureCeiling: null,
    },
  }),
  getBoard: async ({ team, chasedCase }) => ({
    params: { teamId: (await team()).id },
    shows: (await chasedCase()).id,
  }),
  getCoverage: async ({ team }) => ({ params: { teamId: (await team()).id } }),
  reportCoverage: async ({ team }) => ({ query: page, shows: (await team()).id }),
  reportPromises: () => ({ query: { by: 'month' } }),
  reportOwnership: () => ({ query: { by: 'month' } }),
  reportFaces: () => ({ query: { by: 'month' } }),
  reportExits: () => ({ query: { by: 'month' } }),
  reportSatisfaction: () => ({ query: { by: 'month' } }),
  reportConsultations: () => ({ query: { by: 'month' } }),
  reportStuck: () => ({ query: { by: 'month' } }),
  reportEmpowerment: () => ({ query: { by: 'month' } }),
  reportRules: () => ({ query: { by: 'month' } }),
  reportIdeas: () => ({ query: { by: 'month' } }),
  reportOutreaches: () => ({ query: { by: 'month' } }),
  reportJourney: () => ({ query: { topic: 'invoice' } }),

  listTopics: async ({ topic }) => ({ query: page, shows: (await topic()).id }),
  createTopic: (_, body) => ({ body: { ...body, code: freshName() } }),
  getTopic: async ({ topic }) => {
    const { id } = await topic()
    return { params: { topicId: id }, shows: id }
  },
  changeTopic: async ({ topic }, body) => ({ params: { topicId: (await topic()).id }, body }),
}
