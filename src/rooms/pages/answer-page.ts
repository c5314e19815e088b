import { chooseLanguage, type Language } from '../languages/choose-language.ts'
import { type CustomerPage, layOutPage } from './lay-out-page.ts'

/** Pages run nothing, load a style sheet of ours and nothing else, and send what is filled in to us alone. */
const policy = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "style-src 'self'",
].join('; ')

/** The headers of a page; that nothing keeps it, and that it names itself to nobody, is said with every answer. */
export const pageHeaders = ({ tag }: Pick<Language, 'tag'>): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-language': tag,
  'content-security-policy': policy,
  'x-robots-tag': 'noindex, nofollow',
  vary: 'accept-language',
})

/** When a page is shown. */
export interface Now {
  readonly now: Temporal.Instant
}

interface Told {
  readonly language: string | null
}

/** How what a customer asked for becomes a page in their language, and with which status. `base` is where the service is found. */
export function answerPage<T extends Told, Status extends number>(
  base: string,
  accepted: string | undefined,
  page: (outcome: T, language: Language) => CustomerPage,
  status: Status,
) {
  const languageOf = (outcome: T) => chooseLanguage(outcome.language, accepted)
  return {
    status,
    text: (outcome: T) => {
      const language = languageOf(outcome)
      return layOutPage(base, language, page(outcome, language))
    },
    headers: (outcome: T) => pageHeaders(languageOf(outcome)),
  }
}

/** After a form the browser asks for the page anew: to load it again sends nothing twice. */
export const seeAgain = (address: string) => ({
  status: 303 as const,
  text: () => '',
  headers: () => ({ 'content-type': 'text/plain; charset=utf-8', location: address }),
})
