import { fieldsOf, type Look } from '../meanings.ts'
import { faultOfMoney, isCurrency, type Money, type MoneyFault, toMinor, toMoney } from '../money.ts'
import { money } from '../wire.ts'

type Judge = (given: Money, currency: string) => MoneyFault | undefined

/** The look at an object that gives money in this field: in the currency of the organisation, and no finer than its coins. */
export const amountIn =
  (field: string, judge: Judge = faultOfMoney): Look =>
  (given, { currency }) =>
    lookAt(given, field, currency, judge)

/**
 * The same where another currency than the organisation's may be given beside it. Beside one that is none, an amount is looked at
 * in its own.
 */
export const ceilingBesideCurrency =
  (field: string): Look =>
  (given, { currency: own }) => {
    const { currency = own, [field]: ceiling } = fieldsOf(given)
    const { currency: itsOwn } = fieldsOf(ceiling)
    const by = [currency, itsOwn].find((each) => typeof each === 'string' && isCurrency(each))
    return typeof by === 'string' ? lookAt(given, field, by, faultOfCeiling) : []
  }

function lookAt(given: unknown, field: string, currency: string, judge: Judge) {
  const { data } = money.safeParse(fieldsOf(given)[field])
  const fault = data && isCurrency(currency) ? judge(data, currency) : undefined
  return fault ? [{ way: `/${field}/${fault.field}`, message: fault.message }] : []
}

/** What `organisation_ceilings_are_finite` allows at most. */
const highest = 100_000_000_000

/** What is wrong with a ceiling: it is finite and above zero. */
export function faultOfCeiling(given: Money, currency: string): MoneyFault | undefined {
  const fault = faultOfGift(given, currency)
  if (fault || toMinor(given, currency, '') <= highest) return fault
  return { field: 'amount', message: `must be at most ${toMoney(highest, currency).amount}` }
}

/** What is wrong with an amount to give: it is more than nothing. */
export function faultOfGift(given: Money, currency: string): MoneyFault | undefined {
  const fault = faultOfMoney(given, currency)
  if (fault || toMinor(given, currency, '') > 0) return fault
  return { field: 'amount', message: 'must be more than zero' }
}
