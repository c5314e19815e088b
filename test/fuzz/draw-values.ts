import fc from 'fast-check'
import type { Mutation } from './mutation.ts'
import { oddHeaderTexts, oddJson, oddTexts, oddUriTexts } from './odd-values.ts'

/** A place in a request, counted from its start. */
export const place = fc.nat({ max: 60 })
const long = fc.constantFrom(40, 41, 60, 61, 200, 255, 256, 500, 2001, 20_000, 20_001, 100_000)
const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('a', ' ', '1', 'é', '👩', 'ﷺ', '٣'), long)
      .map(([c, n]) => c.repeat(n)),
  },
)
const deep = fc
  .tuple(
    fc.constantFrom<[string, string]>(['[', ']'], ['{"a":', '}'], ['[', ''], ['{"a":[', ']}']),
    fc.constantFrom(8, 31, 33, 500, 20_000),
  )
  .map(([[open, close], n]) => `${open.repeat(n)}1${close.repeat(n)}`)
/** What stands in the place of a value in a body. */
export const anyJson = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...oddJson) },
  { weight: 3, arbitrary: anyText.map((text) => JSON.stringify(text)) },
  { weight: 2, arbitrary: fc.json({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.oneof(fc.double(), fc.maxSafeInteger()).map((n) => JSON.stringify(n)) },
  { weight: 1, arbitrary: deep },
)
/** A value of a query, as it comes over the wire. */
export const uriText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddUriTexts) },
  {
    weight: 3,
    arbitrary: anyText.map((text) =>
      encodeURIComponent(text.toWellFormed()).replaceAll(/%7B%7B(\w+)%7D%7D/g, '{{$1}}'),
    ),
  },
)
/** A part of a path. One of dots alone would lead to another address before the service sees it. */
export const pathText = uriText.filter((text) => !/^(\.|%2e)*$/i.test(text) || text === '')

/** A value in a query; names of real ids stay readable. */
export const queryText = (value: unknown): string =>
  encodeURIComponent(String(value)).replaceAll(/%7B%7B(\w+)%7D%7D/g, '{{$1}}')

/** A header that is odd, or left out. */
export const headerMutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constant('header'),
  name: fc.constantFrom(
    'if-match', 'if-match', 'if-none-match', 'idempotency-key', 'idempotency-key', 'content-type', 'accept', 'on-behalf-of', 'x-request-id', 'authorization',
    'content-length', 'content-encoding', 'accept-encoding', 'accept-language', 'origin', 'access-control-request-method', 'x-forwarded-for', 'x-forwarded-host',
    'x-http-method-override', 'forwarded', 'range', 'if-modified-since', 'cookie', 'prefer', 'traceparent',
  ), // biome-ignore format: a list to be read as a list
  text: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...oddHeaderTexts) },
    // What a parser of HTTP lets through: Latin-1 without control characters.
    {
      weight: 2,
      arbitrary: fc
        .array(
          fc.integer({ min: 0x20, max: 0xff }).filter((c) => c !== 0x7f),
          { maxLength: 20 },
        )
        .map((codes) => String.fromCharCode(...codes)),
    },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
})
