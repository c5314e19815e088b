import { randomUUID } from 'node:crypto'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { NotFound, Unprocessable } from '../../lib/problems.ts'
import {
  NewPulse,
  PulsePage,
  PulseQuery,
  PulseReceipt,
  RoundParams,
  SharedRound,
  ShareRound,
} from './contract.ts'
import { givePulse } from './give-pulse.ts'
import { PulseGiven, PulseIsOpen } from './problems.ts'
import { listRounds } from './queries.ts'
import { shareRound } from './share-round.ts'
import type { WaitingRoom } from './waiting-room.ts'

export function pulseRoutes(app: App, { work, read }: Door, waiting: WaitingRoom): void {
  app.route({
    method: 'GET',
    url: '/pulse',
    config: { access: { system: 'reports:read', employee: 'member', impersonal: true } },
    schema: {
      operationId: 'listPulse',
      summary: 'List what teams answered',
      description:
        'Weeks that are closed and were shared, the latest first; members see those of their own team. Five answers at least, and five of others; comments from ten answers on. `thisWeek` says whether you have answered.',
      tags: ['Pulse'],
      querystring: PulseQuery,
      response: { 200: PulsePage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listRounds(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'POST',
    url: '/pulse',
    config: { access: { system: null, employee: 'member', mayBeAnonymous: 'always' } },
    schema: {
      operationId: 'givePulse',
      summary: 'Say how it was this week',
      description:
        'Once a week each. What is answered is kept without whose it is: it waits in memory until it is one of several, no body is kept under an Idempotency-Key, and no line of the log names the caller. Under a key the first answer is replayed whatever the body says.',
      tags: ['Pulse'],
      body: NewPulse,
      response: { 201: PulseReceipt },
      problems: [PulseGiven],
    },
    handler: async (request, reply) => {
      const claim = randomUUID()
      let receipt: PulseReceipt | undefined
      const answered = await work(
        request,
        reply,
        async (w) => {
          receipt = await givePulse(w, claim)
          return receipt
        },
        { status: 201 },
      )
      const { whatStoodInYourWay: words = null, ...scores } = request.body
      const teamId = request.caller.employee?.teamId ?? null
      // After the commit: what was tried in vain has a claim that is on record nowhere, and is dropped for that.
      if (receipt) waiting.add({ ...receipt, ...scores, words, teamId, claim })
      return answered
    },
  })

  app.route({
    method: 'POST',
    url: '/pulse/rounds/:week/share',
    config: { access: { system: null, employee: 'coach' } },
    schema: {
      operationId: 'sharePulse',
      summary: 'Share a week with its team',
      description:
        'By a coach or an admin, once the week is closed. Nobody sees what a team answered before the team does.',
      tags: ['Pulse'],
      params: RoundParams,
      body: ShareRound,
      response: { 200: SharedRound },
      problems: [NotFound, Unprocessable, PulseIsOpen],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => shareRound(w, request.params.week, request.body)),
  })
}
