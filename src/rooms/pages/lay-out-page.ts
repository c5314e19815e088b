import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Html, html } from '../../lib/html/html.ts'
import type { Language } from '../languages/choose-language.ts'

/** How every page looks. Its name changes with what is in it, so that browsers keep it. */
export const stylesheet = (() => {
  const content = readFileSync(new URL('style.css', import.meta.url), 'utf8')
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12)
  return { path: `/s/style-${hash}.css`, content }
})()

/** A page for a customer, before it is laid out. */
export interface CustomerPage {
  readonly title: string
  /** Whose page it is; null where that is not to be told. */
  readonly organisation: string | null
  readonly content: Html
}

/** A whole page. `base` is where the service is found, below its host. Nothing in it runs, and nothing comes from elsewhere. */
export const layOutPage = (
  base: string,
  { tag, texts }: Language,
  { title, organisation, content }: CustomerPage,
): string =>
  html`<!doctype html>
<html lang="${tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${base}${stylesheet.path}">
</head>
<body>
<a class="skip" href="#content">${texts.toContent}</a>
${organisation !== null && html`<header><p>${organisation}</p></header>`}
<main id="content" tabindex="-1">
${content}
</main>
</body>
</html>
`.text
