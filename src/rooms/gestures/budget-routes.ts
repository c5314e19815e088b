import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { nextLink } from '../../http/next-link.ts'
import { AlreadyExists, NotFound, Unprocessable } from '../../lib/problems.ts'
import { Budget, BudgetChange, BudgetPage, BudgetParams, BudgetQuery, NewBudget } from './budget-contract.ts'
import { listBudgets, showBudget } from './budget-queries.ts'
import { changeBudget } from './change-budget.ts'
import { makeBudget } from './make-budget.ts'
import { AnotherCurrency } from './problems.ts'

/** What teams and employees may give in a period. */
export function budgetRoutes(app: App, { work, read }: Door): void {
  app.route({
    method: 'GET',
    url: '/budgets',
    config: { access: { system: 'admin', employee: 'member' } },
    schema: {
      operationId: 'listBudgets',
      summary: 'List budgets',
      description:
        'What was spent in the present period, what is left, and until when. A member sees their own and their team’s, a coach those of the team and its members, an admin and a coach of no team all of the organisation.',
      tags: ['Empowerment'],
      querystring: BudgetQuery,
      response: { 200: BudgetPage },
    },
    handler: (request, reply) =>
      read(request, reply, (r) => listBudgets(r, request.query), { headers: nextLink(request.url) }),
  })

  app.route({
    method: 'POST',
    url: '/budgets',
    config: { access: { system: 'admin', employee: 'coach' } },
    schema: {
      operationId: 'makeBudget',
      summary: 'Give a team or an employee a budget',
      description:
        'A limit for what they give from now on, in each period. Without one, the ceiling of each case is the only limit. By an admin, or by a coach of the team.',
      tags: ['Empowerment'],
      body: NewBudget,
      response: { 201: Budget },
      problems: [AlreadyExists, AnotherCurrency, Unprocessable],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => makeBudget(w, request.body), {
        status: 201,
        location: ({ id }) => `/v1/budgets/${id}`,
      }),
  })

  app.route({
    method: 'GET',
    url: '/budgets/:budgetId',
    config: { access: { system: 'admin', employee: 'member' } },
    schema: {
      operationId: 'getBudget',
      summary: 'Get a budget',
      description: 'What was spent in the present period, what is left, and until when.',
      tags: ['Empowerment'],
      params: BudgetParams,
      response: { 200: Budget },
      problems: [NotFound],
    },
    handler: (request, reply) =>
      // Gestures change what is left, and a new period begins by itself.
      read(request, reply, (r) => showBudget(r, request.params.budgetId), { agesByItself: () => true }),
  })

  app.route({
    method: 'PATCH',
    url: '/budgets/:budgetId',
    config: { access: { system: 'admin', employee: 'coach' } },
    schema: {
      operationId: 'changeBudget',
      summary: 'Make a budget another amount',
      description:
        'From the present period on. Below what was given nothing is taken back; nothing more is given until the next period.',
      tags: ['Empowerment'],
      params: BudgetParams,
      body: BudgetChange,
      response: { 200: Budget },
      problems: [NotFound, AnotherCurrency],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => changeBudget(w, request.params.budgetId, request.body)),
  })
}
