import type { FastifyRequest } from 'fastify'
import { ValidationFailed, VersionMismatch, VersionRequired } from '../lib/problems.ts'

/** The strong entity tag of a version (RFC 9110, section 8.8.3). */
export const etagOf = (version: number): string => `"${version}"`

/**
 * The version that `If-Match` asks for, or null for any. Our tags are versions, so the weak form that compressing
 * proxies make of them counts as well. Throws `version-required` when there is none and one is needed. An operation
 * that can't be refused for its version, because it makes something or ends what has none, takes no notice of it.
 */
export function expectedVersion(request: FastifyRequest, required: boolean): number | null {
  if (!required && !request.routeOptions.schema?.problems?.includes(VersionMismatch)) return null
  const header = request.headers['if-match']
  if (header === undefined) {
    if (required) throw VersionRequired.because('Send the ETag of what you change in If-Match.')
    return null
  }
  if (header.trim() === '*') return null
  const tag = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1]
  if (tag !== undefined) return Number(tag)
  if (/^(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*$/.test(header.trim())) {
    throw VersionMismatch.because('None of these versions is the present one.')
  }
  throw ValidationFailed.because('If-Match is an ETag such as "3".')
}

/** Whether `If-None-Match` names what the caller would get. */
export function isKnown(request: FastifyRequest, tag: string): boolean {
  const header = request.headers['if-none-match']
  if (header === undefined) return false
  return header.trim() === '*' || header.split(',').some((known) => known.trim().replace(/^W\//, '') === tag)
}
