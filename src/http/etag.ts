import { hash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Precondition } from '../db/work.ts'
import { ValidationFailed, VersionMismatch, VersionRequired } from '../lib/problems.ts'
import { isScim } from './scim-path.ts'

/** The strong entity tag of a version (RFC 9110, section 8.8.3). */
export const etagOf = (version: number): string => `"${version}"`

/** The tag of a version that time alone has made look different: `"3;absent"`. To `If-Match` it is that version. */
export const etagOfAged = (version: number, aged: string): string => `"${version};${aged}"`

/** The same of what others change without a new version: by all that is answered. */
export const etagOfAll = (tag: string, body: string): string =>
  `${tag.slice(0, -1)};${hash('sha256', body, 'hex').slice(0, 16)}"`

/**
 * What `If-Match` and `If-None-Match` ask of what is changed (RFC 9110, section 13.1), or null for nothing. Throws
 * `version-required` when there is no `If-Match` and one is needed. An operation that can't be refused for its version,
 * because it makes something or ends what has none, takes no notice of either.
 */
export function preconditionOf(request: FastifyRequest, required: boolean): Precondition | null {
  if (!required && !request.routeOptions.schema?.problems?.includes(VersionMismatch)) return null
  const { 'if-match': match, 'if-none-match': noneMatch } = request.headers
  if (match === undefined && required)
    throw VersionRequired.because('Send the ETag of what you change in If-Match.')
  if (match === undefined && noneMatch === undefined) return null
  const wanted = match === undefined ? undefined : tagsIn('If-Match', match)
  const unwanted = noneMatch === undefined ? undefined : tagsIn('If-None-Match', noneMatch)
  // In SCIM weak tags are usual (RFC 7644, section 3.14); elsewhere one says that it may stand for another version.
  const strong = isScim(request.url) ? weakly : unaged
  return (version) =>
    (wanted === undefined || fits(version, wanted, strong)) &&
    (unwanted === undefined || !fits(version, unwanted, weakly))
}

const unaged = (tag: string): string => tag.replace(/(?:;[a-z0-9-]+)+"$/, '"')
const weakly = (tag: string): string => unaged(tag.replace(/^W\//, ''))

function fits(version: number | null, tags: readonly string[] | '*', compared: (tag: string) => string) {
  if (version === null) return false
  return tags === '*' || tags.some((tag) => compared(tag) === etagOf(version))
}

/** The tags that a header lists; `*` stands for whatever is there. */
function tagsIn(name: string, header: string): readonly string[] | '*' {
  if (header.trim() === '*') return '*'
  const tags = header.split(',').map((tag) => tag.trim())
  if (!tags.every((tag) => /^(?:W\/)?"[^"]*"$/.test(tag)))
    throw ValidationFailed.because(`${name} is an ETag such as "3", several divided by commas, or *.`)
  return tags
}

/** Whether `If-None-Match` names what the caller would get. */
export function isKnown(request: FastifyRequest, tag: string): boolean {
  const header = request.headers['if-none-match']
  if (header === undefined) return false
  return header.trim() === '*' || header.split(',').some((known) => known.trim().replace(/^W\//, '') === tag)
}
