import { pointerStep } from '../problem.ts'

/** How many levels a document may have. */
export const deepest = 32

/** How deep a document nests and how many members its objects have, without parsing it: marks outside strings. */
export function measure(text: string): { readonly depth: number; readonly members: number } {
  let depth = 0
  let most = 0
  let members = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (inString) {
      if (char === 0x5c) at++
      else if (char === 0x22) inString = false
    } else if (char === 0x22) inString = true
    else if (char === 0x3a) members++
    else if (char === 0x7b || char === 0x5b) most = Math.max(most, ++depth)
    else if (char === 0x7d || char === 0x5d) depth--
  }
  return { depth: most, members }
}

/** How many members the objects of a value have: fewer than its document had where a name came twice. */
export function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const items = Object.values(value)
  let members = Array.isArray(value) ? 0 : items.length
  for (const item of items) members += membersOf(item)
  return members
}

/** Where a name comes for the second time in its object, in a document that is JSON otherwise. */
export function findRepeated(text: string): string {
  const around: { readonly names: Set<string> | undefined; at: string | number }[] = []
  let string = ''
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g)) {
    const here = around.at(-1)
    if (token === '{') around.push({ names: new Set(), at: '' })
    else if (token === '[') around.push({ names: undefined, at: 0 })
    else if (token === '}' || token === ']') around.pop()
    else if (token === ',' && typeof here?.at === 'number') here.at++
    else if (token === ':' && here) {
      const name: string = JSON.parse(string)
      here.at = name
      if (here.names?.has(name)) break
      here.names?.add(name)
    } else string = token
  }
  return around.map(({ at }) => `/${pointerStep(String(at))}`).join('')
}
