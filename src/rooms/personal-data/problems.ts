import { problem } from '../../lib/problem.ts'

export const PromiseIsOpen = problem({
  code: 'promise-is-open',
  status: 409,
  title: 'Something is still promised to the customer',
  advice:
    'Keep the promise first, or release it: resolve each open case of the customer (GET /v1/cases?customerId=…&status=open), with `withdrawn` where the customer asks for no answer any more. Then erase.',
  example: { cases: [{ id: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d', reference: '100048275' }] },
  constraints: ['erasures_wait_for_the_promise'],
})
