/** Values that services stumble over, as texts of JSON (or of what looks like it). */

const texts = [
  '', ' ', '\t\n', 'null', 'true', 'NaN', 'Infinity', '-0', '1e400', '0x10', 'undefined', '[object Object]',
  'a\u0000b', '\ud800', 'a\udc00b', '\ufeffa', '\uffff', '\u202eabc', 'שלום עולם', '👨‍👩‍👧‍👦 🇳🇱', 'e\u0301', '\u2028', 'a\u0085b',
  '\u0001\u001f\u007f', "'; drop table cases; --", '%00', '../../etc/passwd', '{{7*7}}', '\\', '"', "'", '100%', '{}', '{,}', ':*',
  'ﷺ', 'İ', 'ß', '𝕏',
  // Ids: not ids, of other kinds, of others, of nobody.
  '{{caseId}}', '{{endedCaseId}}', '{{callbackId}}', '{{customerId}}', '{{foreignCustomerId}}', '{{teamId}}',
  '{{foreignTeamId}}', '{{employeeId}}', '{{colleagueId}}', '{{specialistId}}', '{{topicId}}', '{{contactId}}', '{{nobody}}',
  '{{topic}}', '{{reference}}', 'urn:uuid:{{caseId}}', '{{{caseId}}}', ' {{caseId}}', 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-AAAA-4AAA-8AAA-AAAAAAAAAAAA', '1', '-1',
  // Moments and days: of no calendar, at the ends of time, in the gap and the fold of a clock change, by leap seconds.
  '2026-12-31T23:59:60Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '+010000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z',
  '2026-03-29T02:30:00+01:00', '2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00', '2026-03-29T02:30:00[Europe/Amsterdam]',
  '2026-11-21T24:00:00Z', '2026-11-21T23:59:59+24:00', '2026-11-21T10:00:00+15:59', '2026-11-21T10:00:00-00:00', '2026-11-21T10:00Z',
  '2026-11-21T10:00:00.123456789Z', '2026-11-21T10:00:00,5Z', '2026-02-29T10:00:00Z', '2028-02-29T10:00:00Z', '2000-01-01T00:00:00Z',
  '2099-12-31T23:59:59Z', '2099-12-31T23:59:59-14:00', '2000-01-01T00:00:00+14:00', '2026-11-21', '2026-02-30', '2026-W01-1', '2026-1-1',
  '20261121T100000Z', '1764000000', 'now', 'infinity', '-infinity', 'today', 'epoch', '2099-12-31', '2000-01-01',
  // Durations.
  'P9999999Y', 'PT0.5S', '-PT1H', 'PT0H', 'PT999H', 'PT999H999M', 'P999D', 'P0D', 'P1D', 'P', 'PT', 'P1Y2M3DT4H5M6S', 'PT8h', '8 hours',
  // Times of day and time zones.
  '24:00', '24:01', '00:00', '23:59', '9:00', '09:00:00', '25:00', 'UTC', 'Etc/GMT+12', 'CET', '+01:00', 'europe/amsterdam',
  'Europe/Amsterdam', 'Asia/Kathmandu', 'Factory', 'posixrules', 'EST5EDT', 'SYSTEM',
  // Money and numbers.
  '0', '0.00', '-0.00', '-5.00', '25', '25.005', '9999999999.9999', '99999999999', '1,000.00', '1e3', '٣', '25.', '.5', '+1',
  'EUR', 'JPY', 'KWD', 'XXX', 'eur', 'NL', 'XX', 'AQ', 'nl-NL', 'nl_NL', 'x-private', 'i-klingon', 'en-US-u-ca-buddhist',
  // Ways to reach somebody.
  '06 12345678', '+31612345678', '112', '0800-1234', '+', '+999999999999999', '0031612345678', 'tel:+31612345678;ext=5', 'a@b.nl', 'a@b',
  '"a b"@c.nl', 'a@[127.0.0.1]', 'A@B.NL', 'é@é.nl',
  // Choices of one field, for another.
  'open', 'resolved', 'answered', 'duplicate', 'unreachable', 'withdrawn', 'notAQuestion', 'reached', 'message-sent', 'inbound', 'outbound',
  'phone', 'letter', 'pickup', 'visit', 'admin', 'member', 'crm', '*', 'constructor', '__proto__', 'toString',
] // biome-ignore format: a list to be read as a list

const numbers = [
  '0', '-0', '-1', '1', '0.1', '1e400', '-1e400', '1e-400', '1e21', '9007199254740993', '2147483648', '-2147483649',
  '9223372036854775808', '60', '60.5', '36.005', '0.001', '1E2', '01', '+1', '.5', '1.', '0x1', 'NaN', 'Infinity', '1_000',
] // biome-ignore format: a list to be read as a list

const others = [
  'null', 'true', 'false', '{}', '[]', '[null]', '[[]]', '[{}]', '[1,"a",null]', '{"a":1}', '{"a":1,"a":2}', '{"":1}',
  '{"__proto__":{"admin":true}}', '{"\\u005f_proto__":1}', '{"constructor":{"prototype":{"a":1}}}', '{"toString":1,"valueOf":2}',
  '{"length":1e9}', '{"0":"a","length":1}', '{"$ref":"#"}', '{"then":{}}', '{"a\\u0000":1}', '{"\\ud800":1}', '"\\ud800"', '"\\u0000"',
  '"\\u00e9\\ud83d\\ude00"', 'undefined', "'a'", '//', '"', '{', '}', '', ',', '"a" "b"', '"\t"', '"\\x"', 'tru', '{"a":}', '{"a":1,}',
  '{"amount":"25.00","currency":"EUR"}', '{"amount":"0","currency":"EUR"}', '{"amount":"25.00","currency":"JPY"}',
  '{"amount":25,"currency":"EUR"}', '{"amount":"9999999999.9999","currency":"EUR"}', '{"from":"09:00","until":"09:00"}',
  '{"from":"00:00","until":"24:00"}', '{"anonymous":true}', '{"direction":"outbound"}', '{"direction":"inbound","answered":true}',
  '{"resolve":{"outcome":"answered"}}', '{"callback":{}}', '["{{employeeId}}","{{employeeId}}"]', '["a","a"]', '{"outcome":"fixed","summary":"a"}',
  '{"from":"2030-03-01T10:00:00Z","until":"2030-03-01T09:00:00Z"}', '{"from":"2030-03-01T10:00:00Z"}', '{"until":"2030-03-01T10:00:00Z"}',
  '{"from":"2099-12-31T23:00:00Z","until":"2099-12-31T23:59:59Z"}', '{"from":"2099-12-31T23:59:59-14:00","until":"2099-12-31T23:59:59-14:00"}',
] // biome-ignore format: a list to be read as a list

/** Texts that are odd in some field or other. */
export const oddTexts: readonly string[] = texts

/** Odd values of every type: as they would stand in a body. */
export const oddJson: readonly string[] = [
  ...texts.map((text) => JSON.stringify(text)),
  ...numbers,
  ...others,
]

/** Values of a query or parts of a path as they would come over the wire, percent-encoded or wrongly so. */
export const oddUriTexts: readonly string[] = [
  '', '%', '%z', '%zz', '%00', '%0', '%ff%fe', '%ed%a0%80', '%c0%af', '%f4%90%80%80', '%2F', '%2f..%2f', '%5C', '+', '%2B', '%20', '%09', '%0a',
  '%EF%BB%BF', '%25', '%2525', '%26a=b', ';', 'a;b=c', ',', ',,', 'a,', ',a', '&', '=', '==', '[]', '{}', '()', "'", '"', '<x>', '|', '^', '`',
  '*', '~', '!', '$', ':', '@', 'a%00b', '1e3', '-1', '0', '201', '200', '1.5', '999999999', '9999999999', '0x1', ' 1', 'true', 'TRUE', 'yes', 'null',
  'a'.repeat(129), 'a'.repeat(2001), '%41'.repeat(60), '{{caseId}}', '{{customerId}}', '{{employeeId}}', '{{teamId}}', '{{topicId}}', '{{callbackId}}',
  '{{endedCaseId}}', '{{nobody}}', '{{reference}}', '{{caseId}},{{caseId}}', '{{caseId}},', '{{caseId}}%00', '{{cursorOfCases}}', '{{cursorOfCustomers}}',
  '{{cursorOfEvents}}', '{{cursorOfCases}}A', 'x{{cursorOfCases}}', '{{cursorOfCases}}%00', '{{cursorOfCases}}==', 'W10', 'bnVsbA', 'e30', 'W251bGxd',
  '100%20048%20275', '%D9%A1%D9%A2', '100048275', 'by-reference', '__proto__', 'constructor', 'open', 'open,resolved', 'open,', '2026-11-21T10:00:00Z',
  '2026-11-21T10:00:00%2B01:00', '2026-11-21T10:00:00+01:00', '2099-12-31T23:59:59-14:00', '2026-12-31T23:59:60Z',
] // biome-ignore format: a list to be read as a list

/** Values of headers. */
export const oddHeaderTexts: readonly string[] = [
  '', ' ', '*', '"1"', 'W/"1"', '"1", "2"', '"1" "2"', '"0"', '"-1"', '"999999999"', '"9999999999"', '"1', '1', "'1'", '""', 'W/', '"\u00e9"', '*, "1"',
  'a', '\u00ff', '\u00e9', 'a\tb', 'a,b', '{{employeeId}}', '{{colleagueId}}', '{{specialistId}}', '{{caseId}}', '{{nobody}}', '{{employeeId}}, {{employeeId}}',
  'null', '__proto__', 'application/json', 'application/json; charset=utf-8', 'application/json; charset=utf-16', 'application/json;charset="UTF-8"',
  'APPLICATION/JSON', 'application/json;', 'application/json, text/plain', 'application/problem+json', 'application/scim+json', 'application/vnd.api+json',
  'application/merge-patch+json', 'application/json-patch+json', 'text/plain', 'text/html', 'text/html;q=0, */*;q=0', 'image/png', '*/*;q=0', 'multipart/form-data', 'gzip', 'br, identity;q=0',
  'chunked', '0', '1', '-1', '5', '1e3', '99999999999999999999', '100-continue', 'bytes=0-1', 'a'.repeat(64), 'a'.repeat(65), 'a'.repeat(255), 'a'.repeat(256),
  'a'.repeat(8000), 'a b', '{jndi:ldap://x}', '../..', 'https://elsewhere.example', 'Bearer ', 'Bearer x y', 'Basic YTpi', 'Bearer eyJhbGciOiJub25lIn0.e30.',
  'Bearer eig_x', 'Bearer \u00ff', '1.2.3.4', '::1', 'nl', 'nl;q=1e400', 'Sat, 21 Nov 2026 10:00:00 GMT',
] // biome-ignore format: a list to be read as a list
