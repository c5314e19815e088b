import { freshName } from './objects.ts'
import { type Ask, page } from './request.ts'

const euro = { amount: '1.00', currency: 'EUR' }

export const empowerment: Readonly<Record<string, Ask>> = {
  getValues: () => ({}),
  putValues: (_, body) => ({ body }),

  grantGesture: async ({ openCase }, body) => ({
    params: { caseId: (await openCase()).id },
    by: 'owner',
    body: { ...body, amount: euro, values: [] },
  }),
  listCaseGestures: async ({ gesture }) => {
    const { caseId, id } = await gesture()
    return { params: { caseId }, shows: id }
  },
  listGestures: async ({ gesture }) => {
    const { caseId, id } = await gesture()
    return { query: { caseId }, shows: id }
  },
  getGesture: async ({ gesture }) => {
    const { id } = await gesture()
    return { params: { gestureId: id }, shows: id }
  },
  fulfilGesture: async ({ gesture }) => ({
    params: { gestureId: (await gesture()).id },
    body: { reference: freshName() },
  }),
  withdrawGesture: async ({ gesture }, body) => ({
    params: { gestureId: (await gesture()).id },
    by: 'owner',
    body,
  }),

  makeAsk: async ({ openCase }, body) => ({
    params: { caseId: (await openCase()).id },
    by: 'owner',
    body: { ...body, amount: euro },
  }),
  listCaseAsks: async ({ ask }) => {
    const { caseId, id } = await ask()
    return { params: { caseId }, shows: id }
  },
  listAsks: async ({ ask }) => {
    const { caseId, id } = await ask()
    return { query: { caseId }, shows: id }
  },
  getAsk: async ({ ask }) => {
    const { id } = await ask()
    return { params: { askId: id }, shows: id }
  },
  answerAsk: async ({ ask }, body) => ({ params: { askId: (await ask()).id }, by: 'coach', body }),
  withdrawAsk: async ({ ask }) => ({ params: { askId: (await ask()).id }, by: 'owner' }),

  listBudgets: async ({ budget }) => ({ query: page, shows: (await budget()).id }),
  makeBudget: async ({ hire }) => ({
    body: { kind: 'employee', employeeId: (await hire()).id, period: 'month', amount: euro },
  }),
  getBudget: async ({ budget }) => {
    const { id } = await budget()
    return { params: { budgetId: id }, shows: id }
  },
  changeBudget: async ({ budget }) => ({ params: { budgetId: (await budget()).id }, body: { amount: euro } }),
}
