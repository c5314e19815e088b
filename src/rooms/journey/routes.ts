import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { askedForm, headersOf, type ReportForm } from '../reports/asked-form.ts'
import { DrawnReportQuery } from '../reports/period-contract.ts'
import { Picture } from '../reports/report-answer.ts'
import { Journey, JourneyCsv } from './contract.ts'
import { drawJourney } from './draw-journey.ts'
import { journeyCsv } from './journey-csv.ts'
import { type ReportedJourney, reportJourney } from './report-journey.ts'

const texts: Readonly<Record<ReportForm, (reported: ReportedJourney) => string>> = {
  json: ({ journey }) => JSON.stringify(journey),
  csv: ({ journey }) => journeyCsv(journey),
  svg: drawJourney,
}

export function journeyRoutes(app: App, { report }: Door): void {
  app.route({
    method: 'GET',
    url: '/reports/journey',
    config: { access: { system: 'reports:read', employee: 'coach', impersonal: true } },
    schema: {
      operationId: 'reportJourney',
      summary: 'Report the ways that questions really take',
      description:
        'Of the cases that were resolved in the period, which step came after which, how often and how much later by the calendar, and the most frequent ways from opened to resolved. What fewer than five cases have in common is folded together. Never by person, and never handling time. Also as a picture for the wall.',
      tags: ['Reports'],
      querystring: DrawnReportQuery,
      response: {
        200: {
          content: {
            'application/json': { schema: Journey },
            'text/csv': { schema: JourneyCsv },
            'image/svg+xml': { schema: Picture },
          },
        },
      },
      problems: [ValidationFailed],
    },
    handler: (request, reply) => {
      const { format, ...query } = request.query
      const form = askedForm(format, request.headers.accept, true)
      return report(request, reply, (r) => reportJourney(r, query), {
        text: texts[form],
        headers: () => headersOf(form),
      }) as Promise<never>
    },
  })
}
