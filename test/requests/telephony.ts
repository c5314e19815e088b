import { freshName } from './objects.ts'
import type { Ask } from './request.ts'

export const telephony: Readonly<Record<string, Ask>> = {
  lookUpCaller: async ({ caller }) => {
    const { phone, caseId } = await caller()
    return { query: { phone }, shows: caseId }
  },
  recordCall: async ({ caller }, body) => ({
    body: { ...body, event: 'ended', callId: freshName(), from: (await caller()).phone },
  }),
  listCalls: async ({ call }) => {
    const { id, caseId } = await call()
    return { query: { caseId }, shows: id }
  },
  getCall: async ({ call }) => {
    const { id } = await call()
    return { params: { callId: id }, shows: id }
  },
  // The address is the key: who has it tells of calls, whoever they are.
  recordZammadCall: async ({ bridge }, body) => ({
    params: { token: (await bridge()).token },
    body: { ...body, event: 'hangup', callId: freshName() },
  }),
}
