import { ValidationFailed } from './problems.ts'

/** An amount of money as it goes over the wire: a decimal string and an ISO 4217 code. */
export interface Money {
  readonly amount: string
  readonly currency: string
}

/*
 * ISO 4217, by number of decimals; what is in neither of the others has two. Kept here because Intl rounds some
 * currencies by custom instead of by the standard. Funds and metals are left out.
 */
const none = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
const two = `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY
  COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR
  IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD
  NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC
  SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`
const three = 'BHD IQD JOD KWD LYD OMR TND'
const four = 'CLF UYW'

const decimals = new Map(
  [two, none, three, four].flatMap((codes, index) =>
    codes.split(/\s+/).map((code): [string, number] => [code, [2, 0, 3, 4][index] ?? 2]),
  ),
)

/** Whether it is a currency of ISO 4217 in which one can pay today. */
export const isCurrency = (code: string): boolean => decimals.has(code)

/** How many decimals the currency has: two where it is not on the list, which no contract lets in. */
export const decimalsOf = (currency: string): number => decimals.get(currency) ?? 2

/** Minor units as money, with all the decimals of the currency: 2500 is `25.00` EUR and `2500` JPY. */
export function toMoney(minor: number, currency: string): Money {
  const places = decimalsOf(currency)
  const digits = String(minor).padStart(places + 1, '0')
  const point = digits.length - places
  return { amount: places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`, currency }
}

/** What is wrong with money that came in, and in which field. */
export interface MoneyFault {
  readonly field: keyof Money
  readonly message: string
}

/** The fault of money that is in another currency, or finer than its smallest coin. */
export function faultOfMoney(given: Money, currency: string): MoneyFault | undefined {
  if (given.currency !== currency)
    return { field: 'currency', message: `must be the currency of the organisation, ${currency}` }
  const places = decimalsOf(currency)
  const [, fraction = ''] = given.amount.split('.')
  if (fraction.length <= places) return undefined
  return { field: 'amount', message: `may have at most ${places} decimals in ${currency}` }
}

/**
 * Money that came in, in minor units of `currency`. Throws `validation-failed`, naming the field below `pointer`,
 * when it is in another currency or finer than its smallest coin.
 */
export function toMinor(given: Money, currency: string, pointer: string): number {
  const fault = faultOfMoney(given, currency)
  if (fault) throw ValidationFailed.at(`${pointer}/${fault.field}`, fault.message)
  const [units = '', fraction = ''] = given.amount.split('.')
  return Number(units + fraction.padEnd(decimalsOf(currency), '0'))
}
