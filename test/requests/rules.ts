import { freshName } from './objects.ts'
import { type Ask, page } from './request.ts'

export const rules: Readonly<Record<string, Ask>> = {
  listRules: async ({ rule }) => ({ query: page, shows: (await rule()).id }),
  createRule: async ({ owner }, body) => ({
    body: { ...body, code: freshName(), ownerId: (await owner()).id },
  }),
  getRule: async ({ rule }) => {
    const { id } = await rule()
    return { params: { ruleId: id }, shows: id }
  },
  getRuleBill: async ({ rule }) => ({ params: { ruleId: (await rule()).id } }),
  changeRule: async ({ rule }, body) => ({ params: { ruleId: (await rule()).id }, body }),
  reviewRule: async ({ rule }, body) => ({
    params: { ruleId: (await rule()).id },
    by: 'owner',
    body,
  }),
  recordDeviation: async ({ openCase, rule }, body) => ({
    params: { caseId: (await openCase()).id },
    by: 'owner',
    body: { ...body, ruleId: (await rule()).id, values: [] },
  }),
  listCaseDeviations: async ({ deviation }) => {
    const { caseId, id } = await deviation()
    return { params: { caseId }, shows: id }
  },
  listDeviations: async ({ deviation }) => {
    const { caseId, id } = await deviation()
    return { query: { caseId }, shows: id }
  },
}
