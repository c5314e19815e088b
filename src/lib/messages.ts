import { z } from 'zod'

type Issue = Parameters<NonNullable<Parameters<typeof z.config>[0]>['customError'] & object>[0]

/** What is wrong with a field, in the words of our own checks. A check that brings its own words is not asked here. */
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
    case 'invalid_format':
      return 'has another form than it must have'
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`
    case 'invalid_union':
      return 'has none of the forms that it may have'
    case 'invalid_key':
    case 'invalid_element':
      return 'has something in it that may not be there'
    case 'unrecognized_keys':
      return 'has fields that are not of this request'
    case 'custom':
      return 'may not be like this'
  }
}

const article = (type: string): string =>
  type === 'int'
    ? 'a whole number'
    : type === 'record'
      ? 'an object'
      : /^[aeiou]/.test(type)
        ? `an ${type}`
        : `a ${type}`

function unit(origin: string, bound: string, value: number | bigint): string {
  if (origin === 'string') return `${bound} ${value} ${value === 1 ? 'character' : 'characters'}`
  if (origin === 'array') return `${bound} ${value} ${value === 1 ? 'item' : 'items'}`
  return `a value of ${bound} ${value}`
}

/** Gives every contract these words, from now on. */
export const speakPlainly = (): void => {
  z.config({ customError: messageFor })
}
