import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, ValidationFailed } from '../../lib/problems.ts'
import { TeamParams } from '../teams/contract.ts'
import { coverageCsv } from './as-csv.ts'
import { askedForm, headersOf } from './asked-form.ts'
import { Coverage, CoverageCsv, CoveragePage } from './coverage-contract.ts'
import { reportCoverage, showCoverage } from './coverage-queries.ts'
import { CoverageQuery } from './period-contract.ts'

export function reportRoutes(app: App, { read, report }: Door): void {
  app.route({
    method: 'GET',
    url: '/teams/:teamId/coverage',
    config: { access: { system: 'cases:read', employee: 'member', impersonal: true } },
    schema: {
      operationId: 'getCoverage',
      summary: 'Get what a team knows, and what it asks others',
      description:
        'Topics that too few know about, disciplines that are missing, and what others are asked most. Members see that of their own team, coaches and admins each one.',
      tags: ['Teams'],
      params: TeamParams,
      response: { 200: Coverage },
      problems: [NotFound],
    },
    handler: (request, reply) => read(request, reply, (r) => showCoverage(r, request.params.teamId)),
  })

  app.route({
    method: 'GET',
    url: '/reports/coverage',
    config: { access: { system: 'reports:read', employee: 'coach', impersonal: true } },
    schema: {
      operationId: 'reportCoverage',
      summary: 'Report what the teams know, and what they ask others',
      description:
        'A team on each line: what it knows now, and what it asked others in the period. It counts topics and answers and nothing per person; whether answers helped is told from five on.',
      tags: ['Reports'],
      querystring: CoverageQuery,
      response: {
        200: {
          content: {
            'application/json': { schema: CoveragePage },
            'text/csv': { schema: CoverageCsv },
          },
        },
      },
      problems: [ValidationFailed],
    },
    handler: (request, reply) => {
      const form = askedForm(request.query.format, request.headers.accept, false)
      return report(request, reply, (r) => reportCoverage(r, request.query), {
        ...(form === 'csv' && { text: coverageCsv(request.query.by) }),
        headers: (page) => ({ ...nextLink(request.url)(page), ...headersOf(form) }),
      }) as Promise<never>
    },
  })
}
