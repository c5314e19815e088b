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
  const negated = [...bare.matchAll(/\b(?:IF|WHEN|ELSIF)\b/g)].flatMap(({ index, 0: word }) => {
    const from = index + word.length
    const end = endOfCondition(bare, from)
    // What a word is compared with is no condition.
    if (end === undefined || bare.slice(from, end).trim() === '') return []
    const condition = text.slice(from, end)
    const bent = `${text.slice(0, from)} NOT (${condition}) ${text.slice(end)}`
    return [{ kind: 'negated', text: bent, what: `NOT (${line(condition)})` } as const]
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
    return [dropped(text, index, end), ...firstDropped(text, bare, index, word)]
  })
}

/** The part before this word, where it is the first one of its level and no list itself, as PostgreSQL writes them in pairs. */
function firstDropped(text: string, bare: string, index: number, word: string): readonly Bend[] {
  const start = startOfFirst(bare, index)
  if (start === undefined || /\b(AND|OR)\b/.test(bare.slice(start, index))) return []
  return [dropped(text, start, index + word.length)]
}

const dropped = (text: string, start: number, end: number): Bend => ({
  kind: 'part dropped',
  text: `${text.slice(0, start)} ${text.slice(end)}`,
  what: `without ${line(text.slice(start, end))}`,
})

/** Where the part begins that ends here, if it is the first of its level; undefined: another one stands before it. */
function startOfFirst(bare: string, end: number): number | undefined {
  let depth = 0
  for (let at = end - 1; at >= 0; at--) {
    if (/[)\]]/.test(bare[at] ?? '')) depth++
    if (/[([]/.test(bare[at] ?? '') && --depth < 0) return at + 1
    if (depth > 0 || /\w/.test(bare[at - 1] ?? '')) continue
    const word = /^(?:AND|OR|WHERE|ON|IF|WHEN|ELSIF|RETURN)\b|^(?:[,;]|:=)/.exec(bare.slice(at, at + 7))?.[0]
    if (word !== undefined) return word === 'AND' || word === 'OR' ? undefined : at + word.length
  }
  return 0
}

/** Where the part of a condition ends that begins here: at the next word of its level, or where its level ends. */
const endOfPart = (bare: string, start: number): number =>
  nextOfLevel(bare, start, /^\s(?:AND|OR|THEN|LOOP|FOR|FROM|JOIN|WHERE|ORDER|GROUP|LIMIT|UNION|RETURNING)\b/)

/** Where the condition ends that begins here; undefined: it is none. */
function endOfCondition(bare: string, start: number): number | undefined {
  const end = nextOfLevel(bare, start, /^\sTHEN\b/)
  return /^\sTHEN\b/.test(bare.slice(end, end + 6)) ? end : undefined
}

/** Where one of the words stands next, not within brackets or a CASE that begins later; or where this level ends. */
function nextOfLevel(bare: string, start: number, words: RegExp): number {
  let depth = 0
  for (let at = start; at < bare.length; at++) {
    const here = bare.slice(at, at + 11)
    if (/^[([]/.test(here) || isWordAt(bare, at, 'CASE')) depth++
    if (/^[)\]]/.test(here) || (depth > 0 && isWordAt(bare, at, 'END'))) depth--
    if (depth < 0 || here.startsWith(';') || here.startsWith('$function$')) return at
    const isFromOfDistinct = /^\sFROM\b/.test(here) && bare.slice(0, at).endsWith(' DISTINCT')
    if (depth === 0 && words.test(here) && !isFromOfDistinct) return at
  }
  return bare.length
}

const isWordAt = (bare: string, at: number, word: string): boolean =>
  bare.startsWith(word, at) && !/\w/.test(`${bare[at - 1] ?? ''}${bare[at + word.length] ?? ''}`)

/** The text with strings and comments made blank, so that what is looked for is code, at the same place. */
const blank = (text: string): string =>
  text.replace(/'(?:[^']|'')*'|--[^\n]*/g, (words) => words.replace(/[^\n]/g, ' '))

const line = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 90)
