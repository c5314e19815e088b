import type { FastifyInstance } from 'fastify'
import { allProblems, problemByCode } from '../lib/problem.ts'
import { NotFound } from '../lib/problems.ts'

/** `/problems/{code}`, where the `type` of every problem leads: what it means and what to do. */
export function explainProblems(app: FastifyInstance): void {
  app.get('/problems', { schema: { hide: true } }, () => ({
    data: allProblems().map(({ code, status, title, advice }) => ({ code, status, title, advice })),
  }))
  app.get('/problems/:code', { schema: { hide: true } }, (request) => {
    const kind = problemByCode((request.params as { code: string }).code)
    if (!kind) throw NotFound.because('There is no problem with this code.')
    const { code, status, title, advice } = kind
    return { type: `/problems/${code}`, code, status, title, advice }
  })
}
