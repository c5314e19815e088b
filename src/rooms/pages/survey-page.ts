import { type Html, html } from '../../lib/html/html.ts'
import { toWire } from '../../lib/instant.ts'
import type { Language } from '../languages/choose-language.ts'
import { type TimeTeller, tellTime } from '../languages/tell-time.ts'
import { filled } from '../languages/texts.ts'
import type { Survey } from '../surveys/contract.ts'
import type { CustomerPage } from './lay-out-page.ts'
import { surveyForm } from './survey-form.ts'
import { tellFault } from './tell-fault.ts'

/** What the page of a survey shows. */
export interface SurveyView {
  readonly survey: Survey
  readonly language: Language
  readonly now: Temporal.Instant
  /** What was wrong with what was sent, by the name of its text; and what that was. */
  readonly fault?: 'fault-score' | 'fault-words' | 'fault-form' | undefined
  readonly sent?: Readonly<Record<string, unknown>>
}

/** How a customer is asked how it was, as a page; with what they answered, and until when they may change it. */
export function surveyPage(view: SurveyView): CustomerPage {
  const { survey, language, fault } = view
  const { texts } = language
  const { organisation, reference } = survey
  const time = tellTime(language, survey.timeZone)
  const title = filled(texts.surveyTitle, { organisation })
  return {
    organisation,
    title,
    content: html`
<p class="kind">${title}</p>
${tellFault(texts, fault)}
${survey.answer ? answered(view, survey.answer, time) : isOver(view) ? over(view, time) : asked(view, time)}
<p class="soft">${texts.reference}: <strong class="number">${reference}</strong>. ${filled(texts.times, { zone: time.zone })}</p>`,
  }
}

const isOver = ({ survey, now }: SurveyView): boolean => survey.expiresAt < toWire(now)

const asked = (view: SurveyView, time: TimeTeller): Html => {
  const { survey, language, fault, sent } = view
  const { texts } = language
  const { owner, subject, expiresAt } = survey
  return html`<h1>${texts.surveyAsk}</h1>
<p>${filled(texts.surveyAbout, { owner, subject })}</p>
${surveyForm(texts, texts.send, fault, sent)}
<p class="soft">${filled(texts.openUntil, { moment: time.moment(expiresAt) })}</p>`
}

const over = ({ survey, language: { texts } }: SurveyView, time: TimeTeller): Html =>
  html`<h1>${texts.surveyOver}</h1>
<p>${filled(texts.surveyOverText, { moment: time.moment(survey.expiresAt) })}</p>`

function answered(view: SurveyView, answer: NonNullable<Survey['answer']>, time: TimeTeller): Html {
  const { survey, language, now, fault, sent } = view
  const { texts } = language
  const { score, helpedByOnePerson, comment, answeredAt } = answer
  const { owner, changeableUntil, expiresAt } = survey
  const until = changeableUntil !== null && changeableUntil < expiresAt ? changeableUntil : expiresAt
  const mayChange = until >= toWire(now)
  const before = {
    score: String(score),
    helpedByOnePerson: helpedByOnePerson === null ? '' : helpedByOnePerson ? 'yes' : 'no',
    comment: comment ?? '',
  }
  return html`<section class="promise kept" aria-labelledby="thanks">
<h1 id="thanks">${texts.surveyThanks}</h1>
<p>${filled(texts.youAnswered, { moment: time.moment(answeredAt) })}</p>
<p class="window">${score} <span class="soft">${texts[nameOf(score)]}</span></p>
${helpedByOnePerson !== null && html`<p>${texts.onePerson} <strong>${helpedByOnePerson ? texts.yes : texts.no}</strong></p>`}
${comment !== null && html`<p class="words">${comment}</p>`}
${score < 3 && html`<p>${filled(texts.recovery, { owner })}</p>`}
</section>
${
  mayChange
    ? html`<p>${filled(texts.changeableUntil, { moment: time.moment(until) })}</p>
<details${fault !== undefined && html` open`}>
<summary><h2>${texts.change}</h2></summary>
${surveyForm(texts, texts.saveChange, fault, sent ?? before)}
</details>`
    : html`<p>${texts.fixed}</p>`
}`
}

const nameOf = (score: number) =>
  (['score-1', 'score-2', 'score-3', 'score-4', 'score-5'] as const)[score - 1] ?? 'score-3'
