/** One change to a condition, and what it does, in words. */
export interface Bend {
  readonly kind: 'negated' | 'boundary' | 'part dropped'
  readonly text: string
  readonly what: string
}

/**
 * Every way to bend the conditions of a text in SQL a little: a boundary that is shifted, and one part of an AND or OR
 * that is left out. Strings and comments stay as they are.
 */
export function bendConditions(text: string): readonly Bend[] {
  const bare = blank(text)
  return [...boundaries(text, bare), ...partsDropped(text, bare)]
}

/** The same for the body of a function in PL/pgSQL, and each IF the other way round. */
export function bendFunction(text: string): readonly Bend[] {
  const body = text.indexOf('$function$')
  const head = text.slice(0, body)
  const bare = ' '.repeat(body) + blank(text.slice(body))
  const negated = [...bare.matchAll(/\b(IF|WHEN|ELSIF)\b([^;]*?)\bTHEN\b/g)]
    // What a word is compared with is no condition.
    .filter(({ 2: of = '' }) => of.trim() !== '')
    .map(({ index, 1: word = '', 2: of = '' }) => {
      const from = index + word.length
      const condition = text.slice(from, from + of.length)
      const bent = `${text.slice(0, from)} NOT (${condition}) ${text.slice(from + of.length)}`
      return { kind: 'negated', text: bent, what: `NOT (${line(condition)})` } as const
    })
  const others = [...boundaries(text, bare), ...partsDropped(text, bare)]
  return [...negated, ...others].filter((bend) => bend.text.startsWith(head))
}

const opposite: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }

function boundaries(text: string, bare: string): readonly Bend[] {
  return [...bare.matchAll(/(?<=[\s\w)])(<=|>=|<|>)(?=[\s\w(])/g)].map(({ index, 0: sign }) => ({
    kind: 'boundary',
    text: text.slice(0, index) + opposite[sign] + text.slice(index + sign.length),
    what: `${line(text.slice(Math.max(0, index - 30), index))} ${opposite[sign]} …`,
  }))
}

function partsDropped(text: string, bare: string): readonly Bend[] {
  return [...bare.matchAll(/\b(AND|OR)\b/g)].flatMap(({ index, 0: word }) => {
    if (word === 'AND' && /\bBETWEEN\b(?:(?!\bAND\b)[^;])*$/i.test(bare.slice(0, index))) return []
    const end = endOfPart(bare, index + word.length)
    const part = line(text.slice(index, end))
    return [
      { kind: 'part dropped', text: `${text.slice(0, index)} ${text.slice(end)}`, what: `without ${part}` },
    ]
  })
}

/** Where the part of a condition ends that begins here: at the next word of its level, or where its level ends. */
function endOfPart(bare: string, start: number): number {
  let depth = 0
  for (let at = start; at < bare.length; at++) {
    const sign = bare[at]
    if (sign === '(' || sign === '[' || /^\sCASE\b/.test(bare.slice(at, at + 6))) depth++
    if (sign === ')' || sign === ']' || (depth > 0 && /^\sEND\b/.test(bare.slice(at, at + 5)))) depth--
    if (depth < 0 || sign === ';' || bare.startsWith('$function$', at)) return at
    if (depth > 0 || bare.slice(0, at).endsWith(' DISTINCT')) continue
    if (
      /^\s(AND|OR|THEN|LOOP|FOR|FROM|JOIN|WHERE|ORDER|GROUP|LIMIT|UNION|RETURNING)\b/.test(
        bare.slice(at, at + 11),
      )
    )
      return at
  }
  return bare.length
}

/** The text with strings and comments made blank, so that what is looked for is code, at the same place. */
const blank = (text: string): string =>
  text.replace(/'(?:[^']|'')*'|--[^\n]*/g, (words) => words.replace(/[^\n]/g, ' '))

const line = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 90)
