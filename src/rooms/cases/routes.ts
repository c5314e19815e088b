import type { Reader } from '../../db/work.ts'
import { visibilityFrom } from '../../facts/visibility.ts'
import { expanded } from '../../http/answers/expanded.ts'
import { one } from '../../http/answers/one.ts'
import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { etagOfAged } from '../../http/etag.ts'
import { nextLink } from '../../http/next-link.ts'
import { takeTurns } from '../../http/take-turns.ts'
import { AlreadyExists, NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { windowProblems } from '../callbacks/problems.ts'
import { CustomerIsErased, OrganisationNotReady } from '../customers/problems.ts'
import { OwnsOpenCases } from '../employees/problems.ts'
import { TimelinePage, TimelineQuery } from '../events/contract.ts'
import { caseTimeline } from '../events/timelines.ts'
import { changeCase } from './change-case.ts'
import { Case, CaseChange, CaseParams, CaseToOpen, OpenedCase, ReferenceParams } from './contract.ts'
import { expandCases } from './expand-cases.ts'
import { CasePage, ExpandedCase, ExpandedCaseQuery, ExpandQuery } from './expanded-contract.ts'
import { listCases } from './list-cases.ts'
import { openCase } from './open-case.ts'
import {
  CaseIsOpen,
  CaseIsResolved,
  CustomerNotTold,
  IsAQuestion,
  NotADuplicate,
  NotYetUnreachable,
  OnlyTheOwner,
  OwnerIsFinal,
  ReferenceMisread,
} from './problems.ts'
import { showCase, showCaseByReference } from './queries.ts'
import { ToldCase, ToldReopened, toldOf, toldOfOpened } from './receipt-contract.ts'
import { reopenCase } from './reopen-case.ts'
import { resolveCase } from './resolve-case.ts'
import { Reopen, Resolve } from './resolve-contract.ts'
import { isTaken } from './who-takes.ts'

/** An absence begins and ends without another version, so the tag tells who stands in; what is overdue is sent each time. */
const tagged = {
  headers: ({
    version,
    standIn,
  }: Pick<ExpandedCase, 'version' | 'standIn'>): Readonly<Record<string, string>> =>
    standIn ? { etag: etagOfAged(version, standIn.id) } : {},
  agesByItself: ({ callback }: ExpandedCase): boolean => callback?.overdue ?? false,
}

/** Choices of an owner lock one another out. A few at once serve several teams, and leave connections to whoever takes calls. */
const choicesAtOnce = 3
const choicesWaiting = 500

export function caseRoutes(app: App, { work, read }: Door): void {
  const choosing = takeTurns(choicesAtOnce, choicesWaiting)

  app.route({
    method: 'GET',
    url: '/cases',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listCases',
      summary: 'List cases',
      description:
        'The cases that you see, newest first unless `order` says otherwise. Filters are named as the fields; a comma means or.',
      tags: ['Cases'],
      querystring: ExpandedCaseQuery,
      response: { 200: CasePage },
      problems: [ReferenceMisread],
    },
    handler: (request, reply) => {
      const { expand, ...query } = request.query
      const list = async (r: Reader) => {
        const { data, nextCursor } = await listCases(r, query)
        return { data: await expandCases(r, data, expand), nextCursor }
      }
      return read(request, reply, list, { ...expanded(expand), headers: nextLink(request.url) })
    },
  })

  app.route({
    method: 'POST',
    url: '/cases',
    config: { access: { system: 'cases:write', employee: 'member' } },
    schema: {
      operationId: 'openCase',
      summary: 'Open a case',
      description:
        'Whoever takes a question owns it; what a system brings in finds its owner in the same moment. The case carries a callback, given or by the team’s agreement, or is resolved in the same contact. A `customer` is found on record before one is made. A system that may not read cases hears nothing that was on record before, and an employee whose team does not get the case no number that was.',
      tags: ['Cases'],
      body: CaseToOpen,
      response: { 201: OpenedCase },
      problems: [
        CustomerIsErased,
        OrganisationNotReady,
        AlreadyExists,
        CustomerNotTold,
        ...windowProblems,
        Unprocessable,
      ],
    },
    handler: (request, reply) => {
      const taken = isTaken(request.caller, request.body)
      const open = () =>
        work(
          request,
          reply,
          async (w) => {
            const opened = await openCase(w, request.body)
            const isOutside = visibilityFrom(w.actor, opened.teamId) === 'outside'
            return toldOfOpened(w.actor, request.body, opened, isOutside)
          },
          {
            status: 201,
            location: ({ id }) => `/v1/cases/${id}`,
          },
        )
      return taken ? open() : choosing(open)
    },
  })

  app.route({
    method: 'GET',
    url: '/cases/:caseId',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getCase',
      summary: 'Get a case',
      description: 'One case with its owner and its promise.',
      tags: ['Cases'],
      params: CaseParams,
      querystring: ExpandQuery,
      response: { 200: ExpandedCase },
      problems: [NotFound],
    },
    handler: (request, reply) => {
      const { expand } = request.query
      const show = async (r: Reader) =>
        one(await expandCases(r, [await showCase(r, request.params.caseId)], expand))
      return read(request, reply, show, { ...tagged, ...expanded(expand) })
    },
  })

  app.route({
    method: 'GET',
    url: '/cases/by-reference/:reference',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getCaseByReference',
      summary: 'Get a case by its reference',
      description:
        'By the number that the customer reads out. A wrong digit is refused, and never shows another customer’s case.',
      tags: ['Cases'],
      params: ReferenceParams,
      querystring: ExpandQuery,
      response: { 200: ExpandedCase },
      problems: [ReferenceMisread, NotFound],
    },
    handler: (request, reply) => {
      const { expand } = request.query
      const show = async (r: Reader) =>
        one(await expandCases(r, [await showCaseByReference(r, request.params.reference)], expand))
      return read(request, reply, show, { ...tagged, ...expanded(expand) })
    },
  })

  app.route({
    method: 'PATCH',
    url: '/cases/:caseId',
    config: { access: { system: 'cases:write', employee: 'member' } },
    schema: {
      operationId: 'changeCase',
      summary: 'Change the words of a case',
      description:
        'Changes the subject, the topic, the question and the tags, and nothing else. The owner is final.',
      tags: ['Cases'],
      params: CaseParams,
      body: CaseChange,
      response: { 200: ToldCase },
      problems: [NotFound, OwnerIsFinal, CustomerIsErased, Unprocessable],
    },
    // Asked in so many words, so it gets its own answer and not that of an unknown field (law 2).
    preValidation: async ({ body }) => {
      if (typeof body === 'object' && body !== null && ('ownerId' in body || 'owner' in body)) {
        throw OwnerIsFinal.because('A case keeps its owner; there is no transfer.')
      }
    },
    handler: (request, reply) =>
      work(request, reply, async (w) =>
        toldOf(w.actor, await changeCase(w, request.params.caseId, request.body)),
      ),
  })

  app.route({
    method: 'POST',
    url: '/cases/:caseId/resolve',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'resolveCase',
      summary: 'Resolve a case',
      description:
        'With the contact in which the customer got the answer, or by one of the few exits without it. The owner resolves.',
      tags: ['Cases'],
      params: CaseParams,
      body: Resolve,
      response: { 200: Case },
      problems: [
        NotFound,
        OnlyTheOwner,
        CaseIsResolved,
        CustomerNotTold,
        NotYetUnreachable,
        NotADuplicate,
        IsAQuestion,
        Unprocessable,
        VersionMismatch,
      ],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => resolveCase(w, request.params.caseId, request.body)),
  })

  app.route({
    method: 'POST',
    url: '/cases/:caseId/reopen',
    config: { access: { system: 'cases:write', employee: 'member' } },
    schema: {
      operationId: 'reopenCase',
      summary: 'Open a case again',
      description:
        'Back to the same person: its own owner promises a new callback, or, of an owner who has left, a member of the team. Any employee may whom the customer asked; who does not see the case hears of its owner and its promise alone.',
      tags: ['Cases'],
      params: CaseParams,
      body: Reopen,
      response: { 200: ToldReopened },
      problems: [
        NotFound,
        CustomerIsErased,
        OnlyTheOwner,
        OwnsOpenCases,
        OrganisationNotReady,
        CaseIsOpen,
        ...windowProblems,
        Unprocessable,
        VersionMismatch,
      ],
    },
    handler: (request, reply) =>
      work(request, reply, async (w) =>
        toldOf(w.actor, await reopenCase(w, request.params.caseId, request.body)),
      ),
  })

  app.route({
    method: 'GET',
    url: '/cases/:caseId/timeline',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getCaseTimeline',
      summary: 'Read the story of a case',
      description: 'All that happened with a case, from the beginning.',
      tags: ['Cases'],
      params: CaseParams,
      querystring: TimelineQuery,
      response: { 200: TimelinePage },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => caseTimeline(r, request.params.caseId, request.query), {
        headers: nextLink(request.url),
      }),
  })
}
