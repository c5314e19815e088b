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
<p class="soft">${tracking.status === 'open' && filled(texts.oneOwner, { owner })} ${promise && filled(texts.times, { zone: time.zone })}</p>`,
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
  { tracking, language: { texts } }: TrackingView,
  promise: TrackedPromise,
  time: TimeTeller,
): Html {
  const { owner } = tracking
  const { from, until, state, channel, closedAt, lateBy } = promise
  const window = time.window(from, until)
  const late = lateBy === null ? '' : time.lasting(lateBy)
  const isPast = closedAt !== null
  const end = endOf(promise)
  return html`<section class="promise ${state}" aria-labelledby="promise">
<p class="state">${texts[`state-${state}`]}</p>
<h1 id="promise">${isPast ? filled(texts[end], { owner }) : tellPromise(texts, channel, owner)}</h1>
${isPast && html`<p>${filled(texts[`${end}At`], { late, moment: time.moment(closedAt) })}</p>`}
${isPast ? html`<p class="soft">${texts['state-open']}: ${window}</p>` : html`<p class="window">${window}</p>`}
${promise.overdue && html`<p>${filled(texts.lateSoFar, { owner, late })}</p>`}
${!isPast && channel === 'pickup' && html`<p>${texts.pickUp}</p>`}
</section>`
}

/** How a promise ended, by the text that says so: what was late is said, whatever came of it. */
function endOf({ state, ending }: TrackedPromise) {
  if (state === 'kept') return 'wasKept'
  if (state === 'broken') return ending === 'kept' ? 'wasLate' : 'endedLate'
  return 'wasReleased'
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
