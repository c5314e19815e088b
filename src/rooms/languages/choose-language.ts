import { readdirSync, readFileSync } from 'node:fs'
import { readTexts, type Texts } from './texts.ts'

/** What customers read, in one language. */
export interface Language {
  /** As HTML names it (BCP 47). */
  readonly tag: string
  /** In which moments are written; of the country where that is known. */
  readonly locale: string
  readonly texts: Texts
}

const folder = new URL('texts/', import.meta.url)

/** One file a language: another one is added by adding its file. Throws at the start where a text is missing. */
const languages: ReadonlyMap<string, Language> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const tag = name.slice(0, -'.json'.length)
      const texts = readTexts(name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
      return [tag.toLowerCase(), { tag, locale: texts.locale, texts }]
    }),
)

const usual = 'nl'

/** The language of a customer's page: the customer's own, else what the browser asks for (RFC 9110, section 12.5.4), else Dutch. */
export function chooseLanguage(own: string | null, accepted: string | undefined): Language {
  for (const wanted of [...(own === null ? [] : [own]), ...inOrder(accepted ?? ''), usual]) {
    const found = languageOf(wanted)
    if (found) return found
  }
  throw new Error(`there are no texts in ${usual}`)
}

/** The texts for a tag, or for the language that it begins with: `nl-BE` is Dutch, with the moments of Belgium. */
function languageOf(wanted: string): Language | undefined {
  const parts = wanted.toLowerCase().split('-')
  for (let count = parts.length; count > 0; count--) {
    const found = languages.get(parts.slice(0, count).join('-'))
    if (found) return { ...found, locale: count < parts.length ? localeOf(wanted, found) : found.locale }
  }
  return undefined
}

function localeOf(wanted: string, { locale }: Language): string {
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? locale
  } catch {
    return locale
  }
}

/** What is asked for, the dearest first; of equals, the first. */
function inOrder(accepted: string): readonly string[] {
  return accepted
    .slice(0, 500)
    .split(',')
    .map((each) => {
      const [tag = '', weight] = each.trim().split(/\s*;\s*q=/i)
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 }
    })
    .filter(({ tag, weight }) => weight > 0 && /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i.test(tag))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}
