import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What no log may hold, whichever test says it: keys, tokens, and the words that the scenes are made of. */
const forbidden: readonly RegExp[] = [
  /eig_[\w-]{20,}/,
  /\beyJ[\w-]{10,}/,
  /Bearer +\S{8,}/i,
  /Dijkstra/i,
  /6[ -]?1234[ -]?5678/,
  /charged twice/i,
]

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/**
 * Searches the logs of a run, and the files named besides, for what must not be in a log. Throws with the lines, what
 * was found in them masked.
 */
export function searchLogs(folder: string, ...besides: readonly string[]): void {
  const names = readdirSync(folder)
  const planted = new Set(
    names
      .filter((name) => name.endsWith('.planted'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
      .filter((value) => value !== ''),
  )
  const files = [
    ...names.filter((name) => name.endsWith('.log')).map((name) => join(folder, name)),
    ...besides,
  ]
  const complaints = files.filter(existsSync).flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const found = findIn(text, planted)
    return [...new Set(found.map((value) => `${file}: ${mask(lineWith(text, value), planted)}`))]
  })
  if (complaints.length > 0)
    throw new Error(`A log holds what must not be in one:\n${complaints.slice(0, 20).join('\n')}`)
}

/** What a log says is mostly said again and again, so each piece of it is looked at once. */
function findIn(text: string, planted: ReadonlySet<string>): readonly string[] {
  const ids = new Set(text.match(uuids))
  const pieces = [...new Set(text.replaceAll(uuids, '#').split(/[\n"]/))].join('\n')
  return [
    ...forbidden.flatMap((pattern) => pattern.exec(pieces)?.[0] ?? []),
    ...[...planted].filter((value) => ids.has(value) || pieces.includes(value)),
  ]
}

const lineWith = (text: string, found: string): string =>
  text.split('\n').find((line) => line.includes(found)) ?? ''

function mask(line: string, planted: ReadonlySet<string>): string {
  let masked = line
  for (const value of planted) masked = masked.replaceAll(value, `${value.slice(0, 3)}…`)
  for (const pattern of forbidden)
    masked = masked.replaceAll(new RegExp(pattern, `${pattern.flags}g`), (value) => `${value.slice(0, 3)}…`)
  return masked.slice(0, 1000)
}
