import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { Forbidden, NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { answerIdea } from './answer-idea.ts'
import { changeIdea } from './change-idea.ts'
import { Idea, IdeaPage, IdeaParams, IdeaQuery } from './contract.ts'
import { createIdea } from './create-idea.ts'
import { IdeaIsAnswered, IdeaIsOpen } from './problems.ts'
import { listIdeas, showIdea } from './queries.ts'
import { supportIdea } from './support-idea.ts'
import { AnswerIdea, IdeaChange, NewIdea } from './write-contract.ts'

export function ideaRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/ideas',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listIdeas',
      summary: 'List ideas',
      description: 'Ideas of everybody, the latest first.',
      tags: ['Ideas'],
      querystring: IdeaQuery,
      response: { 200: IdeaPage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listIdeas(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'POST',
    url: '/ideas',
    config: { access: { system: null, employee: 'member', mayBeAnonymous: true } },
    schema: {
      operationId: 'createIdea',
      summary: 'Have an idea',
      description:
        'Any employee. It is answered within `ideaAnswerWithin` of the organisation. An anonymous idea is kept without its author: no answer is kept under an Idempotency-Key, and no line of the log names the caller. So nobody can tell its author what became of it: remember its id.',
      tags: ['Ideas'],
      body: NewIdea,
      response: { 201: Idea },
      problems: [Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => createIdea(w, request.body), {
        status: 201,
        location: ({ id }) => `/v1/ideas/${id}`,
      }),
  })

  app.route({
    method: 'GET',
    url: '/ideas/:ideaId',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getIdea',
      summary: 'Get an idea',
      description: 'What it says, who supports it, and what was decided.',
      tags: ['Ideas'],
      params: IdeaParams,
      response: { 200: Idea },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => showIdea(r, request.params.ideaId), {
        agesByItself: ({ overdue, effects }) => overdue || effects.length > 0,
      }),
  })

  app.route({
    method: 'PATCH',
    url: '/ideas/:ideaId',
    config: { access: { system: null, employee: 'coach' } },
    schema: {
      operationId: 'changeIdea',
      summary: 'Tell what came of an idea',
      description:
        'By a coach or an admin, once it was answered. Its author and who supports it see it in their day.',
      tags: ['Ideas'],
      params: IdeaParams,
      body: IdeaChange,
      response: { 200: Idea },
      problems: [NotFound, IdeaIsOpen, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => changeIdea(w, request.params.ideaId, request.body)),
  })

  app.route({
    method: 'POST',
    url: '/ideas/:ideaId/support',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'supportIdea',
      summary: 'Support an idea',
      description: 'Each colleague once; again it changes nothing.',
      tags: ['Ideas'],
      params: IdeaParams,
      response: { 200: Idea },
      problems: [NotFound, Forbidden],
    },
    handler: (request, reply) => work(request, reply, (w) => supportIdea(w, request.params.ideaId)),
  })

  app.route({
    method: 'POST',
    url: '/ideas/:ideaId/answer',
    config: { access: { system: null, employee: 'coach' } },
    schema: {
      operationId: 'answerIdea',
      summary: 'Answer an idea',
      description:
        'By a coach or an admin who is not its author, with a reason. What is being tried is answered once more.',
      tags: ['Ideas'],
      params: IdeaParams,
      body: AnswerIdea,
      response: { 200: Idea },
      problems: [NotFound, Forbidden, IdeaIsAnswered, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => answerIdea(w, request.params.ideaId, request.body)),
  })
}
