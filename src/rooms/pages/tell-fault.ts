import { type Html, html } from '../../lib/html/html.ts'
import type { TextName, Texts } from '../languages/texts.ts'

/** What was wrong with what was sent, at the top of the page, where a screen reader begins; nothing where all was well. */
export const tellFault = (texts: Texts, fault: TextName | undefined): Html | undefined =>
  fault === undefined
    ? undefined
    : html`<div class="notice fault" role="alert"><p><strong>${texts.faults}</strong></p><p>${texts[fault]}</p></div>`
