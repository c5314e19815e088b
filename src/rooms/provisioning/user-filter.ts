import { type SQL, sql } from 'drizzle-orm'
import { isActive } from '../../facts/provisioned.ts'
import { isId } from '../../lib/id.ts'
import { ValidationFailed } from '../../lib/problems.ts'
import type { ScimFilter } from './filter.ts'

/** A filter in SQL, over `employees e`, with its values beside it. */
export interface UserFilter {
  readonly where: SQL
  readonly values: Readonly<Record<string, string | boolean | null>>
}

/**
 * A filter over users in SQL, by what has an index: `userName`, `externalId`, `id`, `emails` and `active`. Throws
 * `validation-failed` (`invalidFilter`) for any other attribute.
 */
export function userFilter(filter: ScimFilter): UserFilter {
  const values: Record<string, string | boolean | null> = {}
  const hold = (value: string | boolean | null): SQL => {
    const name = `value${Object.keys(values).length}`
    values[name] = value
    return sql`${sql.placeholder(name)}`
  }
  const build = (part: ScimFilter): SQL => {
    if (part.kind === 'eq') return comparison(part, hold)
    return sql`(${build(part.left)} ${sql.raw(part.kind)} ${build(part.right)})`
  }
  return { where: build(filter), values }
}

type Comparison = Extract<ScimFilter, { kind: 'eq' }>
type Hold = (value: string | boolean | null) => SQL

function comparison({ attribute, value }: Comparison, hold: Hold): SQL {
  switch (attribute) {
    case 'id':
      return sql`e.id = ${hold(idIn(textIn(attribute, value)))}::uuid`
    case 'externalid':
      return sql`e.external_id = ${hold(textIn(attribute, value))}`
    case 'username': {
      // Who has no name yet is called by their e-mail address, and who has neither by their id.
      const name = textIn(attribute, value)
      return sql`(lower(e.subject) = lower(${hold(name)}) or e.subject is null
        and (lower(e.email) = lower(${hold(name)}) or e.email is null and e.id = ${hold(idIn(name))}::uuid))`
    }
    case 'emails':
    case 'emails.value':
      return sql`lower(e.email) = lower(${hold(textIn(attribute, value))})`
    case 'emails.type':
      return sql`(e.email is not null and ${hold(textIn(attribute, value).toLowerCase())}::text = 'work')`
    case 'emails.primary':
      return sql`(e.email is not null and ${hold(truthIn(attribute, value))}::boolean)`
    case 'active':
      return sql`${isActive} = ${hold(truthIn(attribute, value))}::boolean`
    default:
      throw refuse(`Users cannot be found by \`${attribute}\`.`)
  }
}

const idIn = (text: string): string | null => (isId(text) ? text : null)

function textIn(attribute: string, value: string | boolean): string {
  if (typeof value !== 'string') throw refuse(`\`${attribute}\` is compared with text.`)
  return value
}

function truthIn(attribute: string, value: string | boolean): boolean {
  if (typeof value === 'boolean') return value
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  throw refuse(`\`${attribute}\` is compared with true or false.`)
}

const refuse = (why: string) => ValidationFailed.because(why, { scimType: 'invalidFilter' })
