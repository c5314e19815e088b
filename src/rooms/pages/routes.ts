import { z } from 'zod'
import { baseOf } from '../../documentation/page.ts'
import { answerOf, problemOf } from '../../http/answer-problem.ts'
import type { App } from '../../http/app-type.ts'
import { readForms } from '../../http/bodies/forms.ts'
import type { Door } from '../../http/door.ts'
import { chooseLanguage } from '../languages/choose-language.ts'
import type { Pages } from '../surveys/routes.ts'
import { pageHeaders } from './answer-page.ts'
import { layOutPage, stylesheet } from './lay-out-page.ts'
import { refusalPage } from './refusal-page.ts'
import { surveyPageRoutes } from './survey-page-routes.ts'
import { trackingPageRoutes } from './tracking-page-routes.ts'

/** How long browsers keep the style sheet, whose name changes with it. */
const forAYear = 'public, max-age=31536000, immutable'

/**
 * The pages that customers open: HTML, outside `/v1`, for whoever has the address. Forms are read here, and every refusal is a page
 * too. An application of its own, so that nothing of this reaches the operations.
 */
export function pageRoutes(app: App, door: Door, { links, limits, base: publicUrl }: Pages): void {
  const base = publicUrl === '' ? '' : baseOf(publicUrl)
  app.register(async (pages: App) => {
    pages.removeAllContentTypeParsers()
    readForms(pages, ['application/x-www-form-urlencoded'])
    pages.setErrorHandler(async (error, request, reply) => {
      const problem = problemOf(error, request)
      request.refusal = problem
      const { status, headers } = answerOf(problem, request)
      const language = chooseLanguage(null, request.headers['accept-language'])
      return reply
        .code(status)
        .headers({ ...headers, ...pageHeaders(language) })
        .send(layOutPage(base, language, refusalPage(status, language)))
    })
    // Of any version: while instances are replaced, one may be asked for what another named.
    pages.get(
      '/s/style-:hash.css',
      { schema: { hide: true, params: z.object({ hash: z.string() }) } },
      ({ url }, reply) =>
        reply
          .type('text/css; charset=utf-8')
          .header('cache-control', url.endsWith(stylesheet.path) ? forAYear : 'no-cache')
          .send(stylesheet.content),
    )
    surveyPageRoutes(pages, door, { links, limits, base })
    trackingPageRoutes(pages, door, { links, limits, base })
  })
}
