import type { RouteOptions } from 'fastify'
import { isScim } from '../http/scim-path.ts'
import type { ProblemKind } from '../lib/problem.ts'
import {
  Forbidden,
  IdempotencyKeyInUse,
  IdempotencyKeyReused,
  InternalError,
  Overloaded,
  PayloadTooLarge,
  RateLimited,
  RequestTimeout,
  Unauthenticated,
  UnsupportedMediaType,
  UriTooLong,
  ValidationFailed,
  VersionMismatch,
  VersionRequired,
} from '../lib/problems.ts'

/** What can be refused: by the operation itself, by its method, and whatever it does. */
export function problemsOf(
  { method, config, url }: RouteOptions,
  own: readonly ProblemKind[] = [],
): readonly ProblemKind[] {
  const writes = method !== 'GET'
  const kinds = [
    ...own,
    ValidationFailed,
    InternalError,
    UriTooLong,
    ...(config?.access && config.access !== 'token' ? [Unauthenticated, Forbidden, RateLimited] : []),
    ...(config?.access ? [Overloaded] : []),
    ...(writes ? [RequestTimeout, PayloadTooLarge, UnsupportedMediaType] : []),
    ...(method === 'POST' ? [IdempotencyKeyInUse, IdempotencyKeyReused] : []),
    ...(method === 'PATCH' ? [VersionMismatch] : []),
    ...(method === 'PATCH' && !isScim(url) ? [VersionRequired] : []),
  ]
  return [...new Set(kinds)]
}
