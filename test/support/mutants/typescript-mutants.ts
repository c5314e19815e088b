import { readdirSync, readFileSync } from 'node:fs'
import type { Mutant } from './mutant.ts'

/** Where the service decides: what it refuses, who sees what, whose a case is, when, and what is told. */
const deciding: readonly (readonly [string, RegExp])[] = [
  ['rules', /^case-file\/.*rules\.ts$/],
  ['rules', /^rooms\/[a-z-]+\/rules\.ts$/],
  ['visibility', /^facts\/(visibility|stand-ins|leaving)\.ts$/],
  ['assignment', /^rooms\/assignment\//],
  ['calendar', /^calendar\//],
  ['absence', /^rooms\/absences\/(plan|settle-stand-ins|end-absences)\.ts$/],
  ['idempotency', /^http\/.*idempotency.*\.ts$/],
  ['entity tags', /^http\/.*(etag|entity-tag).*\.ts$/],
  ['writes', /^db\/(gathered|writes|write-parts|write-statement)\.ts$/],
  ['feed', /^rooms\/events\/feed.*\.ts$/],
]

const bends: readonly (readonly [string, RegExp, (found: string) => string])[] = [
  [
    'boundary',
    /(?<= )(<=|>=|<|>)(?= [\w('])/g,
    (sign) => (sign.endsWith('=') ? sign.slice(0, 1) : `${sign}=`),
  ],
  ['comparison', /(?<= )(===|!==)(?= )/g, (sign) => (sign === '===' ? '!==' : '===')],
  ['logic', /(?<= )(&&|\|\|)(?= )/g, (sign) => (sign === '&&' ? '||' : '&&')],
  ['condition', /(?<=\bif )\((?=[^)])/g, () => '(!!false && '],
  ['logic in SQL', /(?<= )(and|or)(?= )/g, (word) => (word === 'and' ? 'or' : 'and')],
]

/** Each condition of the deciding files bent, one by one. */
export function typescriptMutants(): readonly Mutant[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).sort()
  return files.flatMap((file) => {
    const area = deciding.find(([, pattern]) => pattern.test(file))?.[0]
    return area === undefined ? [] : mutantsOf(file, area)
  })
}

function mutantsOf(file: string, area: string): readonly Mutant[] {
  const text = readFileSync(`src/${file}`, 'utf8')
  const bare = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|^import[^\n]*/gm, (words) =>
    words.replace(/[^\n]/g, ' '),
  )
  return bends.flatMap(([kind, pattern, bend]) =>
    [...bare.matchAll(pattern)]
      .filter(({ index }) =>
        kind === 'logic in SQL' ? isSql(bare, index) && !isMessage(lineAt(bare, index)) : true,
      )
      // In SQL it joins texts.
      .filter(({ index }) => kind !== 'logic' || !isSql(bare, index))
      .filter(
        ({ index }) =>
          !(
            kind === 'boundary' &&
            /^\s*(export )?(type|interface)\b|Promise|Readonly|=>/.test(lineAt(bare, index))
          ),
      )
      .map(({ index, 0: found }) => ({
        kind: `TypeScript: ${area}`,
        name: `${file}:${bare.slice(0, index).split('\n').length}:${index - bare.lastIndexOf('\n', index)} ${kind} ${lineAt(text, index).trim().slice(0, 90)} bends: ${text.slice(index, index + 30).replace(/\s+/g, ' ')}`,
        on: file,
        change: text.slice(0, index) + bend(found) + rest(text, index + found.length, kind),
        names: [],
        letsWorkGoOn: false,
      })),
  )
}

/** What follows; the whole of a condition is bent, so it stands in brackets. */
function rest(text: string, from: number, kind: string): string {
  if (kind !== 'condition') return text.slice(from)
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')' && depth-- === 0) return `(${text.slice(from, at)})${text.slice(at)}`
  }
  return text.slice(from)
}

const lineAt = (text: string, index: number): string =>
  text.slice(text.lastIndexOf('\n', index - 1) + 1, text.indexOf('\n', index))

/** Whether an odd number of backticks stands before: inside a template. */
const isSql = (text: string, index: number): boolean => (text.slice(0, index).split('`').length - 1) % 2 === 1

const isMessage = (line: string): boolean => /new \w+\(`/.test(line)
