import { problem } from '../lib/problem.ts'

export const CallbackIsClosed = problem({
  code: 'callback-is-closed',
  status: 409,
  title: 'The callback has ended',
  advice:
    'It was kept, replaced or released, and stays as it ended. Get the case: if it is open, it has another callback.',
  constraints: ['callbacks_promise_stands'],
})
