import { type Ask, page } from './request.ts'

export const satisfaction: Readonly<Record<string, Ask>> = {
  getCaseLinks: async ({ openCase }) => ({ params: { caseId: (await openCase()).id } }),
  getSurvey: async ({ pages }) => ({ params: { token: (await pages()).survey } }),
  answerSurvey: async ({ pages }, body) => ({ params: { token: (await pages()).survey }, body }),
  getTracking: async ({ pages }) => ({ params: { token: (await pages()).tracking } }),
  changeTracking: async ({ openPages }, body) => ({ params: { token: (await openPages()).tracking }, body }),
  getStatement: async ({ pages }) => ({ params: { token: (await pages()).tracking } }),
  getPromiseCalendar: async ({ pages }) => ({ params: { token: (await pages()).tracking } }),
  listPulse: () => ({ query: page }),
  givePulse: async ({ silence }, body) => {
    await silence()
    return { by: 'owner', body }
  },
  sharePulse: async ({ closedWeek }, body) => ({
    params: { week: (await closedWeek()).week },
    by: 'coach',
    body,
  }),
}
