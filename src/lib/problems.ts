import { problem } from './problem.ts'

/** The problems that any operation may answer; those of a room stand in its own `problems.ts`. */

export const ValidationFailed = problem({
  code: 'validation-failed',
  status: 400,
  title: 'The request is not well formed',
  advice:
    'Something in the body, the query or a header has the wrong form. `errors` names each place by a JSON Pointer and says what belongs there. Correct it and send it again.',
  example: { errors: [{ pointer: '#/limit', message: 'must have a value of at most 200' }] },
})

export const Unauthenticated = problem({
  code: 'unauthenticated',
  status: 401,
  title: 'The caller is not known',
  advice:
    'Send `Authorization: Bearer` with an API key that is neither expired nor revoked, or with an access token of the identity provider for somebody who works here. Why one was refused stands in the log of the service, under the `requestId`.',
})

export const Forbidden = problem({
  code: 'forbidden',
  status: 403,
  title: 'The caller may not do this',
  advice:
    'The API key lacks the scope that the operation needs, or the employee lacks the role. `required` names it. Ask an admin for a key with that scope.',
  example: { required: 'cases:write' },
  constraints: ['asks_are_answered_by_a_coach'],
})

export const NotFound = problem({
  code: 'not-found',
  status: 404,
  title: 'Nothing was found at this address',
  advice: 'Nothing has this address, or the caller may not see it. Check the id and the path.',
})

export const MethodNotAllowed = problem({
  code: 'method-not-allowed',
  status: 405,
  title: 'The resource does not take this method',
  advice: 'The `Allow` header of the answer names the methods that the resource takes.',
})

export const NotAcceptable = problem({
  code: 'not-acceptable',
  status: 406,
  title: 'There is no answer in this form',
  advice:
    'The media types in `Accept` are none in which this is answered. Send `Accept: application/json`, or leave it out.',
})

export const RequestTimeout = problem({
  code: 'request-timeout',
  status: 408,
  title: 'The request did not arrive in time',
  advice:
    'Headers may take 8 seconds to arrive and a whole request 10. Nothing was done: send it again, on a better connection or with less in it.',
})

export const IdempotencyKeyInUse = problem({
  code: 'idempotency-key-in-use',
  status: 409,
  title: 'The first request with this key is still running',
  advice: 'Wait as long as `Retry-After` says and send the same request again: it gets the first answer.',
})

export const AlreadyExists = problem({
  code: 'already-exists',
  status: 409,
  title: 'This name is taken',
  advice:
    'Another resource has the same unique name or number. `errors` says which name, and `existing` what has it, if you may read that. Use that one, or choose another name.',
  example: {
    errors: [{ pointer: '#/references/0', message: 'is taken' }],
    existing: { id: '0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03' },
  },
  constraints: [
    'topics_code_is_taken',
    'rules_code_is_taken',
    'employees_subject_is_taken',
    'employees_external_id_is_taken',
    'customer_references_are_unique',
    'cases_reference_is_taken',
    'gestures_are_fulfilled_once',
    'budgets_of_a_team_are_one',
    'budgets_of_an_employee_are_one',
  ],
})

export const VersionMismatch = problem({
  code: 'version-mismatch',
  status: 412,
  title: 'Somebody else changed it in the meantime',
  advice:
    'Get the resource again, apply the change to what it is now, and send it with the new `ETag` in `If-Match`.',
  example: { version: 4 },
})

export const PayloadTooLarge = problem({
  code: 'payload-too-large',
  status: 413,
  title: 'The body is too large',
  advice: 'A body may have 256 KiB. Send less at once.',
})

export const UriTooLong = problem({
  code: 'uri-too-long',
  status: 414,
  title: 'The address is too long',
  advice:
    'An address may have 8000 characters, and a part of its path 128. Check the id in the path, or ask for less at once.',
})

export const UnsupportedMediaType = problem({
  code: 'unsupported-media-type',
  status: 415,
  title: 'The body is not JSON',
  advice: 'Send the body as JSON in UTF-8 with `Content-Type: application/json`.',
})

export const Unprocessable = problem({
  code: 'unprocessable',
  status: 422,
  title: 'The request is well formed, but makes no sense here',
  advice: 'A value refers to something that does not exist or cannot be used like this. `errors` names it.',
  example: { errors: [{ pointer: '#/teamId', message: 'is no team here' }] },
  constraints: [
    'employees_team_exists',
    'customers_team_exists',
    // A zone that is newer than the database: neither could keep hours by it.
    'time_zones_are_known',
    // The customer was merged into another since we looked.
    { name: 'cases_customer_exists', lost: 'try-again' },
    // Who took it came to a team since we looked.
    { name: 'cases_are_owned_by_who_takes_them', lost: 'try-again' },
    'cases_about_employee_exists',
    'cases_topic_exists',
    'cases_team_exists',
    'organisation_default_team_exists',
    'customer_facts_customer_exists',
    'consultations_ask_a_colleague',
    'contacts_participants_are_employees',
  ],
})

export const IdempotencyKeyReused = problem({
  code: 'idempotency-key-reused',
  status: 422,
  title: 'This key belongs to another request',
  advice: 'An `Idempotency-Key` stands for one request. Make a new key for each new request.',
})

export const VersionRequired = problem({
  code: 'version-required',
  status: 428,
  title: 'Say which version you change',
  advice:
    'Send the `ETag` of the resource that you read in `If-Match`, so that no change of another is lost.',
})

export const RateLimited = problem({
  code: 'rate-limited',
  status: 429,
  title: 'Too many requests',
  advice:
    'The caller has used up what it may ask in a minute; `RateLimit-Policy` says how much that is. Wait as long as `Retry-After` says. With an `Idempotency-Key` it is safe to send the same request again.',
})

export const InternalError = problem({
  code: 'internal-error',
  status: 500,
  title: 'Something went wrong on our side',
  advice:
    'It is our mistake and it is logged. Tell us the `requestId`. With an `Idempotency-Key` it is safe to try again.',
})

export const Overloaded = problem({
  code: 'overloaded',
  status: 503,
  title: 'The service cannot answer right now',
  advice:
    'The database is away, its clock and ours differ, or too much is asked at once. Wait as long as `Retry-After` says and try again with the same `Idempotency-Key`.',
})
