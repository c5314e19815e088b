import { problem } from '../../lib/problem.ts'

export const TargetNotAllowed = problem({
  code: 'target-not-allowed',
  status: 422,
  title: 'Webhooks are not sent there',
  advice:
    'The address must be public and begin with `https:`. One that is private, reserved or the service’s own is refused, in whichever spelling, unless whoever runs the service put it in WEBHOOK_PRIVATE_NETWORKS.',
  example: { errors: [{ pointer: '#/url', message: 'leads to 127.0.0.1, which is not allowed' }] },
})
