import { connect } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Scene, setScene } from '../support/scene.ts'
import type { Answer, Call } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let scene: Scene
let kase: Answer['body']
let port: number
beforeAll(async () => {
  scene = await setScene(service)
  kase = await scene.take()
  await service.app.listen({ port: 0, host: '127.0.0.1' })
  const address = service.app.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})

const json = { 'content-type': 'application/json' }

/** Operations that write, with a body of which one text may be anything. */
const operations: Record<string, (text: string) => [string, Record<string, unknown>]> = {
  'opening a case': (text) => ['/v1/cases', { customerId: scene.customer.id, question: text }],
  'making a customer': (text) => ['/v1/customers', { name: text }],
  'adding a note': (text) => [`/v1/cases/${kase.id}/notes`, { text }],
  'recording a contact': (text) => [`/v1/cases/${kase.id}/contacts`, { direction: 'inbound', summary: text }],
  'trying a callback': (text) => [
    `/v1/callbacks/${kase.callback.id}/attempts`,
    { outcome: 'no-answer', summary: text },
  ],
}
const named = Object.entries(operations)

const post = (url: string, body: unknown, headers: Call['headers'] = json): Promise<Answer> =>
  service.call('POST', url, { as: scene.sanne.id, body, headers })

function expectRefusal(answer: Answer, ...statuses: number[]): void {
  expect(statuses.length > 0 ? statuses : [400]).toContain(answer.status)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.body).toMatchObject({ status: answer.status, type: `/problems/${answer.body.code}` })
  expect(answer.body.requestId).toBeTruthy()
}

describe.each(named)('%s', (_, operation) => {
  /** The body with the text replaced by raw JSON. */
  const raw = (value: string): [string, string] => {
    const [url, body] = operation('TEXT')
    return [url, JSON.stringify(body).replace('"TEXT"', value)]
  }

  test.each([
    ['a NUL', '"a\\u0000b"'],
    ['half a character', '"a\\ud800b"'],
    ['the other half', '"\\udc00"'],
    ['a NUL in a name of a member', '{"a\\u0000": 1}'],
    ['an object', '{"a": 1}'],
    ['an array', '["a"]'],
    ['a number', '7'],
    ['yes', 'true'],
    ['nothing but blanks', '"  \\t\\n "'],
    ['nothing', '""'],
    ['a huge number', '1e400'],
    ['a bare word', 'NaN'],
    ['a prototype', '{"__proto__": {"admin": true}}'],
    ['an escaped prototype', '{"\\u005f_proto__": 1}'],
    ['a constructor', '{"constructor": {"prototype": {"a": 1}}}'],
    ['too much text', `"${'a'.repeat(20_001)}"`],
  ])('refuses %s', async (_name, value) => {
    const [url, body] = raw(value)
    expectRefusal(await post(url, body))
  })

  test('refuses what is not JSON in UTF-8', async () => {
    const [url, body] = raw('"Why?"')
    const bytes = Buffer.from(body)
    const at = bytes.indexOf('Why')
    for (const broken of [
      Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff, 0xfe]), bytes.subarray(at)]),
      Buffer.concat([bytes.subarray(0, at), Buffer.from([0xc0, 0xaf]), bytes.subarray(at)]),
      Buffer.concat([bytes.subarray(0, at), Buffer.from([0xed, 0xa0, 0x80]), bytes.subarray(at)]),
      Buffer.from(body, 'utf16le'),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
      bytes.subarray(0, -1),
      Buffer.from(`${body}${body}`),
      Buffer.from(body.replaceAll('"', "'")),
      Buffer.from(body.replace('}', ',}')),
      Buffer.from(`// a comment\n${body}`),
      Buffer.from('undefined'),
    ])
      expectRefusal(await post(url, broken))
  })

  test('refuses another body than an object', async () => {
    const [url] = raw('"Why?"')
    for (const body of ['[]', '[{}]', '"Why?"', '7', 'true', 'null', '{}', ''])
      expectRefusal(await post(url, body))
  })

  test('refuses a field that it does not have, and names it', async () => {
    const [url, body] = operation('Why?')
    const answer = await post(url, { ...body, isAdmin: true, 'a/b~c': 1 })
    expectRefusal(answer)
    const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers).toEqual(expect.arrayContaining(['#/isAdmin', '#/a~1b~0c']))
  })

  test('refuses a field that comes twice, and names it', async () => {
    const [url, body] = raw('"Why?"')
    const [field = ''] = /"\w+":"Why\?"/.exec(body) ?? []
    const name = /\w+/.exec(field)?.[0] ?? ''
    for (const twice of [
      body.replace(field, `${field},${field}`),
      body.replace(field, `"${name}":"Else",${field}`),
      body.replace(field, `${field},"\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}":"Else"`),
    ]) {
      const answer = await post(url, twice)
      expectRefusal(answer)
      expect(answer.body.errors[0].pointer).toBe(`#/${name}`)
    }
  })

  test('refuses what nests without end', async () => {
    const [url, body] = raw('"Why?"')
    for (const depth of [40, 5_000, 60_000]) {
      expectRefusal(await post(url, body.replace('"Why?"', `${'['.repeat(depth)}${']'.repeat(depth)}`)))
      expectRefusal(await post(url, body.replace('"Why?"', '{"a":'.repeat(Math.min(depth, 40_000)))))
    }
  })

  test('refuses another type of content', async () => {
    const [url, body] = raw('"Why?"')
    for (const type of [
      'text/plain',
      'text/plain; charset=utf-8',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'application/jsonp',
      'text/json',
      'application/json; charset=utf-16',
      'application/json; charset=latin1',
      'application/json\t; charset=iso-8859-1',
      'nonsense',
      '*/*',
    ])
      expectRefusal(await post(url, body, { 'content-type': type }), 415, 400)
  })

  test('refuses what is too large', async () => {
    const [url, body] = raw(`"${'a'.repeat(300_000)}"`)
    expectRefusal(await post(url, body), 413)
    const [, blanks] = raw(`"Why?"${' '.repeat(300_000)}`)
    expectRefusal(await post(url, blanks), 413)
  })
})

const texts: Record<string, string> = {
  'an emoji family': '👨‍👩‍👧‍👦 asks, 👩🏽‍🚀 answers 🇳🇱',
  'writing from right to left': 'שלום עולם — السلام عليكم',
  'direction marks': '\u202eabc\u202c \u2066x\u2069',
  'combining characters': 'e\u0301 a\u030a n\u0303 \u1100\u1161\u11a8',
  'what would be composed': '\u212b \ufb01 \u2460',
  'a script': `'; drop table cases; --`,
  'another script': `$$; select pg_sleep(10); -- \${7*7} {{7*7}}`,
  'marks of patterns': '100% _of_ \\them\\ \\\\ \\0 \\x00',
  markup: '<script>alert(1)</script> & &amp; <![CDATA[ ]]>',
  'a formula': "=cmd|' /C calc'!A0 +1 -1 @SUM(A1)",
  'line ends of all kinds': 'a\nb\r\nc\rd\u2028e\u2029f\u0085g',
  'control characters': 'a\u0001b\u001f\u007f\u0080',
  'a byte order mark within': 'a\ufeffb',
  'what is no character': 'a\uffffb\ufdd0',
  'the replacement character': 'a\ufffdb',
  'beyond the basic plane': '𝕏 𠜎 🜚',
  'as much as may be': `${'Waarom '.repeat(2800)}?`,
}

describe('text is stored and read back as it was said', () => {
  test.each(Object.entries(texts))('%s', async (_, text) => {
    const note = await service.do('POST', `/v1/cases/${kase.id}/notes`, {
      as: scene.sanne.id,
      body: { text },
    })
    expect(note.text).toBe(text)
    const { data } = await service.do('GET', `/v1/cases/${kase.id}/notes?limit=200`)
    expect(data.at(-1).text).toBe(text)

    const opened = await scene.take({ question: text, tags: [text.slice(0, 20).trim()] })
    expect(opened.question).toBe(text)
    const read = await service.do('GET', `/v1/cases/${opened.id}`)
    expect(read).toMatchObject({ question: text, tags: opened.tags, subject: opened.subject })
    expect(read.subject.isWellFormed()).toBe(true)
    const found = await service.do(
      'GET',
      `/v1/cases?tag=${encodeURIComponent(opened.tags[0].replaceAll(',', ''))}`,
    )
    if (!opened.tags[0].includes(','))
      expect(found.data.map(({ id }: { id: string }) => id)).toContain(opened.id)
    const { data: story } = await service.do('GET', `/v1/cases/${opened.id}/timeline`)
    expect(story[0].text).toBe(text)
  })
})

test('searching for anything answers, whatever is searched for', async () => {
  for (const text of [
    ...Object.values(texts),
    `'`,
    '"',
    '!',
    '&',
    '|',
    ':*',
    '()',
    '<->',
    '\\',
    '%',
    'a & | b',
    `\u3300`.repeat(200),
    '𠜎'.repeat(100),
    'ﷺ'.repeat(200),
  ]) {
    const q = encodeURIComponent(text.slice(0, 200).toWellFormed().trim())
    for (const list of ['cases', 'customers', 'employees']) {
      const answer = await service.call('GET', `/v1/${list}?q=${q}`)
      expect([list, text, answer.status]).toEqual([list, text, 200])
    }
  }
})

describe('an address', () => {
  test.each([
    ['with a NUL in the path', '/v1/cases/%00', [400, 404]],
    ['with a NUL in an id', () => `/v1/cases/${kase.id}%00`, [400, 404]],
    ['with a NUL in the reference', '/v1/cases/by-reference/%00', [400, 404]],
    ['with bytes that are no text', '/v1/cases/%ff%fe', [400, 404]],
    ['with half an escape', '/v1/cases/%', [400, 404]],
    ['with a wrong escape', '/v1/cases/%zz', [400, 404]],
    ['with half a character', '/v1/cases/by-reference/%ed%a0%80', [400, 404]],
    ['with an id that is too long', `/v1/cases/${'a'.repeat(200)}`, [400, 404, 414]],
    ['with an id that is none', '/v1/cases/1', [400, 404]],
    ['with a script for an id', `/v1/cases/'%20or%201=1`, [400, 404]],
    ['with two slashes', '/v1//cases', [404]],
    ['with dots', '/v1/cases/../api-keys/..%2f..', [400, 404, 405]],
    ['with a NUL in the query', '/v1/cases?q=a%00b', [400]],
    ['with a NUL in the name of a parameter', '/v1/cases?a%00=1', [400]],
    ['with an unknown parameter', '/v1/cases?colour=red', [400]],
    ['with a prototype in the query', '/v1/cases?__proto__=1', [400]],
    ['with a constructor in the query', '/v1/cases?constructor=1', [400]],
    ['with a limit twice', '/v1/cases?limit=1&limit=2', [400]],
    ['with a cursor twice', '/v1/cases?cursor=a&cursor=b', [400]],
    ['with a search twice', '/v1/cases?q=a&q=b', [400]],
    ['with a flag twice', '/v1/cases?overdue=true&overdue=false', [400]],
    [
      'with a moment twice',
      '/v1/cases?openedAfter=2026-01-01T00:00:00Z&openedAfter=2026-01-01T00:00:00Z',
      [400],
    ],
    ['with a moment without an offset', '/v1/cases?openedAfter=2026-01-01T00:00:00', [400]],
    ['with a day that does not exist', '/v1/cases?openedAfter=2026-02-30T00:00:00Z', [400]],
    ['with a moment of another age', '/v1/cases?openedAfter=1999-12-31T00:00:00Z', [400]],
    ['with brackets in the query', '/v1/cases?limit[]=1', [400]],
    ['with an empty status', '/v1/cases?status=', [400]],
    ['with a status that is none', '/v1/cases?status=pending', [400]],
    ['with an empty parameter', '/v1/cases?ownerId=', [400]],
    ['that leads nowhere', '/v1/nothing', [404]],
    ['of the wrong version', '/v2/cases', [404]],
  ])('%s is refused', async (_, url, statuses) => {
    const answer = await service.call('GET', typeof url === 'string' ? url : url())
    expectRefusal(answer, ...statuses)
  })

  test('takes only its own methods, and says which', async () => {
    for (const [method, url, allow] of [
      ['DELETE', `/v1/cases/${kase.id}`, ['GET', 'HEAD', 'PATCH']],
      ['PUT', `/v1/cases/${kase.id}`, ['GET', 'HEAD', 'PATCH']],
      ['PATCH', '/v1/cases', ['GET', 'HEAD', 'POST']],
      ['DELETE', '/v1/cases', ['GET', 'HEAD', 'POST']],
      ['GET', `/v1/cases/${kase.id}/resolve`, ['POST']],
      ['POST', `/v1/callbacks/${kase.callback.id}`, ['GET', 'HEAD']],
      ['DELETE', '/v1/events', ['GET', 'HEAD']],
      ['PUT', `/v1/cases/${kase.id}/notes`, ['GET', 'HEAD', 'POST']],
    ] as const) {
      const answer = await service.call(method, url, { body: method === 'GET' ? undefined : {} })
      expectRefusal(answer, 405)
      expect(answer.headers.allow?.split(', ').sort()).toEqual([...allow])
    }
  })
})

test('ids, headers and moments that are none are refused by name', async () => {
  const url = '/v1/cases'
  const question = 'Why?'
  for (const customerId of [
    '1',
    '',
    ' ',
    `${scene.customer.id} `,
    `{${scene.customer.id}}`,
    scene.customer.id.replaceAll('-', ''),
    7,
    null,
    ['x'],
    {},
  ]) {
    const answer = await post(url, { customerId, question })
    expectRefusal(answer)
    expect(answer.body.errors[0].pointer).toBe('#/customerId')
  }
  for (const from of [
    'infinity',
    'now',
    'tomorrow',
    '2026-02-30T10:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T10:00:60Z',
    '2026-11-21',
    '10000-01-01T00:00:00Z',
    '2000-01-01T00:00:00+13:00',
    '2026-11-21T10:00:00',
    '2026-11-21 10:00:00Z',
    1_800_000_000,
    '',
  ]) {
    const answer = await post(url, {
      customerId: scene.customer.id,
      question,
      callback: { from, until: '2027-01-12T11:00:00Z' },
    })
    expectRefusal(answer)
    expect(answer.body.errors[0].pointer).toBe('#/callback/from')
  }
  for (const onBehalfOf of ['', '1', 'null', `${scene.sanne.id}x`]) {
    const answer = await service.call('GET', '/v1/cases', { headers: { 'on-behalf-of': onBehalfOf } })
    expectRefusal(answer, 400, 403)
  }
  for (const ifMatch of ['', '1', '"x', 'W/1', '"1" "2"']) {
    const answer = await service.call('PATCH', `/v1/cases/${kase.id}`, {
      body: { subject: 'x' },
      headers: { 'if-match': ifMatch },
    })
    expectRefusal(answer, 400, 412)
  }
})

describe('what is hardly HTTP', () => {
  /** Sends bytes as they are and answers with what comes back until the other side is done, or nothing more comes. */
  const talk = (bytes: string | Buffer): Promise<string> =>
    new Promise((resolve, reject) => {
      let heard = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
      const quiet = setTimeout(() => socket.destroy(), 1500)
      socket.on('data', (data) => {
        heard += data.toString('latin1')
        clearTimeout(quiet)
        setTimeout(() => socket.destroy(), 100)
      })
      socket.on('close', () => resolve(heard))
      socket.on('error', (error) =>
        'code' in error && error.code === 'ECONNRESET' ? resolve(heard) : reject(error),
      )
    })

  const authorization = () => `authorization: Bearer ${service.adminKey}`
  const body = '{"text":"x"}'
  const head = (...lines: string[]) =>
    [
      `POST /v1/cases/${kase.id}/notes HTTP/1.1`,
      'host: x',
      authorization(),
      'content-type: application/json',
      ...lines,
      '',
      '',
    ].join('\r\n')

  test('the line itself works', async () => {
    expect(await talk(`${head(`content-length: ${body.length}`)}${body}`)).toMatch(/^HTTP\/1\.1 201 /)
  })

  test.each<[string, () => string | Buffer]>([
    ['no method', () => '/v1/cases HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['an unknown method', () => 'FETCH /v1/cases HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['a method in small letters', () => 'get /v1/cases HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['garbage', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
    ['bytes at random', () => Buffer.from(Array.from({ length: 512 }, (_, n) => (n * 167 + 13) % 256))],
    ['no version', () => 'GET /v1/cases\r\n\r\n'],
    ['a version to come', () => 'GET /v1/cases HTTP/9.9\r\nhost: x\r\n\r\n'],
    ['no host', () => `GET /v1/cases HTTP/1.1\r\n${authorization()}\r\n\r\n`],
    ['two hosts', () => `GET /v1/cases HTTP/1.1\r\nhost: x\r\nhost: y\r\n${authorization()}\r\n\r\n`],
    [
      'two keys',
      () => `GET /v1/cases HTTP/1.1\r\nhost: x\r\n${authorization()}\r\nauthorization: Bearer other\r\n\r\n`,
    ],
    ['two lengths', () => `${head('content-length: 12', 'content-length: 13')}${body}`],
    ['a length and chunks', () => `${head('content-length: 12', 'transfer-encoding: chunked')}0\r\n\r\n`],
    ['a length that is none', () => `${head('content-length: twelve')}${body}`],
    ['a length below zero', () => `${head('content-length: -1')}${body}`],
    ['a length beyond all', () => `${head('content-length: 99999999999999999999')}${body}`],
    ['broken chunks', () => `${head('transfer-encoding: chunked')}zz\r\n${body}\r\n0\r\n\r\n`],
    ['an unknown coding', () => `${head('transfer-encoding: gzip')}${body}`],
    ['a NUL in a header', () => `GET /v1/cases HTTP/1.1\r\nhost: x\r\nx-a: a\0b\r\n\r\n`],
    ['a folded header', () => `GET /v1/cases HTTP/1.1\r\nhost: x\r\nx-a: a\r\n b\r\n\r\n`],
    ['a header without a name', () => `GET /v1/cases HTTP/1.1\r\nhost: x\r\n: a\r\n\r\n`],
    ['headers without end', () => `GET /v1/cases HTTP/1.1\r\nhost: x\r\nx-a: ${'a'.repeat(100_000)}\r\n\r\n`],
    ['an address without end', () => `GET /v1/cases?q=${'a'.repeat(100_000)} HTTP/1.1\r\nhost: x\r\n\r\n`],
    [
      'an expectation that nobody can meet',
      () => `${head('expect: miracles', `content-length: ${body.length}`)}${body}`,
    ],
    ['an asterisk', () => `OPTIONS * HTTP/1.1\r\nhost: x\r\n\r\n`],
    ['a tunnel', () => 'CONNECT example.org:443 HTTP/1.1\r\nhost: example.org\r\n\r\n'],
    ['a trace', () => 'TRACE /v1/cases HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['a NUL in the address', () => 'GET /v1/cases\0 HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['letters that are no ASCII in the address', () => 'GET /v1/c\u00e9 HTTP/1.1\r\nhost: x\r\n\r\n'],
  ])('%s is answered with a problem', async (_, bytes) => {
    const heard = await talk(bytes())
    expect(heard.slice(0, 12)).toMatch(/^HTTP\/1\.1 4\d\d/)
    const [headers = '', text = ''] = heard.split('\r\n\r\n')
    expect(headers.toLowerCase()).toContain('content-type: application/problem+json')
    expect(JSON.parse(text)).toMatchObject({ status: Number(headers.slice(9, 12)) })
  })

  test('and the next one is served as if nothing had been', async () => {
    expect((await service.call('GET', `/v1/cases/${kase.id}`)).status).toBe(200)
  })
})
