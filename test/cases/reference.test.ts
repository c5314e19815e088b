import { expect, test } from 'vitest'
import { readReference, referenceOf } from '../../src/case-file/reference.ts'

/** Numbers of every length that there will be, with all digits in all places. */
const numbers = Array.from({ length: 3000 }, (_, n) => 10_000_001 + n * n * 9_973)

test('of thousands of references each is read back, however it is written', () => {
  for (const number of numbers) {
    const reference = referenceOf(number)
    expect(readReference(reference)).toBe(reference)
    expect(readReference(` ${reference.slice(0, 3)}.${reference.slice(3, 6)}-${reference.slice(6)} `)).toBe(
      reference,
    )
  }
})

test('of thousands of references none survives a wrong digit, or an exchange of neighbours', () => {
  const survivors: string[] = []
  for (const number of numbers) {
    const digits = referenceOf(number)
    for (let at = 0; at < digits.length; at++) {
      const [before, digit = '', after] = [digits.slice(0, at), digits[at], digits.slice(at + 1)]
      for (const wrong of '0123456789')
        if (wrong !== digit && readReference(before + wrong + after)) survivors.push(digits)
      const next = after?.[0]
      if (next !== undefined && next !== digit && readReference(before + next + digit + after?.slice(1)))
        survivors.push(digits)
    }
  }
  expect(survivors).toEqual([])
})
