import { problem } from '../../lib/problem.ts'

export const SecretShownOnce = problem({
  code: 'secret-shown-once',
  status: 409,
  title: 'The answer held a secret, and it is gone',
  advice:
    'The request was carried out before. Its answer held a secret, which is kept only under the credentials that asked for it, and these are others. Revoke what was made and make another, with a new `Idempotency-Key`.',
})

export const AlreadyRotated = problem({
  code: 'already-rotated',
  status: 409,
  title: 'This key was rotated before',
  advice:
    'A key is rotated once, and `replacedBy` is the key that replaced it. Rotate that one. When nobody has it, because the answer that showed it was lost, let an admin revoke it and make another with POST /v1/api-keys.',
  example: { replacedBy: '0199a3f0-2b7f-7e0c-8d52-1c5f9a3e7b66' },
  constraints: ['api_keys_are_replaced_once'],
})

export const ApiKeyExpired = problem({
  code: 'api-key-expired',
  status: 409,
  title: 'This key has expired or was revoked',
  advice:
    'A key that no longer works cannot be rotated, since there is no time in which both keys would work. Make a new key with POST /v1/api-keys.',
})
