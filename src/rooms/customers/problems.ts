import { problem } from '../../lib/problem.ts'

export const OrganisationNotReady = problem({
  code: 'organisation-not-ready',
  status: 409,
  title: 'There is no team yet',
  advice:
    'Every customer has a team, and every question an owner in it. Make a team with POST /v1/teams and its first member with POST /v1/employees; then customers and their questions are welcome.',
})

export const CustomerIsMerged = problem({
  code: 'customer-is-merged',
  status: 409,
  title: 'Another customer stands for this one',
  advice:
    'The customer stood in the books twice and was merged: `mergedInto` is who stands for them now. Do it there, or reverse the merge first with POST /v1/customers/{id}/unmerge.',
  example: { mergedInto: { id: '0199a3ee-5b20-7c66-8a1f-3d9e7b5c2f14', name: 'Mevrouw Dijkstra' } },
  constraints: ['customer_merges_stand_once', 'customer_merges_lead_to_somebody'],
})

export const CustomerIsErased = problem({
  code: 'customer-is-erased',
  status: 409,
  title: 'The customer was erased',
  advice:
    'What was personal of this customer was taken off the record, and nothing is added to it. If they are back, make a new customer: POST /v1/customers.',
  constraints: ['customers_erased_are_gone', 'erasures_are_done_once'],
})

export const CustomerIsNotMerged = problem({
  code: 'customer-is-not-merged',
  status: 409,
  title: 'This customer stands for themselves',
  advice:
    'There is no merge to reverse: the customer was never merged, or is so no more. Get the customer again.',
})

export const MergeIsFinal = problem({
  code: 'merge-is-final',
  status: 409,
  title: 'The merge is final',
  advice:
    'A merge can be reversed for 30 days. Later, give each case that is not this customer’s to the right one with POST /v1/cases/{id}/customer-correction.',
  constraints: ['customer_merges_are_reversed_in_time', 'customer_merges_are_history'],
})
