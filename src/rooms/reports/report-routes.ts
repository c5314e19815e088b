import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { asCsv } from './as-csv.ts'
import { askedForm, headersOf } from './asked-form.ts'
import { everyReport } from './every-report.ts'
import { DrawnReportQuery, ReportQuery } from './period-contract.ts'
import type { Report } from './report.ts'
import { answerOf, Picture, ReportCsv } from './report-answer.ts'
import { runReport } from './run-report.ts'

/** The reports that are made of counts, each at an address of its own: JSON, or CSV for whoever asks for that. */
export function countedReportRoutes(app: App, door: Door): void {
  for (const report of everyReport) reportRoute(app, door, report)
}

function reportRoute(app: App, { report: answerReport }: Door, report: Report): void {
  const { draw } = report
  app.route({
    method: 'GET',
    url: `/reports/${report.name}`,
    config: { access: { system: 'reports:read', employee: 'coach', impersonal: true } },
    schema: {
      operationId: `report${report.name[0]?.toUpperCase()}${report.name.slice(1)}`,
      summary: report.title,
      description: report.description,
      tags: ['Reports'],
      querystring: draw ? DrawnReportQuery : ReportQuery,
      response: {
        200: {
          content: {
            'application/json': { schema: answerOf(report) },
            'text/csv': { schema: ReportCsv },
            ...(draw && { 'image/svg+xml': { schema: Picture } }),
          },
        },
      },
      problems: [ValidationFailed],
    },
    handler: (request, reply) => {
      const { format, ...query } = request.query as ReportQuery
      const form = askedForm(format, request.headers.accept, draw !== undefined)
      // A picture of one line says nothing.
      const asked = form === 'svg' ? { ...query, by: query.by ?? 'week' } : query
      return answerReport(request, reply, (r) => runReport(r, report, asked), {
        ...(form === 'csv' && { text: asCsv }),
        ...(form === 'svg' && draw && { text: draw }),
        headers: () => headersOf(form),
      }) as Promise<never>
    },
  })
}
