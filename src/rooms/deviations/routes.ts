import { pageWithCases } from '../../case-file/expand/read-cases.ts'
import type { Reader } from '../../db/work.ts'
import { expanded } from '../../http/answers/expanded.ts'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { CaseParams } from '../cases/contract.ts'
import { CaseIsResolved, OnlyTheOwner, ReferenceMisread } from '../cases/problems.ts'
import { RuleIsAbolished, RuleIsStatutory } from '../rules/problems.ts'
import { CaseDeviationQuery, Deviation, DeviationPage, NewDeviation } from './contract.ts'
import { ExpandedDeviationPage, ExpandedDeviationQuery } from './expanded-contract.ts'
import { listDeviations, listDeviationsOfCase } from './queries.ts'
import { recordDeviation } from './record-deviation.ts'

export function deviationRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'POST',
    url: '/cases/:caseId/deviations',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'recordDeviation',
      summary: 'Bend a rule for a customer',
      description:
        'The owner of an open case bends a rule for its customer, and says why and what the customer has of it. It takes effect at once and asks nobody. The law is not bent.',
      tags: ['Rules'],
      params: CaseParams,
      body: NewDeviation,
      response: { 201: Deviation },
      problems: [
        NotFound,
        OnlyTheOwner,
        CaseIsResolved,
        RuleIsAbolished,
        RuleIsStatutory,
        Unprocessable,
        VersionMismatch,
      ],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => recordDeviation(w, request.params.caseId, request.body), { status: 201 }),
  })

  app.route({
    method: 'GET',
    url: '/cases/:caseId/deviations',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listCaseDeviations',
      summary: 'List which rules were bent in a case',
      description: 'In the order in which they were bent.',
      tags: ['Rules'],
      params: CaseParams,
      querystring: CaseDeviationQuery,
      response: { 200: DeviationPage },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listDeviationsOfCase(r, request.params.caseId, request.query), {
        headers: nextLink(request.url),
      }),
  })

  app.route({
    method: 'GET',
    url: '/deviations',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listDeviations',
      summary: 'List deviations',
      description: 'Which rules were bent in the cases that you see, the latest first.',
      tags: ['Rules'],
      querystring: ExpandedDeviationQuery,
      response: { 200: ExpandedDeviationPage },
      problems: [ReferenceMisread],
    },
    handler: (request, reply) => {
      const { expand, ...query } = request.query
      const list = async (r: Reader) => pageWithCases(r, await listDeviations(r, query), expand)
      return read(request, reply, list, { ...expanded(expand), headers: nextLink(request.url) })
    },
  })
}
