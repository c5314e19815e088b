import { problem } from '../lib/problem.ts'

export const SecretShownOnce = problem({
  code: 'secret-shown-once',
  status: 409,
  title: 'The answer held a secret, and it is gone',
  advice:
    'The request was carried out before. Its answer held a secret, which is kept only under the credentials that asked for it, and these are others. Revoke what was made and make another, with a new `Idempotency-Key`.',
})
