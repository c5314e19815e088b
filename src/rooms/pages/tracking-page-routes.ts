import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { App } from '../../http/app-type.ts'
import { asCustomer } from '../../http/as-customer.ts'
import type { Door } from '../../http/door.ts'
import { Problem } from '../../lib/problem.ts'
import { Unprocessable, ValidationFailed } from '../../lib/problems.ts'
import { CallbackIsClosed, windowProblems } from '../callbacks/problems.ts'
import { TokenParams } from '../surveys/contract.ts'
import type { Pages } from '../surveys/routes.ts'
import { changeTracked } from '../tracking/change-tracked.ts'
import { type Tracking, TrackingChange } from '../tracking/contract.ts'
import { showTracking } from '../tracking/show-tracking.ts'
import { answerPage, type Now, seeAgain } from './answer-page.ts'
import { TrackingForm } from './form-contract.ts'
import { trackingPage } from './tracking-page.ts'
import type { TrackingView } from './tracking-view.ts'

const route = { url: '/t/:token', config: { access: 'token' } } as const
const schema = { hide: true, params: TokenParams } as const

/** The page of a promise, at the address that `GET /v1/cases/{id}/links` tells. */
export function trackingPageRoutes(app: App, { work, read }: Door, { links, limits, base }: Pages): void {
  type Asked = FastifyRequest<{ Params: { token: string } }>
  const show = (
    request: Asked,
    reply: FastifyReply,
    status: 200 | 409 | 422,
    fault?: TrackingView['fault'],
  ): Promise<never> => {
    const { token } = request.params
    const shown: Promise<unknown> = read(
      request,
      reply,
      async (reader) => ({ ...(await showTracking(reader, links, token)), now: reader.now }),
      answerPage(
        base,
        request.headers['accept-language'],
        ({ now, ...tracking }: Tracking & Now, language) =>
          trackingPage({ tracking, language, now, fault, files: `${base}/v1/tracking/${token}` }),
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
      const change = changeIn(request.body)
      if (typeof change === 'string') {
        request.refusal = ValidationFailed.because('The form was not filled in.')
        return show(request, reply, 422, change)
      }
      try {
        return (await work(
          request,
          reply,
          (w) => changeTracked(w, links, token, change),
          seeAgain(`${base}/t/${token}`),
        )) as never
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        request.refusal = error
        if (error.kind === CallbackIsClosed) return show(request, reply, 409, 'fault-over')
        if (!ofPlaces.has(error.kind)) throw error
        return show(request, reply, 422, 'fault-place')
      }
    },
  })
}

/** What may be wrong with a place that was chosen: somebody else has it, or it is past. */
const ofPlaces: ReadonlySet<unknown> = new Set([...windowProblems, Unprocessable, ValidationFailed])

/** What the form asks for, or by its name the text of what is wrong with it. */
function changeIn(
  body: unknown,
): z.output<typeof TrackingChange> | 'fault-form' | 'fault-choose' | 'fault-words' {
  const form = TrackingForm.safeParse(body)
  if (!form.success) {
    const fields = new Set(form.error.issues.map(({ path }) => path[0]))
    return fields.has('place') ? 'fault-choose' : fields.has('text') ? 'fault-words' : 'fault-form'
  }
  if (form.data.what !== 'move') {
    const { what, text } = form.data
    const words = text === undefined ? {} : { text }
    return what === 'thanks' ? { thanks: true, ...words } : { notNeeded: true, ...words }
  }
  const [from, until] = form.data.place.split('/')
  const chosen = TrackingChange.safeParse({ from, until })
  return chosen.success ? chosen.data : 'fault-choose'
}
