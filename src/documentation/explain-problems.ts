import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { allProblems, type ProblemKind, problemByCode } from '../lib/problem.ts'
import { NotFound } from '../lib/problems.ts'
import { baseOf, prefersPage, sendPage } from './page.ts'
import { beside, catalogueContent, problemContent } from './problem-pages.ts'

const ProblemExplained = z
  .object({
    type: z.string().meta({ format: 'uri-reference' }).describe('The address of this explanation.'),
    code: z.string(),
    status: z.int().describe('The status of answers with this problem.'),
    title: z.string(),
    advice: z.string().describe('What it means and what to do about it.'),
  })
  .meta({
    id: 'ProblemExplained',
    description: 'What a kind of problem means and what to do about it.',
    examples: [
      {
        type: '/problems/version-required',
        code: 'version-required',
        status: 428,
        title: 'Say which version you change',
        advice: 'Send the `ETag` of the resource that you read in `If-Match`.',
      },
    ],
  })

const ProblemCatalogue = z.object({ data: z.array(ProblemExplained) }).meta({
  id: 'ProblemCatalogue',
  description: 'Every kind of problem, by code.',
  examples: [{ data: ProblemExplained.meta()?.examples ?? [] }],
})

/**
 * `/problems/{code}`, where the `type` of every problem leads: what it means and what to do. JSON for programs, and a page
 * for whoever follows it in a browser.
 */
export function explainProblems(app: App, publicUrl: string | null): void {
  const base = baseOf(publicUrl)
  app.route({
    method: 'GET',
    url: '/problems',
    schema: {
      operationId: 'listProblems',
      summary: 'List the kinds of problems',
      description: 'All that an operation may refuse with, in one answer. Browsers are shown a page.',
      tags: ['Service'],
      response: { 200: ProblemCatalogue },
    },
    handler: ({ headers }, reply) => {
      reply.header('vary', 'accept')
      const content = catalogueContent(base)
      if (prefersPage(headers.accept))
        sendPage(reply, base, { title: 'Problems', content, part: 'problems', beside: beside(base, '') })
      else reply.send({ data: allProblems().map(explained) })
    },
  })
  app.route({
    method: 'GET',
    url: '/problems/:code',
    schema: {
      operationId: 'getProblem',
      summary: 'Get what a problem means',
      description: 'Where the `type` of every problem leads. Browsers are shown a page.',
      tags: ['Service'],
      params: z.strictObject({ code: z.string().describe('The `code` of a problem.') }),
      response: { 200: ProblemExplained },
      problems: [NotFound],
    },
    handler: ({ params, headers }, reply) => {
      const kind = problemByCode(params.code)
      if (!kind) throw NotFound.because('There is no problem with this code.')
      reply.header('vary', 'accept')
      const { title, code } = kind
      const content = problemContent(kind)
      if (prefersPage(headers.accept))
        sendPage(reply, base, { title, content, part: 'problems', beside: beside(base, code) })
      else reply.send(explained(kind))
    },
  })
}

const explained = ({ code, status, title, advice }: ProblemKind) => ({
  type: `/problems/${code}`,
  code,
  status,
  title,
  advice,
})
