import type { EventFacts, Headline } from './event-facts.ts'
import type { EventType } from './event-types.ts'

type OfGestures = Extract<EventType, `${'gesture' | 'ask'}.${string}`>

const kinds: Readonly<Record<string, string>> = {
  refund: 'a refund',
  credit: 'a credit',
  discount: 'a discount',
  gift: 'a gift',
  service: 'a service',
}

/** What was given, such as `a credit of 25.00 EUR`. */
function given({ data }: EventFacts): string {
  const what = kinds[String(data.kind)] ?? 'something'
  const money = data.amount
  if (typeof money !== 'object' || money === null || !('amount' in money) || !('currency' in money))
    return what
  return `${what} of ${money.amount} ${money.currency}`
}

/** What customers were given, in one sentence for each type of event. */
export const headlinesOfGestures = {
  'gesture.granted': (told) => `${told.who} gave the customer ${given(told)}.`,
  'gesture.fulfilled': () => 'The customer has what was given.',
  'ask.made': ({ who, moment }) =>
    `${who} asked for more than the ceiling; silence means yes at ${moment('answerBy')}.`,
  'ask.answered': ({ who, data }) =>
    data.answer === 'yes' ? `${who} said yes to what was asked for.` : `${who} said no, with an alternative.`,
  'ask.granted-by-silence': () => 'Nobody answered in time: what was asked for is granted.',
  'ask.withdrawn': () => 'What was asked for is asked for no longer.',
  'gesture.withdrawn': ({ who }) => `${who} took back what the customer did not have yet.`,
} satisfies Readonly<Record<OfGestures, Headline>>
