import { problem } from '../../lib/problem.ts'

export const IdeaIsAnswered = problem({
  code: 'idea-is-answered',
  status: 409,
  title: 'The idea has its answer',
  advice:
    'What was adopted or declined stays so. What came of it is told with `PATCH` and `result`; another thought is another idea.',
  constraints: ['ideas_decisions_stand'],
})

export const IdeaIsOpen = problem({
  code: 'idea-is-open',
  status: 409,
  title: 'The idea has no answer yet',
  advice: 'A result follows an answer: POST /v1/ideas/{ideaId}/answer.',
  constraints: ['ideas_results_follow_an_answer'],
})
