import { pageWithCases } from '../../case-file/expand/read-cases.ts'
import type { Reader } from '../../db/work.ts'
import { expanded } from '../../http/answers/expanded.ts'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { CaseParams } from '../cases/contract.ts'
import { CaseIsResolved, OnlyTheOwner } from '../cases/problems.ts'
import { AnotherCurrency } from '../gestures/problems.ts'
import { answerAsk } from './answer-ask.ts'
import { AnswerAsk, AskPage, AskParams, AskShown, CaseAskQuery, NewAsk } from './contract.ts'
import { ExpandedAskPage, ExpandedAskQuery } from './expanded-contract.ts'
import { makeAsk } from './make-ask.ts'
import { AskIsClosed, AskIsGranted, AskOverCeiling } from './problems.ts'
import { listAsks, listAsksOfCase, showAsk } from './queries.ts'
import { withdrawAsk } from './withdraw-ask.ts'

export function askRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'POST',
    url: '/cases/:caseId/asks',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'makeAsk',
      summary: 'Ask for more than the ceiling',
      description:
        'By the owner of an open case. A coach answers until `answerBy`; silence means yes. What is granted is a gesture outside the budgets.',
      tags: ['Empowerment'],
      params: CaseParams,
      body: NewAsk,
      response: { 201: AskShown },
      problems: [
        NotFound,
        OnlyTheOwner,
        CaseIsResolved,
        AnotherCurrency,
        AskOverCeiling,
        Unprocessable,
        VersionMismatch,
      ],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => makeAsk(w, request.params.caseId, request.body), {
        status: 201,
        location: ({ id }) => `/v1/asks/${id}`,
      }),
  })

  app.route({
    method: 'GET',
    url: '/cases/:caseId/asks',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listCaseAsks',
      summary: 'List what was asked for on a case',
      description: 'In the order in which it was asked for.',
      tags: ['Empowerment'],
      params: CaseParams,
      querystring: CaseAskQuery,
      response: { 200: AskPage },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listAsksOfCase(r, request.params.caseId, request.query), {
        headers: nextLink(request.url),
      }),
  })

  app.route({
    method: 'GET',
    url: '/asks',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listAsks',
      summary: 'List asks',
      description: 'Those on the cases that you see, the latest first. A coach asks for `state=open`.',
      tags: ['Empowerment'],
      querystring: ExpandedAskQuery,
      response: { 200: ExpandedAskPage },
    },
    handler: (request, reply) => {
      const { expand, ...query } = request.query
      const list = async (r: Reader) => pageWithCases(r, await listAsks(r, query), expand)
      return read(request, reply, list, { ...expanded(expand), headers: nextLink(request.url) })
    },
  })

  app.route({
    method: 'GET',
    url: '/asks/:askId',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getAsk',
      summary: 'Get an ask',
      description: 'What is asked for, until when it is answered, and what became of it.',
      tags: ['Empowerment'],
      params: AskParams,
      response: { 200: AskShown },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => showAsk(r, request.params.askId), {
        agesByItself: ({ bySilence }) => bySilence,
      }),
  })

  app.route({
    method: 'POST',
    url: '/asks/:askId/answer',
    config: { access: { system: null, employee: 'coach' } },
    schema: {
      operationId: 'answerAsk',
      summary: 'Say yes, or no',
      description:
        'By a coach of the team, a coach of no team, or an admin. A no says why, and what the customer gets instead. From `answerBy` on it is granted, and a no comes too late.',
      tags: ['Empowerment'],
      params: AskParams,
      body: AnswerAsk,
      response: { 200: AskShown },
      problems: [NotFound, AskIsGranted, AskIsClosed, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => answerAsk(w, request.params.askId, request.body)),
  })

  app.route({
    method: 'POST',
    url: '/asks/:askId/withdraw',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'withdrawAsk',
      summary: 'Ask for it no longer',
      description: 'By the owner of the case, while it is open.',
      tags: ['Empowerment'],
      params: AskParams,
      response: { 200: AskShown },
      problems: [NotFound, OnlyTheOwner, AskIsGranted, AskIsClosed, VersionMismatch],
    },
    handler: (request, reply) => work(request, reply, (w) => withdrawAsk(w, request.params.askId)),
  })
}
