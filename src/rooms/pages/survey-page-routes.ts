import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../http/app-type.ts'
import { asCustomer } from '../../http/as-customer.ts'
import type { Door } from '../../http/door.ts'
import { Problem } from '../../lib/problem.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import { answerSurvey } from '../surveys/answer-survey.ts'
import { type Survey, TokenParams } from '../surveys/contract.ts'
import { SurveyClosed } from '../surveys/problems.ts'
import { findSurvey, toSurvey } from '../surveys/queries.ts'
import type { Pages } from '../surveys/routes.ts'
import { answerPage, type Now, seeAgain } from './answer-page.ts'
import { SurveyForm } from './form-contract.ts'
import { type SurveyView, surveyPage } from './survey-page.ts'

const route = { url: '/s/:token', config: { access: 'token' } } as const
const schema = { hide: true, params: TokenParams } as const

/** The page of a survey, at the address that `GET /v1/cases/{id}/links` tells. Opening it counts as nothing. */
export function surveyPageRoutes(app: App, { work, read }: Door, { links, limits, base }: Pages): void {
  type Asked = FastifyRequest<{ Params: { token: string } }>
  const show = (
    request: Asked,
    reply: FastifyReply,
    status: 200 | 410 | 422,
    extra: Pick<SurveyView, 'fault' | 'sent'> = {},
  ): Promise<never> => {
    const shown: Promise<unknown> = read(
      request,
      reply,
      async ({ db, now }) => ({ ...toSurvey(await findSurvey(db, links, request.params.token, now)), now }),
      answerPage(
        base,
        request.headers['accept-language'],
        ({ now, ...survey }: Survey & Now, language) => surveyPage({ survey, language, now, ...extra }),
        status,
      ),
    )
    return shown as Promise<never>
  }

  app.route({
    method: 'GET',
    ...route,
    onRequest: asCustomer(limits),
    schema,
    handler: (request, reply) => show(request, reply, 200),
  })

  app.route({
    method: 'POST',
    ...route,
    onRequest: asCustomer(limits),
    schema,
    handler: async (request, reply) => {
      const { token } = request.params
      const form = SurveyForm.safeParse(request.body)
      if (!form.success) {
        request.refusal = ValidationFailed.because('The form was not filled in.')
        const fields = new Set(form.error.issues.map(({ path }) => path[0]))
        const fault = fields.has('score')
          ? 'fault-score'
          : fields.has('comment')
            ? 'fault-words'
            : 'fault-form'
        return show(request, reply, 422, { fault, sent: request.body as Readonly<Record<string, unknown>> })
      }
      try {
        return (await work(
          request,
          reply,
          (w) => answerSurvey(w, links, token, form.data),
          seeAgain(`${base}/s/${token}`),
        )) as never
      } catch (error) {
        if (!(error instanceof Problem) || error.kind !== SurveyClosed) throw error
        // The page says by itself until when it was open, and what was answered.
        request.refusal = error
        return show(request, reply, 410)
      }
    },
  })
}
