import type { Headline } from './event-facts.ts'
import type { EventType } from './event-types.ts'

type OfTheHouse = Exclude<
  EventType,
  `${'case' | 'contact' | 'note' | 'consultation' | 'callback' | 'succession' | 'gesture' | 'ask' | 'deviation'}.${string}`
>

function reviewed(decision: unknown): string {
  if (decision === 'abolish') return 'abolished it'
  return decision === 'change' ? 'changed what it says' : 'kept it'
}

/** What happened with the organisation, its people and its customers, in one sentence for each type of event. */
export const headlinesOfTheHouse = {
  'organisation.changed': ({ who }) => `${who} changed the organisation.`,
  'team.created': ({ who }) => `${who} made a team.`,
  'team.changed': ({ who }) => `${who} changed a team or its working agreements.`,
  'employee.created': ({ name }) => `${name('employeeId')} came to work here.`,
  'employee.changed': ({ who, name }) => `${who} changed what is known of ${name('employeeId')}.`,
  'employee.departed': ({ name }) => `${name('employeeId')} left for good.`,
  'departure.started': ({ name }) => `${name('employeeId')} is leaving, and is given nothing new.`,
  'departure.withdrawn': ({ name }) => `${name('employeeId')} is not leaving after all.`,
  'calendar-feed.made': ({ name }) => `${name('employeeId')} got an address for their calendar.`,
  'calendar-feed.revoked': ({ name }) => `The address for the calendar of ${name('employeeId')} ended.`,
  'presence.set': ({ who, name }) => `${who} said whether ${name('employeeId')} can be rung.`,
  'absence.registered': ({ name, span }) => `${name('employeeId')} is away ${span()}.`,
  'absence.covered': ({ name }) => `Somebody else stands in for ${name('employeeId')}.`,
  'absence.ended': ({ name }) => `The absence of ${name('employeeId')} ended early, or will not be.`,
  'topic.created': ({ who }) => `${who} made a topic.`,
  'topic.changed': ({ who }) => `${who} changed a topic.`,
  'pulse.shared': ({ who }) => `${who} shared a week of the pulse with its teams.`,
  'heads-up.announced': ({ who }) => `${who} announced something that will make customers call.`,
  'heads-up.changed': ({ who }) => `${who} changed a heads-up.`,
  'heads-up.acknowledged': ({ who }) => `${who} said that their team knows of a heads-up.`,
  'heads-up.released': ({ who, data }) =>
    data.overriddenById === null
      ? `${who} released a heads-up.`
      : `${who} released a heads-up although not every team knew of it.`,
  'outreach.announced': ({ who }) => `${who} drafted an outreach.`,
  'outreach.changed': ({ who }) => `${who} changed the draft of an outreach.`,
  'outreach.customers-added': ({ who }) => `${who} added customers to the draft of an outreach.`,
  'outreach.started': ({ who, data }) =>
    data.resumed === true ? `${who} went on with an outreach.` : `${who} started an outreach.`,
  'outreach.paused': ({ who }) => `${who} paused an outreach.`,
  'outreach.stopped': ({ who }) => `${who} stopped an outreach.`,
  'outreach.done': () => 'An outreach is done with all its customers.',
  'outreach.customer-passed-over': ({ data }) =>
    `An outreach passed the customer over${typeof data.because === 'string' ? `: ${data.because}` : ''}.`,
  'idea.made': ({ who, data }) => (data.anonymous === true ? 'Somebody had an idea.' : `${who} had an idea.`),
  'idea.supported': ({ who }) => `${who} supports an idea.`,
  'idea.answered': ({ who, data }) =>
    `${who} answered an idea${typeof data.decision === 'string' ? `: ${data.decision}` : ''}.`,
  'idea.result-told': ({ who }) => `${who} told what came of an idea.`,
  'idea.overdue': () => 'An idea is owed an answer, and has none yet.',
  'survey.requested': () => 'The customer is asked how it was.',
  'satisfaction.received': ({ data }) =>
    typeof data.score === 'number'
      ? `The customer gave ${data.score} of 5.`
      : 'The customer said how it was.',
  'rule.created': ({ who }) => `${who} made a rule.`,
  'rule.changed': ({ who }) => `${who} changed what is said about a rule.`,
  'rule.review-due': ({ data }) =>
    data.because === 'bent'
      ? `A rule is to be reviewed: it was bent ${String(data.deviations)} times.`
      : 'A rule is to be reviewed: its day has come.',
  'rule.reviewed': ({ who, data }) => `${who} reviewed a rule, and ${reviewed(data.decision)}.`,
  'import.started': ({ who }) => `${who} sent lines to be imported.`,
  'import.ended': () => 'What became of the lines of an import is settled.',
  'values.changed': ({ who }) => `${who} changed what the organisation stands for.`,
  'budget.created': ({ who, data }) =>
    `${who} gave ${data.teamId === null ? 'an employee' : 'a team'} a budget for gestures.`,
  'budget.changed': ({ who }) => `${who} changed a budget for gestures.`,
  'customer.created': ({ who }) => `${who} made the customer known.`,
  'customer.changed': ({ who, data }) =>
    typeof data.factId === 'string'
      ? `${who} changed what is worth knowing about the customer.`
      : `${who} changed the customer.`,
  'customer.merged': ({ who }) => `${who} merged two customers who were one and the same.`,
  'customer.erased': ({ who }) => `${who} erased what was personal of the customer.`,
  'customer.unmerged': ({ who }) => `${who} reversed the merge of two customers.`,
  'api-key.created': ({ who }) => `${who} made a key for a system.`,
  'api-key.rotated': ({ who }) => `${who} gave a system a new key.`,
  'api-key.revoked': ({ who }) => `${who} revoked the key of a system.`,
  'webhook.created': ({ who }) => `${who} made a webhook.`,
  'webhook.changed': ({ who }) => `${who} changed a webhook.`,
  'webhook.rotated': ({ who }) => `${who} gave a webhook another secret.`,
  'webhook.removed': ({ who }) => `${who} removed a webhook.`,
  'webhook.tested': ({ who }) => `${who} sent a test to a webhook.`,
  'webhook.replayed': ({ who }) => `${who} had events sent to a webhook once more.`,
  'webhook.resent': ({ who }) => `${who} had an event sent to a webhook once more.`,
  'webhook.disabled': () => 'The service gave up sending to a webhook.',
} satisfies Readonly<Record<OfTheHouse, Headline>>
