import { type Html, html } from '../../lib/html/html.ts'
import type { TextName, Texts } from '../languages/texts.ts'

const scores = [1, 2, 3, 4, 5] as const

/** The three questions of a survey, with what was sent or answered before; it works without a script. */
export function surveyForm(
  texts: Texts,
  button: string,
  fault: TextName | undefined,
  sent: Readonly<Record<string, unknown>> = {},
): Html {
  const checked = (name: string, value: string) => sent[name] === value && html` checked`
  const wrong = fault === 'fault-score'
  const comment = typeof sent.comment === 'string' ? sent.comment : ''
  return html`<form method="post">
<fieldset class="scores"${wrong && html` aria-describedby="score-fault"`}>
<legend>${texts.score}</legend>
${wrong && html`<p id="score-fault" class="wrong">${texts['fault-score']}</p>`}
${scores.map(
  (
    score,
  ) => html`<label><input type="radio" name="score" value="${score}" required${checked('score', String(score))}>
<span><strong>${score}</strong> ${texts[`score-${score}`]}</span></label>`,
)}
</fieldset>
<fieldset class="choices">
<legend>${texts.onePerson}</legend>
<label><input type="radio" name="helpedByOnePerson" value="yes"${checked('helpedByOnePerson', 'yes')}> <span>${texts.yes}</span></label>
<label><input type="radio" name="helpedByOnePerson" value="no"${checked('helpedByOnePerson', 'no')}> <span>${texts.no}</span></label>
</fieldset>
<label for="comment">${texts.comment}</label>
<textarea id="comment" name="comment" rows="5" maxlength="4000">
${comment}</textarea>
<button>${button}</button>
</form>`
}
