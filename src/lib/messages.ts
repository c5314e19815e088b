import { z } from 'zod'

type Issue = Parameters<NonNullable<Parameters<typeof z.config>[0]>['customError'] & object>[0]

/** What is wrong with a field, in the words of our own checks; undefined leaves it to the library. */
function messageFor(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is needed' : `must be ${article(issue.expected)}`
    case 'invalid_value':
      return `must be ${issue.values.map((value) => `\`${String(value)}\``).join(' or ')}`
    case 'too_small':
      return `must have ${unit(issue.origin, 'at least', issue.minimum)}`
    case 'too_big':
      return `must have ${unit(issue.origin, 'at most', issue.maximum)}`
    default:
      return undefined
  }
}

const article = (type: string): string =>
  type === 'int' ? 'a whole number' : /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`

function unit(origin: string, bound: string, value: number | bigint): string {
  if (origin === 'string') return `${bound} ${value} ${value === 1 ? 'character' : 'characters'}`
  if (origin === 'array') return `${bound} ${value} ${value === 1 ? 'item' : 'items'}`
  return `a value of ${bound} ${value}`
}

/** Gives every contract these words, from now on. */
export const speakPlainly = (): void => {
  z.config({ customError: messageFor })
}
