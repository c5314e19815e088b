import nl from './texts/nl.json' with { type: 'json' }

export type TextName = keyof typeof nl

/** All that customers read, in one language; `{name}` stands for what is put there. */
export type Texts = Readonly<Record<TextName, string>>

/** Reads the texts of another language. Throws unless it has those of the Dutch ones, each with the same places to fill. */
export function readTexts(file: string, given: unknown): Texts {
  const texts = new Map(Object.entries(given ?? {}))
  for (const [name, text] of Object.entries(nl)) {
    const found: unknown = texts.get(name)
    if (typeof found !== 'string' || found.trim() === '') throw new Error(`${file} has no text “${name}”`)
    if (String(placesIn(found)) !== String(placesIn(text)))
      throw new Error(`“${name}” of ${file} needs the places ${placesIn(text).join(', ') || '(none)'}`)
    texts.delete(name)
  }
  if (texts.size > 0) throw new Error(`${file} has texts that nobody reads: ${[...texts.keys()].join(', ')}`)
  return given as Texts
}

const placesIn = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\w+\}/g))].toSorted((a, b) => a.localeCompare(b))

/** A text with its places filled. */
export const filled = (text: string, values: Readonly<Record<string, string>> = {}): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
