import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { AlreadyExists, Forbidden, NotFound, Unprocessable, VersionMismatch } from '../../lib/problems.ts'
import { RuleBill } from './bill-contract.ts'
import { changeRule } from './change-rule.ts'
import { NewRule, Rule, RuleChange, RulePage, RuleParams, RuleQuery } from './contract.ts'
import { createRule } from './create-rule.ts'
import { RuleIsAbolished } from './problems.ts'
import { listRules, showRule } from './queries.ts'
import { RuleReviewing } from './review-contract.ts'
import { reviewRule } from './review-rule.ts'
import { showBill } from './show-bill.ts'

export function ruleRoutes(app: App, { work, read, report }: Door): void {
  app.route({
    method: 'GET',
    url: '/rules',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'listRules',
      summary: 'List rules',
      description: 'Rules in the order in which they were made, those that have ended included.',
      tags: ['Rules'],
      querystring: RuleQuery,
      response: { 200: RulePage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listRules(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'POST',
    url: '/rules',
    config: { access: { system: 'admin', employee: 'coach' } },
    schema: {
      operationId: 'createRule',
      summary: 'Make a rule',
      description:
        'A rule has an owner who answers for it. A house rule also has a day of review, at whose end it lapses unless somebody renews it, and the share of honest people whom it burdens.',
      tags: ['Rules'],
      body: NewRule,
      response: { 201: Rule },
      problems: [AlreadyExists, Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => createRule(w, request.body), {
        status: 201,
        location: ({ id }) => `/v1/rules/${id}`,
      }),
  })

  app.route({
    method: 'GET',
    url: '/rules/:ruleId',
    config: { access: { system: 'cases:read', employee: 'member' } },
    schema: {
      operationId: 'getRule',
      summary: 'Get a rule',
      description: 'What it says, who answers for it, whether it is in force, and its last review.',
      tags: ['Rules'],
      params: RuleParams,
      response: { 200: Rule },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      read(request, reply, (r) => showRule(r, request.params.ruleId), {
        agesByItself: ({ state }) => state === 'lapsed',
      }),
  })

  app.route({
    method: 'GET',
    url: '/rules/:ruleId/bill',
    config: { access: { system: 'cases:read', employee: 'member', impersonal: true } },
    schema: {
      operationId: 'getRuleBill',
      summary: 'Get what a rule costs',
      description:
        'How often it was bent in the past 90 days, what these cases cost beside others on their topics, and what its changes did. A rule earns its renewal with it. Figures are of cases, never of a person.',
      tags: ['Rules'],
      params: RuleParams,
      response: { 200: RuleBill },
      problems: [NotFound],
    },
    handler: (request, reply) => report(request, reply, (r) => showBill(r, request.params.ruleId)),
  })

  app.route({
    method: 'PATCH',
    url: '/rules/:ruleId',
    config: { access: { system: 'admin', employee: 'coach' } },
    schema: {
      operationId: 'changeRule',
      summary: 'Change a rule',
      description:
        'Changes its title, its owner, or the share of honest people whom it burdens. What it says changes by a review.',
      tags: ['Rules'],
      params: RuleParams,
      body: RuleChange,
      response: { 200: Rule },
      problems: [NotFound, RuleIsAbolished, Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => changeRule(w, request.params.ruleId, request.body)),
  })

  app.route({
    method: 'POST',
    url: '/rules/:ruleId/review',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: 'reviewRule',
      summary: 'Review a rule',
      description:
        'The owner of the rule, or a coach, keeps it with a reason until its next review, changes what it says, or abolishes it.',
      tags: ['Rules'],
      params: RuleParams,
      body: RuleReviewing,
      response: { 200: Rule },
      problems: [NotFound, Forbidden, RuleIsAbolished, Unprocessable, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => reviewRule(w, request.params.ruleId, request.body)),
  })
}
