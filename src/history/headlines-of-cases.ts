import type { EventFacts, Headline } from './event-facts.ts'
import type { EventType } from './event-types.ts'

type OfCases = Extract<
  EventType,
  `${'case' | 'contact' | 'note' | 'consultation' | 'callback' | 'deviation' | 'succession'}.${string}`
>

const ways: Readonly<Record<string, string>> = {
  phone: 'by phone',
  email: 'by e-mail',
  chat: 'by chat',
  visit: 'in person',
  letter: 'by letter',
  web: 'on the web',
}
const wayOf = ({ data }: EventFacts): string => ways[String(data.channel)] ?? 'in another way'

const customerDid: Readonly<Record<string, string>> = {
  phone: 'called',
  email: 'sent an e-mail',
  chat: 'began a chat',
  visit: 'came by',
  letter: 'sent a letter',
  web: 'wrote on the web',
}

const written: ReadonlySet<unknown> = new Set(['email', 'letter', 'web'])

const tries: Readonly<Record<string, string>> = {
  'no-answer': 'tried to reach the customer: nobody answered',
  voicemail: 'tried to reach the customer and left a message on their voicemail',
  busy: 'tried to reach the customer: the line was busy',
  'wrong-number': 'tried to reach the customer: the number was wrong',
  'message-sent': 'sent the customer a message',
}

const endings: Readonly<Record<string, (told: EventFacts) => string>> = {
  answered: ({ who, data }) =>
    `${who} resolved the case${data.firstContact ? ' in the first contact' : ''}: the customer has the answer.`,
  fixed: ({ who, data }) =>
    `${who} resolved the case${data.firstContact ? ' in the first contact' : ''}: it is put right, and the customer knows.`,
  unreachable: ({ who }) => `${who} closed the case: the customer could not be reached.`,
  withdrawn: ({ who }) => `${who} closed the case: the customer withdrew the question.`,
  duplicate: ({ who }) => `${who} closed the case as a duplicate of an older one, which stands for both.`,
  notAQuestion: ({ who, data }) =>
    data.because === 'answered-after-all'
      ? 'The call that opened the case was answered after all: the case ended by itself.'
      : `${who} closed the case: it was no question.`,
}

const causes: Readonly<Record<string, string>> = {
  departure: 'the owner before has left',
  customerChoice: 'the customer asked for somebody else',
  safety: 'it was safer so',
}

function opened({ who, data, name }: EventFacts): string {
  if (data.reason === 'taken') return `${who} opened the case and owns it.`
  if (data.reason === 'named') return `${who} opened the case for ${name('ownerId')}, who owns it.`
  return `${who} opened the case, and it came to ${name('ownerId')}, who owns it.`
}

function spoke(told: EventFacts): string {
  const { data, who, name } = told
  const employee = data.employeeId === null ? undefined : name('employeeId')
  if (data.direction === 'outbound')
    return data.outcome === 'reached'
      ? `${employee ?? who} reached the customer ${wayOf(told)}.`
      : `${employee ?? who} tried to reach the customer ${wayOf(told)}.`
  const did = `The customer ${customerDid[String(data.channel)] ?? 'contacted us'}`
  if (data.outcome === 'missed') return `${did}; nobody answered.`
  if (data.thanks === true) return `${did}, and said thanks.`
  if (employee === undefined) return `${did}.`
  return written.has(data.channel) ? `${did}; ${employee} took it.` : `${did}; ${employee} spoke with them.`
}

/** As far as it goes on counting: 1st, 2nd, 3rd, 4th. */
function nth(count: number): string {
  const ending = Math.floor((count % 100) / 10) === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
  return `${count}${ending}`
}

const late = ({ data }: EventFacts): string => (typeof data.lateBy === 'string' ? ', late' : '')

/** What happened with a case, in one sentence for each type of event. */
export const headlinesOfCases = {
  'case.opened': opened,
  'case.changed': ({ who, data }) =>
    Array.isArray(data.fields) && data.fields.includes('teamId')
      ? 'The case went along with its owner to another team.'
      : `${who} changed the words of the case.`,
  'case.customer-corrected': ({ who, data }) =>
    typeof data.mergeId !== 'string'
      ? `${who} gave the case its right customer.`
      : data.isReversal
        ? 'The merge of its customer was reversed: the case went back with them.'
        : 'Its customer stood in the books twice and was merged: the case went along with them.',
  'case.resolved': (told) =>
    (endings[String(told.data.outcome)] ?? (({ who }) => `${who} closed the case.`))(told),
  'case.reopened': ({ who, name }) => `${who} opened the case again; ${name('ownerId')} owns it.`,
  'case.succeeded': ({ name, data }) =>
    `${name('toOwnerId')} owns the case now, after ${name('fromOwnerId')}: ${causes[String(data.cause)] ?? 'a succession'}.`,
  'succession.requested': ({ who }) =>
    `${who} reported that it is safer with another owner; a second person is to confirm it.`,
  'case.chased': ({ data }) =>
    `The customer contacted us while a promise was open${typeof data.chases === 'number' ? `, for the ${nth(data.chases)} time` : ''}.`,
  'contact.recorded': spoke,
  'contact.completed': ({ data, name }) =>
    data.employeeId === null
      ? 'A call that nobody seemed to answer was answered after all.'
      : `${name('employeeId')} answered a call that nobody seemed to answer.`,
  'note.added': ({ who }) => `${who} added a note.`,
  'consultation.asked': ({ who, name }) => `${who} consulted ${name('consultedId')}.`,
  'consultation.answered': ({ name }) => `${name('consultedId')} answered the consultation.`,
  'consultation.declined': ({ name, data }) =>
    `${name('consultedId')} could not help${typeof data.mightKnowId === 'string' ? `, and thinks that ${name('mightKnowId')} might know` : ''}.`,
  'consultation.withdrawn': ({ name }) => `The question to ${name('consultedId')} was withdrawn.`,
  'consultation.overdue': ({ name }) => `${name('consultedId')} has not answered the consultation in time.`,
  'consultation.rated': ({ who }) => `${who} said whether the answer helped.`,
  'deviation.recorded': ({ name }) => `${name('employeeId')} bent a rule for the customer.`,
  'callback.made': (told) =>
    told.data.channel === 'pickup'
      ? `Promised an answer to pick up by the reference ${told.span()}.`
      : `Promised to come back ${wayOf(told)} ${told.span()}.`,
  'callback.attempted': ({ who, data }) =>
    `${who} ${tries[String(data.outcome)] ?? 'tried to reach the customer'}.`,
  'callback.due': ({ moment }) => `The promise ends soon, at ${moment('until')}.`,
  'callback.overdue': ({ moment }) => `The promise was not kept by ${moment('until')}: it is overdue.`,
  'callback.kept': (told) =>
    told.data.customerCalledFirst
      ? `The customer called first, and the promise was kept${late(told)}.`
      : `The promise was kept${late(told)}.`,
  'callback.rescheduled': ({ who }) =>
    `${who} moved the promise to another moment, and the customer was told.`,
  'callback.released': () => 'The promise ended with the case, without being kept.',
} satisfies Readonly<Record<OfCases, Headline>>
