import type { Ask, Asker } from './request.ts'

/** A consultation, and who may do this with it. */
const by =
  (asker: Asker): Ask =>
  async ({ consultation }, body) => ({
    params: { consultationId: (await consultation()).id },
    by: asker,
    body,
  })

export const consultations: Readonly<Record<string, Ask>> = {
  askColleague: async ({ openCase, colleague }, body) => ({
    params: { caseId: (await openCase()).id },
    by: 'owner',
    body: { ...body, employeeId: (await colleague()).id },
  }),
  listCaseConsultations: async ({ consultation }) => {
    const { caseId, id } = await consultation()
    return { params: { caseId }, shows: id }
  },
  listConsultations: async ({ consultation }) => {
    const { caseId, id } = await consultation()
    return { query: { caseId }, shows: id }
  },
  getConsultation: async ({ consultation }) => {
    const { id } = await consultation()
    return { params: { consultationId: id }, shows: id }
  },
  answerConsultation: by('colleague'),
  declineConsultation: async (of, body) => by('colleague')(of, { ...body, mightKnow: (await of.owner()).id }),
  withdrawConsultation: by('owner'),
  rateAnswer: async ({ answered }, body) => ({
    params: { consultationId: (await answered()).id },
    by: 'owner',
    body,
  }),
}

export const successions: Readonly<Record<string, Ask>> = {
  listSuccessions: async ({ report }) => {
    const { caseId, id } = await report()
    return { query: { caseId }, shows: id }
  },
  getSuccession: async ({ report }) => {
    const { id } = await report()
    return { params: { successionId: id }, shows: id }
  },
  // Whoever hears the customer or asks for it gets no case by it, so it goes to somebody who has done neither.
  'requestSuccession choice': async ({ choice, hire }, body) => {
    const { caseId, contactId } = await choice()
    return {
      params: { caseId },
      by: 'colleague',
      body: { ...body, contactId, toOwnerId: (await hire()).id },
    }
  },
  'requestSuccession safety': async ({ openCase }) => ({
    params: { caseId: (await openCase()).id },
    by: 'owner',
    body: { cause: 'safety', reason: 'A friend of mine.' },
  }),
  confirmSuccession: async ({ report, colleague }) => ({
    params: { successionId: (await report()).id },
    by: 'coach',
    body: { toOwnerId: (await colleague()).id },
  }),
}
