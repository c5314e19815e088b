import { problem } from '../../lib/problem.ts'

export const ConsultationIsClosed = problem({
  code: 'consultation-is-closed',
  status: 409,
  title: 'The consultation has ended',
  advice:
    'It was answered, declined or withdrawn, or its case has ended, and it stays as it ended. The owner of an open case may ask again: POST /v1/cases/{id}/consultations.',
  constraints: ['consultations_are_final'],
})
