import { expect, test } from 'vitest'
import { decimalsOf, isCurrency, toMinor, toMoney } from '../../src/lib/money.ts'

test.each([
  [2500, 'EUR', '25.00'],
  [5, 'EUR', '0.05'],
  [0, 'EUR', '0.00'],
  [2500, 'JPY', '2500'],
  [2500, 'HUF', '25.00'],
  [2500, 'KWD', '2.500'],
  [1, 'CLF', '0.0001'],
  [99_999_999_999_999, 'CLF', '9999999999.9999'],
])('%i minor units of %s are %s, there and back', (minor, currency, amount) => {
  expect(toMoney(minor, currency)).toEqual({ amount, currency })
  expect(toMinor({ amount, currency }, currency, '')).toBe(minor)
})

test('decimals that are left out are zero', () => {
  expect(toMinor({ amount: '25', currency: 'EUR' }, 'EUR', '')).toBe(2500)
  expect(toMinor({ amount: '25.5', currency: 'EUR' }, 'EUR', '')).toBe(2550)
})

test.each([
  ['25.001', 'EUR', 'EUR', '#/ceiling/amount'],
  ['25.0', 'JPY', 'JPY', '#/ceiling/amount'],
  ['25.00', 'USD', 'EUR', '#/ceiling/currency'],
])('%s %s where money is in %s is refused by name', (amount, currency, wanted, pointer) => {
  expect(() => toMinor({ amount, currency }, wanted, '/ceiling')).toThrow(
    expect.objectContaining({ members: { errors: [expect.objectContaining({ pointer })] } }),
  )
})

test('currencies are those of ISO 4217, with its number of decimals', () => {
  for (const code of ['ISK', 'UGX', 'XOF', 'VND']) expect(decimalsOf(code)).toBe(0)
  for (const code of ['BHD', 'TND', 'JOD']) expect(decimalsOf(code)).toBe(3)
  for (const code of ['EUR', 'IDR', 'COP', 'MGA', 'XCG']) expect(decimalsOf(code)).toBe(2)
  for (const code of ['XXX', 'XAU', 'DEM', 'ABC']) expect(isCurrency(code)).toBe(false)
})
