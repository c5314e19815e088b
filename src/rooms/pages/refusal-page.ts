import { html } from '../../lib/html/html.ts'
import type { Language } from '../languages/choose-language.ts'
import type { TextName } from '../languages/texts.ts'
import type { CustomerPage } from './lay-out-page.ts'

const byStatus: Readonly<Record<number, readonly [TextName, TextName]>> = {
  404: ['notFound', 'notFoundText'],
  429: ['tooOften', 'tooOftenText'],
  500: ['busy', 'busyText'],
  503: ['busy', 'busyText'],
}

/** What is shown in place of a page: the same for every address that opens nothing, whatever is wrong with it. */
export function refusalPage(status: number, { texts }: Language): CustomerPage {
  const [title, text] = byStatus[status] ?? (['faults', 'fault-form'] as const)
  return {
    organisation: null,
    title: texts[title],
    content: html`<h1>${texts[title]}</h1>
<p>${texts[text]}</p>`,
  }
}
