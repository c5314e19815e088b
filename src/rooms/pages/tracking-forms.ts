import { type Html, html } from '../../lib/html/html.ts'
import type { TimeTeller } from '../languages/tell-time.ts'
import type { Texts } from '../languages/texts.ts'
import { filled } from '../languages/texts.ts'
import type { Tracking } from '../tracking/contract.ts'
import type { TrackingView } from './tracking-view.ts'

/** What the customer can do on the page of a promise: each a form, which works without a script. */
export function trackingForms(
  { tracking, language: { texts }, files, fault }: TrackingView,
  time: TimeTeller,
): readonly (Html | false)[] {
  const { owner, status, slots, promise, said } = tracking
  const isOpen = status === 'open'
  const saysSince = (kind: string) =>
    said.some((each) => each.kind === kind && each.at >= (promise?.madeAt ?? ''))
  return [
    isOpen && moveForm(texts, slots, time, fault === 'fault-place' || fault === 'fault-choose'),
    isOpen &&
      !saysSince('notNeeded') &&
      wordsForm(texts, 'notNeeded', texts.notNeeded, filled(texts.notNeededHint, { owner })),
    !saysSince('thanks') && wordsForm(texts, 'thanks', filled(texts.thank, { owner }), undefined),
    html`<section aria-labelledby="keep">
<h2 id="keep">${texts.keep}</h2>
${isOpen && html`<p><a href="${files}/promise.ics">${texts.calendar}</a></p>`}
<p><a href="${files}/statement" download="statement.json">${texts.statement}</a><br><span class="soft">${texts.statementHint}</span></p>
</section>`,
  ]
}

function moveForm(texts: Texts, slots: Tracking['slots'], time: TimeTeller, isFaulty: boolean): Html {
  const days = Map.groupBy(slots, ({ from }) => time.day(from))
  return html`<section aria-labelledby="move">
<h2 id="move">${texts.move}</h2>
${
  slots.length === 0
    ? html`<p>${texts.noneFree}</p>`
    : html`<form method="post">
<input type="hidden" name="what" value="move">
<p id="move-hint">${texts.moveHint}</p>
<label for="place">${texts.moveLabel}</label>
<select id="place" name="place" required aria-describedby="move-hint"${isFaulty && html` aria-invalid="true"`}>
<option value="">${texts.moveChoose}</option>
${[...days].map(
  ([day, free]) =>
    html`<optgroup label="${day}">${free.map(
      ({ from, until }) => html`<option value="${from}/${until}">${day}, ${time.hours(from, until)}</option>`,
    )}</optgroup>`,
)}
</select>
<button>${texts.moveDo}</button>
</form>`
}
</section>`
}

const wordsForm = (
  texts: Texts,
  what: 'notNeeded' | 'thanks',
  title: string,
  hint: string | undefined,
): Html =>
  html`<details>
<summary><h2>${title}</h2></summary>
<form method="post">
<input type="hidden" name="what" value="${what}">
${hint !== undefined && html`<p>${hint}</p>`}
<label for="${what}-words">${texts.words}</label>
<textarea id="${what}-words" name="text" rows="3" maxlength="2000"></textarea>
<button>${what === 'thanks' ? texts.thankDo : texts.notNeededDo}</button>
</form>
</details>`
