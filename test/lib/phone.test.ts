import { type CountryCode, getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, test } from 'vitest'
import { mustBePhone, phoneIn } from '../../src/lib/phone.ts'

const organisations = 'NL DE AT BE FR GB CH SE FI ES IT DK NO PT PL CZ GR IE LU US'.split(' ')
const callers =
  'NL DE AT BE FR GB CH SE FI ES IT DK NO PT PL CZ GR IE LU US CA HU RO BG HR SI SK EE LV LT UA TR MA EG ZA IN CN JP AU BR IS'
const fixedLines = [
  '+4930123456',
  '+31201234567',
  '+3225511234',
  '+33123456789',
  '+442079460018',
  '+390612345678',
  '+352484040',
  '+41443681234',
  '+4312345678',
  '+4532123456',
  '+4721234567',
  '+46812345678',
  '+34911234567',
  '+351211234567',
  '+48221234567',
  '+302101234567',
  '+35312345678',
  '+12125551234',
  '+3612345678',
]

const mobileOf = (country: string): string => {
  const example = getExampleNumber(country as CountryCode, examples)
  if (!example) throw new Error(`no example of ${country}`)
  return example.number
}
const numbers = [...callers.split(' ').map(mobileOf), ...fixedLines]

/** National numbers as a country without a trunk zero writes them, which are like others with their country before them. */
const nationalAsWell: Readonly<Record<string, readonly string[]>> = {
  IT: ['+3225511234', '+3612345678', '+3546111234', '+352484040', '+4312345678'],
  CZ: ['+352484040'],
  US: ['+4312345678', '+3612345678', '+3546111234'],
}

describe.each(organisations)('in an organisation in %s', (country) => {
  test('the digits of a number with its country and without a plus are that number, from 40 countries', () => {
    for (const number of numbers) {
      const national = nationalAsWell[country]?.includes(number)
      const digits = number.slice(1)
      expect([digits, phoneIn(digits, country, true)]).toEqual([digits, number])
      const own = `+${{ IT: 39, CZ: 420, US: 1 }[country]}${digits}`
      expect([digits, phoneIn(digits, country)]).toEqual([digits, national ? own : number])
    }
  })

  test('a number as the country writes it is national, and with a plus or 00 it is what it says', () => {
    const own = getExampleNumber(country as CountryCode, examples)
    expect(phoneIn(own?.formatNational() ?? '', country)).toBe(own?.number)
    for (const number of numbers)
      for (const written of [number, `00${number.slice(1)}`, `tel:${number}`])
        expect([written, phoneIn(written, country)]).toEqual([written, number])
  })
})

test.each([
  ['NL', '352484040', '+352484040'],
  ['DE', '491712345678', '+491712345678'],
  ['DE', '49 (0)30123456', '+4930123456'],
  ['DE', '49 (0)6128 9660', '+4961289660'],
  ['DE', '49 030 123456', '+4930123456'],
  ['NL', '0049 (0) 30 / 123456', '+4930123456'],
  ['NL', '+39 (0)6 12345678', '+390612345678'],
  ['NL', '612345678', '+31612345678'],
  ['DE', '171 2345678', '+491712345678'],
  ['IT', '328 123 4567', '+393281234567'],
  ['ES', '612 345 678', '+34612345678'],
  ['CN', '131 2345 6789', '+8613123456789'],
  ['BR', '(11) 91234-5678', '+5511912345678'],
  ['RU', '8 (495) 123-45-67', '+74951234567'],
  ['HU', '06 20 123 4567', '+36201234567'],
  ['US', '011 44 20 7946 0018', '+442079460018'],
  ['AU', '0011 31 612345678', '+31612345678'],
  ['NL', '+52 1 55 1234 5678', '+525512345678'],
])('in %s, %s is %s', (country, written, number) => {
  expect(phoneIn(written, country)).toBe(number)
})

test.each([
  ['NL', '+33 06 12 34 56 7', 'a trunk zero kept, and a digit missing'],
  ['NL', '+32 (0)2 123 45 6', 'the same in brackets'],
  ['NL', '+41 079 123 45 6', 'the same'],
  ['NL', '+44 07 911 12345', 'the same where shorter numbers are possible'],
  ['NL', '+7 8 912 345 67 8', 'the same with a trunk 8'],
  ['DE', '33 06 12 34 56 7', 'the same without a plus'],
  ['NL', '+31 6 (0) 12345678', 'a zero in brackets behind something else than a country'],
  ['NL', '00113476208000', 'a 1 too many'],
  ['NL', '+1 1 347 620 8000', 'the same'],
  ['AU', '00113476208000', 'the same where 0011 is for abroad'],
  ['NL', '+0612345678', 'a plus before a national number'],
  ['NL', '＋0612345678', 'the same, full-width'],
  ['NL', '＋33 06 12 34 56 7', 'a full-width plus before what nobody has'],
  ['NL', '+31 20 1234567/8', 'a second number behind a slash'],
  ['DE', '030 123456/7', 'the same where numbers vary in length'],
  ['NL', '020 1234567 / 0612345678', 'two numbers'],
  ['NL', '+31612345678/home', 'a word behind a slash'],
  ['NL', '+31612345678²', 'a footnote'],
  ['NL', '+31612345678~4', 'an extension behind a tilde'],
  ['DE', '030 123456〜8', 'the same, from another keyboard'],
  ['NL', '+31 6 12345678 ext 5', 'an extension'],
  ['NL', 'tel:+31612345678;ext=5', 'the same in an address'],
  ['NL', 'tel:0612345678;phone-context=+31;phone-context=+32', 'two countries'],
  ['NL', '+31 6 12345678 +', 'a plus where none is'],
  ['NL', '112', 'an emergency number'],
])('in %s, %s is nobody’s number: %s', (country, written) => {
  expect(phoneIn(written, country)).toBeUndefined()
})

test.each([
  ['030 / 123456-12', '+493012345612'],
  ['0171/2345678', '+491712345678'],
  ['+49/30/123456', '+4930123456'],
  ['08641/4016', '+4986414016'],
  ['06128/9660', '+4961289660'],
])('in Germany a slash may stand behind the area code: %s', (written, number) => {
  expect(phoneIn(written, 'DE')).toBe(number)
})

test.each([
  ['tel:0612345678;phone-context=+31', '+31612345678'],
  ['tel:612345678;phone-context=%2B31', '+31612345678'],
  ['tel:123-4567;phone-context=+31-20', '+31201234567'],
  ['tel:+31612345678;phone-context=+1', '+31612345678'],
  ['tel:07911123456;phone-context=example.com', '+447911123456'],
])('%s is %s, however often it is read', (written, number) => {
  for (let n = 0; n < 5; n++) expect(phoneIn(written, 'GB')).toBe(number)
})

test('signs that nobody sees are dropped, and other keyboards’ digits and dashes are read', () => {
  const invisible = [
    ...'\u00AD\u034F\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E',
    ...'\u2060\u2061\u2066\u2067\u2068\u2069\uFE00\uFE0E\uFE0F\uFEFF',
    '\u{E0100}',
  ]
  for (const sign of invisible)
    for (const written of [`${sign}+31 6 12345678${sign}`, `+31${sign}612${sign}345678`, `${sign}0612345678`])
      expect([JSON.stringify(written), phoneIn(written, 'NL')]).toEqual([
        JSON.stringify(written),
        '+31612345678',
      ])
  for (const written of [
    '０６１２３４５６７８',
    '＋31 6 12345678',
    '06‑12345678',
    '06−12345678',
    '٠٦١٢٣٤٥٦٧٨',
    '06 12 34 56 78',
  ])
    expect([written, phoneIn(written, 'NL')]).toEqual([written, '+31612345678'])
})

test('what is no number is told with examples of the country', () => {
  expect(mustBePhone('NL')).toBe('must be a telephone number, such as 020 123 4567 or +31201234567')
  expect(mustBePhone('DE')).toBe('must be a telephone number, such as 01512 3456789 or +4915123456789')
  expect(mustBePhone('XX')).toBe(mustBePhone('NL'))
})
