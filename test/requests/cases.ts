import { inbound, outbound, soon } from '../support/scene.ts'
import { type Ask, page } from './request.ts'

/** An open case, by its owner. */
const ofCase: Ask = async ({ openCase }, body) => ({
  params: { caseId: (await openCase()).id },
  by: 'owner',
  body,
})
/** What is read of an open case, which is shown. */
const readCase: Ask = async ({ openCase }) => {
  const { id } = await openCase()
  return { params: { caseId: id }, by: 'owner', shows: id }
}

export const cases: Readonly<Record<string, Ask>> = {
  listCases: async ({ openCase }) => ({ query: page, shows: (await openCase()).id }),
  openCase: async ({ customer, topic }, body) => ({
    by: 'owner',
    body: {
      ...body,
      customerId: (await customer()).id,
      topic: (await topic()).code,
      callback: soon(),
    },
  }),
  getCase: readCase,
  getCaseByReference: async ({ openCase }) => {
    const { id, reference } = await openCase()
    return { params: { reference }, shows: id }
  },
  changeCase: ofCase,
  'resolveCase answered': ofCase,
  // Anybody records that the customer called; that alone ends no case.
  'resolveCase withdrawn': async (of) =>
    ofCase(of, { outcome: 'withdrawn', summary: 'No longer needed.', contact: inbound }),
  correctCustomer: async ({ openCase, stranger }, body) => ({
    params: { caseId: (await openCase()).id },
    by: 'owner',
    body: { ...body, customerId: (await stranger()).id },
  }),
  reopenCase: async ({ resolvedCase }, body) => ({
    params: { caseId: (await resolvedCase()).id },
    by: 'owner',
    body,
  }),
  getCaseTimeline: readCase,
}

export const contacts: Readonly<Record<string, Ask>> = {
  listNotes: async ({ resolvedCase }) => {
    const { id } = await resolvedCase()
    return { params: { caseId: id }, by: 'owner', shows: id }
  },
  addNote: ofCase,
  listContacts: readCase,
  'recordContact inbound': async ({ openCase }, body) => ({
    params: { caseId: (await openCase()).id },
    by: 'colleague',
    body,
  }),
  'recordContact outbound': async (of) => ofCase(of, outbound),
}

export const callbacks: Readonly<Record<string, Ask>> = {
  listCallbacks: async ({ openCase }) => {
    const { id } = await openCase()
    return { query: { caseId: id }, shows: id }
  },
  getCallback: async ({ openCase }) => {
    const { id, callbackId } = await openCase()
    return { params: { callbackId }, shows: id }
  },
  listCallbackSlots: async ({ openCase }) => ({ params: { caseId: (await openCase()).id }, by: 'owner' }),
  attemptCallback: async ({ openCase }, body) => ({
    params: { callbackId: (await openCase()).callbackId },
    by: 'owner',
    body,
  }),
  rescheduleCallback: async ({ openCase }, body) => ({
    params: { callbackId: (await openCase()).callbackId },
    by: 'owner',
    body: { ...body, ...soon(), contact: outbound },
  }),
}
