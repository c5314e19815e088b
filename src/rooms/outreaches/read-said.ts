import { showsNothing } from '../../lib/forms/shows-nothing.ts'
import { toWire } from '../../lib/instant.ts'
import { type Money, toMinor } from '../../lib/money.ts'
import { Unprocessable, ValidationFailed } from '../../lib/problems.ts'
import type { outreaches } from '../../tables/ahead/outreaches.ts'
import { AnotherCurrency } from '../gestures/problems.ts'
import { exampleQuiet } from './contract.ts'
import { NoValueToCustomer } from './problems.ts'
import type { NewOutreach } from './write-contract.ts'

type Said = Pick<NewOutreach, 'title'> & {
  readonly [K in
    | 'reason'
    | 'valueToCustomer'
    | 'message'
    | 'budget'
    | 'from'
    | 'until'
    | 'quietHours'
    | 'worthMore']?: NewOutreach[K] | undefined
}
type Row = typeof outreaches.$inferInsert

/**
 * What an outreach says, ready to be kept. Throws `no-value-to-customer` without a reason or a value to the customer,
 * `unprocessable` for a period that ends before it begins, and what `minorOf` throws.
 */
export function readSaid(said: Said, currency: string, now: Temporal.Instant) {
  const reason = wordsIn(said.reason)
  const valueToCustomer = wordsIn(said.valueToCustomer)
  const faults = [
    ...(reason === '' ? [{ pointer: '#/reason', message: 'is needed: why do we contact them?' }] : []),
    ...(valueToCustomer === ''
      ? [{ pointer: '#/valueToCustomer', message: 'is needed: what is it worth to them?' }]
      : []),
  ]
  if (faults.length > 0) throw NoValueToCustomer.of(faults)
  const from = said.from ? Temporal.Instant.from(said.from) : now
  const until = said.until ? Temporal.Instant.from(said.until) : from.add({ hours: 30 * 24 })
  if (Temporal.Instant.compare(until, from) <= 0)
    throw Unprocessable.at('/until', 'must be later than `from`')
  const quiet = said.quietHours ?? exampleQuiet
  return {
    title: said.title,
    reason,
    valueToCustomer,
    message: said.message ?? said.title,
    budget: said.budget ? minorOf(said.budget, currency, '/budget', 0) : 0,
    from: toWire(from),
    until: toWire(until),
    quietFrom: quiet.from,
    quietUntil: quiet.until,
    worthMore: said.worthMore ?? null,
  } satisfies Partial<Row>
}

const wordsIn = (given: string | null | undefined): string =>
  showsNothing(given ?? '') ? '' : (given ?? '').trim()

/** Money in minor units. Throws `another-currency`, and `validation-failed` for less than `least` or what has no coin. */
export function minorOf(given: Money, currency: string, pointer: string, least = 1): number {
  if (given.currency !== currency)
    throw AnotherCurrency.at(`${pointer}/currency`, `must be the currency of the organisation, ${currency}`, {
      currency,
    })
  const amount = toMinor(given, currency, pointer)
  if (amount < least) throw ValidationFailed.at(`${pointer}/amount`, 'must be more than zero')
  return amount
}
