import { withoutUnseen } from './forms/shows-nothing.ts'

/** A telephone number as somebody wrote it, without the ways of writing. */
export interface WrittenNumber {
  readonly digits: string
  readonly plus: boolean
  /** What stands before a zero in brackets, which says that it is the code of a country. */
  readonly code: string | undefined
  /** What stands before a slash, from the longest on. More than a number stands there when one of these is one. */
  readonly beforeSlash: readonly string[]
}

/**
 * What is written: digits, and between them blanks, dashes, points, slashes and brackets. A `tel:` before it and its
 * parameters (RFC 3966) are understood: `phone-context` says where a local number is at home. Undefined for anything
 * else, an extension included.
 */
export function readWritten(given: string): WrittenNumber | undefined {
  const [address = '', ...parameters] = plain(given)
    .replace(/^tel:/i, '')
    .split(';')
    .map((part) => part.trim())
  const context = contextOf(parameters)
  if (context === undefined) return undefined
  const local = address.replace(/^%2b/i, '+')
  const written = /^[+(]|^00/.test(local) ? local : context + local
  if (!/^[\s([]*\+?[\s\d()[\]./-]*$/.test(written)) return undefined
  const { digits, code } = bracketedZero(written) ?? { digits: digitsOf(written), code: undefined }
  if (!/^\d{3,20}$/.test(digits)) return undefined
  return { digits, code, plus: written.includes('+'), beforeSlash: beforeSlash(written) }
}

/** `49 (0)30 123456`: a zero in brackets says that the code of a country stands before it. */
function bracketedZero(written: string): Pick<WrittenNumber, 'digits' | 'code'> | undefined {
  const [, before, rest] = /^\D*(\d[^()[\]]*)[([]\s*0\s*[)\]](.*)$/.exec(written) ?? []
  if (before === undefined || rest === undefined) return undefined
  const code = digitsOf(before).replace(/^00/, '')
  return { digits: `${code}0${digitsOf(rest)}`, code }
}

/** The same in plain signs: what nobody sees is dropped, and the digits, pluses and dashes of other keyboards are ours. */
const plain = (given: string): string =>
  // With a copied number come signs of direction, variation and joining.
  withoutUnseen(given)
    .replaceAll(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    // A wave between numbers says until, and what follows is another number.
    .replaceAll(/[[\p{Pd}--[\u301C\u3030]]\u2212\u30FC\uFF70]/gv, '-')
    .trim()

/** The beginning that `phone-context` gives a local number; empty for none, undefined for what makes it another number. */
function contextOf(parameters: readonly string[]): string | undefined {
  let context = ''
  for (const parameter of parameters) {
    const [, name, value] = /^([a-z][a-z\d-]*)(?:=(.*))?$/i.exec(parameter) ?? []
    if (name === undefined || /^ext$/i.test(name)) return undefined
    if (!/^phone-context$/i.test(name)) continue
    if (context !== '') return undefined
    // A domain says who gave the number, and not where it is.
    const [, prefix] = /^(?:\+|%2b)([\d().-]+)$/i.exec(value ?? '') ?? []
    context = prefix === undefined ? '' : `+${digitsOf(prefix)}`
  }
  return context
}

const beforeSlash = (written: string): readonly string[] =>
  [...written.matchAll(/\//g)].map(({ index }) => written.slice(0, index)).reverse()

const digitsOf = (written: string): string => written.replaceAll(/\D/g, '')
