import { committedDocument } from '../support/document.ts'
import type { Stage } from '../support/stage.ts'

const document = committedDocument()

/** Every name that a field has anywhere in the document, and what people try. */
export const fieldNames: readonly string[] = [
  ...new Set([...fieldNamesIn(document.paths), ...fieldNamesIn(document.components.schemas)]),
  ...[
    'isAdmin',
    'admin',
    'createdBy',
    'updatedAt',
    'deletedAt',
    'digest',
    'callbackId',
    'resolutionId',
    'teamVersion',
    'password',
    '$set',
    '_id',
  ],
]

function fieldNamesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const own =
    'properties' in value && typeof value.properties === 'object' ? Object.keys(value.properties ?? {}) : []
  return [...own, ...Object.values(value).flatMap(fieldNamesIn)]
}

/** What somebody would send who hopes that it is taken. */
export const hopefulValue = (name: string, { names }: Stage): unknown =>
  /(^i|I)d$/.test(name)
    ? names.colleagueId
    : /At$|^at$/.test(name)
      ? '2026-11-02T09:00:00Z'
      : name === 'role'
        ? 'admin'
        : true
