import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { asCsv } from './as-csv.ts'
import { everyReport } from './every-report.ts'
import { HouseReportQuery, ReportQuery } from './period-contract.ts'
import type { Report } from './report.ts'
import { answerOf, ReportCsv } from './report-answer.ts'
import { runReport } from './run-report.ts'

/** The reports that are made of counts, each at an address of its own: JSON, or CSV for whoever asks for that. */
export function countedReportRoutes(app: App, door: Door): void {
  for (const report of everyReport) reportRoute(app, door, report)
}

function reportRoute(app: App, { report: answerReport }: Door, report: Report): void {
  app.route({
    method: 'GET',
    url: `/reports/${report.name}`,
    config: { access: { system: 'reports:read', employee: 'coach', impersonal: true } },
    schema: {
      operationId: `report${report.name[0]?.toUpperCase()}${report.name.slice(1)}`,
      summary: report.title,
      description: report.description,
      tags: ['Reports'],
      querystring: report.ofTheHouse ? HouseReportQuery : ReportQuery,
      response: {
        200: {
          content: { 'application/json': { schema: answerOf(report) }, 'text/csv': { schema: ReportCsv } },
        },
      },
      problems: [ValidationFailed],
    },
    handler: (request, reply) => {
      const { format, ...query } = request.query as ReportQuery
      const isCsv = format === undefined ? prefersCsv(request.headers.accept) : format === 'csv'
      return answerReport(request, reply, (r) => runReport(r, report, query), {
        ...(isCsv && { text: asCsv }),
        headers: () => ({
          vary: 'accept',
          ...(isCsv && { 'content-type': 'text/csv; charset=utf-8; header=present' }),
        }),
      }) as Promise<never>
    },
  })
}

const prefersCsv = (accept: string | undefined): boolean =>
  accept !== undefined && /\btext\/csv\b/i.test(accept) && !/\bapplication\/json\b/i.test(accept)
