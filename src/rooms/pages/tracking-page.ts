import { type Html, html } from '../../lib/html/html.ts'
import type { Language } from '../languages/choose-language.ts'
import { tellPromise } from '../languages/tell-promise.ts'
import { type TimeTeller, tellTime } from '../languages/tell-time.ts'
import { filled } from '../languages/texts.ts'
import type { TrackedPromise } from '../tracking/contract.ts'
import type { CustomerPage } from './lay-out-page.ts'
import { tellFault } from './tell-fault.ts'
import { trackingForms } from './tracking-forms.ts'
import type { TrackingView } from './tracking-view.ts'

/** The promise in the customer's hand, as a page. */
export function trackingPage(view: TrackingView): CustomerPage {
  const { tracking, language, fault } = view
  const { texts } = language
  const { organisation, owner, promise, earlier, reference, question, subject, told } = tracking
  const time = tellTime(language, tracking.timeZone)
  const title = filled(texts.trackingTitle, { organisation })
  return {
    organisation,
    title,
    content: html`
<p class="kind">${title}</p>
${tellFault(texts, fault)}
${fault === undefined && justDone(view)}
${promise ? promised(view, promise, time) : atOnce(view)}
<section aria-labelledby="question">
<h2 id="question">${texts.yourQuestion}</h2>
<p class="subject">${subject}</p>
${question !== subject && html`<p class="words">${question}</p>`}
${told !== null && html`<h3>${texts.whatYouHeard}</h3><p class="words">${told}</p>`}
<p class="soft">${texts.reference}: <strong class="number">${reference}</strong></p>
</section>
${trackingForms(view, time)}
${said(view, time)}
${earlier.length > 0 && history(language, earlier, time)}
<p class="soft">${filled(texts.oneOwner, { owner })} ${promise && filled(texts.times, { zone: time.zone })}</p>`,
  }
}

/** For how long what was done is confirmed, above all else. */
const fresh = { minutes: 2 }

function justDone({ tracking: { said, owner }, language: { texts }, now }: TrackingView): Html | undefined {
  const last = said.at(-1)
  const isFresh = last && Temporal.Instant.compare(Temporal.Instant.from(last.at).add(fresh), now) > 0
  return isFresh
    ? html`<p class="notice done" role="status">${filled(texts[`done-${last.kind}`], { owner })}</p>`
    : undefined
}

function promised(
  { tracking: { owner }, language: { texts } }: TrackingView,
  promise: TrackedPromise,
  time: TimeTeller,
): Html {
  const { from, until, state, channel } = promise
  return html`<section class="promise ${state}" aria-labelledby="promise">
<p class="state">${texts[`state-${state}`]}</p>
<h1 id="promise">${tellPromise(texts, channel, owner)}</h1>
<p class="window">${time.window(from, until)}</p>
${outcome(texts, owner, promise, time)}
${channel === 'pickup' && html`<p>${texts.pickUp}</p>`}
</section>`
}

function outcome(
  texts: Language['texts'],
  owner: string,
  { state, overdue, lateBy, closedAt, ending }: TrackedPromise,
  time: TimeTeller,
): Html | undefined {
  const late = lateBy === null ? '' : time.lasting(lateBy)
  const moment = closedAt === null ? '' : time.moment(closedAt)
  const tell = (text: string) => html`<p>${filled(text, { owner, late, moment })}</p>`
  if (overdue) return tell(texts.lateSoFar)
  if (state === 'broken') return tell(ending === 'kept' ? texts.wasLate : texts.endedLate)
  if (state === 'kept') return tell(texts.wasKept)
  return state === 'released' ? tell(texts.wasReleased) : undefined
}

const atOnce = ({ tracking: { owner }, language: { texts } }: TrackingView): Html =>
  html`<section class="promise kept"><h1>${filled(texts.answeredAtOnce, { owner })}</h1></section>`

const said = ({ tracking, language: { texts } }: TrackingView, time: TimeTeller) =>
  tracking.said.length > 0 &&
  html`<section aria-labelledby="said">
<h2 id="said">${texts.youSaid}</h2>
<ul class="list">${tracking.said.map(
    ({ kind, at, text }) => html`<li>
<p>${texts[`said-${kind}`]} <span class="soft">${time.moment(at)}</span></p>
${text !== null && html`<p class="words">${text}</p>`}</li>`,
  )}</ul>
</section>`

const history = ({ texts }: Language, earlier: readonly TrackedPromise[], time: TimeTeller): Html =>
  html`<section aria-labelledby="earlier">
<h2 id="earlier">${texts.earlier}</h2>
<ul class="list">${earlier.map(
    ({ from, until, state }) => html`<li>
<p>${time.window(from, until)} <span class="state ${state}">${texts[`state-${state}`]}</span></p></li>`,
  )}</ul>
</section>`
