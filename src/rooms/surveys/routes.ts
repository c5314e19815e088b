import type { LinkTokens } from '../../facts/link-tokens.ts'
import type { App } from '../../http/app-type.ts'
import { asCustomer } from '../../http/as-customer.ts'
import type { Door } from '../../http/door.ts'
import type { CallerLimits } from '../../http/limit-rates.ts'
import { Forbidden, NotFound, RateLimited } from '../../lib/problems.ts'
import { answerSurvey } from './answer-survey.ts'
import { AnswerSurvey, CaseLinkParams, CaseLinks, Survey, TokenParams } from './contract.ts'
import { SurveyClosed } from './problems.ts'
import { findSurvey, showLinks, toSurvey } from './queries.ts'

/** What customers' pages are made of. */
export interface Pages {
  readonly links: LinkTokens
  readonly limits: CallerLimits
  /** Where the service is found, or nothing if that is not configured. */
  readonly base: string
}

export function surveyRoutes(app: App, { work, read }: Door, { links, limits, base }: Pages): void {
  app.route({
    method: 'GET',
    url: '/cases/:caseId/links',
    config: { access: { system: 'links:read', employee: null } },
    schema: {
      operationId: 'getCaseLinks',
      summary: 'Get the addresses of a case’s pages for its customer',
      description:
        'For the system that writes to customers. The addresses are derived and stored nowhere; whoever has one is the customer there.',
      tags: ['Satisfaction'],
      params: CaseLinkParams,
      response: { 200: CaseLinks },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => showLinks(r, links, base, request.params.caseId)),
  })

  app.route({
    method: 'GET',
    url: '/surveys/:token',
    config: { access: 'token' },
    preHandler: asCustomer(limits),
    schema: {
      operationId: 'getSurvey',
      summary: 'Get a survey',
      description:
        'What the customer is asked, and what they have answered. Reading it counts as nothing: scanners of mail open links.',
      tags: ['Satisfaction'],
      params: TokenParams,
      response: { 200: Survey },
      problems: [NotFound, RateLimited],
    },
    handler: (request, reply) =>
      read(request, reply, async ({ db, now }) =>
        toSurvey(await findSurvey(db, links, request.params.token, now)),
      ),
  })

  app.route({
    method: 'POST',
    url: '/surveys/:token',
    config: { access: 'token', customersWord: true },
    preHandler: asCustomer(limits),
    schema: {
      operationId: 'answerSurvey',
      summary: 'Answer a survey',
      description:
        'One answer, within 30 days, which the customer may change for 12 hours. A 1 or a 2 opens the case again, with its own owner and a callback.',
      tags: ['Satisfaction'],
      params: TokenParams,
      body: AnswerSurvey,
      response: { 200: Survey },
      problems: [Forbidden, NotFound, SurveyClosed, RateLimited],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => answerSurvey(w, links, request.params.token, request.body)),
  })
}
