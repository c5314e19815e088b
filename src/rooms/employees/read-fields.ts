import { nothingThere } from '../../lib/meaning/names.ts'
import { readPhone } from '../../lib/phone.ts'
import { Unprocessable } from '../../lib/problems.ts'
import type { Employee, EmployeeGiven } from './contract.ts'

/** What the fields of an employee refer to, as it is now. */
export interface EmployeeSetting {
  readonly country: string
  /** Whether the team that was named exists. */
  readonly teamExists: boolean
  /** Code and id of each topic that was named and exists. */
  readonly knownTopics: readonly (readonly [code: string, id: string])[]
}

/** The fields that were given, ready to be kept, and the ids of the topics. */
export interface ReadFields {
  readonly fields: { readonly [K in keyof EmployeeGiven]?: Employee[K] | undefined }
  readonly topicIds: readonly string[]
}

/**
 * Reads what was given of an employee. Throws `validation-failed` for a telephone number that is none, and
 * `unprocessable` for a team or a topic that does not exist; each names its field.
 */
export function readFields(given: EmployeeGiven, around: EmployeeSetting): ReadFields {
  const ids = new Map(around.knownTopics)
  const unknown = [
    ...(typeof given.teamId === 'string' && !around.teamExists
      ? [{ pointer: '#/teamId', message: nothingThere.team }]
      : []),
    ...(given.topics ?? []).flatMap((code, index) =>
      ids.has(code) ? [] : [{ pointer: `#/topics/${index}`, message: nothingThere.topic }],
    ),
  ]
  if (unknown.length > 0) throw Unprocessable.of(unknown)
  const { phone, topics } = given
  return {
    fields: {
      ...given,
      topics: topics === undefined ? undefined : [...new Set(topics ?? [])].sort(),
      ...(typeof phone === 'string' ? { phone: readPhone(phone, around.country, '/phone') } : {}),
    },
    topicIds: [...ids.values()],
  }
}
