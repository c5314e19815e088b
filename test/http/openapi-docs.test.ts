import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../src/http/app-type.ts'
import { allProblems } from '../../src/lib/problem.ts'
import { sleepingApp } from '../support/document.ts'

let app: App
beforeAll(async () => {
  app = await sleepingApp()
})
afterAll(() => app.close())

const get = (url: string, headers: Readonly<Record<string, string>> = {}) => app.inject({ url, headers })

/** Every address that a page or a style sheet loads something from. */
const loaded = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:src|<link [^>]*href)="([^"]+)"|url\(["']?(?!data:)([^"')]+)|@import\s+["']([^"']+)/g,
    ),
  ].map(([, a, b, c]) => a ?? b ?? c ?? '')

const sourcesOf = (policy: unknown): string[] => [
  ...new Set(
    String(policy)
      .split(';')
      .flatMap((part) => part.trim().split(' ').slice(1)),
  ),
]

test('the reference loads everything from this service, and its policy lets it reach no other', async () => {
  const page = await get('/docs')
  expect(page.statusCode).toBe(200)
  expect(page.headers['content-type']).toMatch(/^text\/html/)
  expect(page.body).toContain('<title>Reference · Eigenaar</title>')
  expect(page.body).toContain('name="viewport" content="width=device-width')
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(sourcesOf(policy).sort()).toEqual(["'none'", "'self'", "'unsafe-inline'", 'blob:', 'data:'])
  expect(policy).toMatch(/script-src 'self';/)

  const addresses = loaded(page.body)
  expect(addresses.length).toBeGreaterThan(4)
  for (const address of addresses) {
    const url = new URL(address, 'http://here/docs')
    expect(url.host, address).toBe('here')
    const part = await get(url.pathname)
    expect(part.statusCode, address).toBe(200)
    if (/css/.test(String(part.headers['content-type']))) expect(loaded(part.body)).toEqual([])
  }
})

test('what leads from the reference to its makers is switched off', async () => {
  const { body } = await get('/docs/reference.js')
  const [, json = ''] = /^Scalar\.createApiReference\('#reference', (.*)\)$/m.exec(body) ?? []
  expect(JSON.parse(json)).toMatchObject({
    url: '/docs/reference.json',
    favicon: '/docs/icon.svg',
    withDefaultFonts: false,
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    hideClientButton: true,
    showDeveloperTools: 'never',
    showToolbar: 'never',
  })
  expect(json).not.toMatch(/https?:/)
})

test('its program comes compressed to those who take that, and once to a browser that has it', async () => {
  const url = '/docs/parts/js/scalar.js'
  const plain = await get(url)
  const packed = await get(url, { 'accept-encoding': 'gzip, br' })
  expect(packed.headers['content-encoding']).toBe('gzip')
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
  expect(gunzipSync(packed.rawPayload).equals(plain.rawPayload)).toBe(true)
  const again = await get(url, { 'if-none-match': String(packed.headers.etag) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  expect((await get('/docs/parts/')).headers.location).toBe('/docs')
})

test('people read all refusals of an operation as one answer; the document tells them apart', async () => {
  const folded = (await get('/docs/reference.json')).json()
  const document = (await get('/openapi.json')).json()
  expect({ ...folded, paths: null }).toEqual({ ...document, paths: null })
  const [read, told] = [folded, document].map(({ paths }) => paths['/v1/cases/{caseId}/resolve'].post)
  expect({ ...read, responses: null }).toEqual({ ...told, responses: null })
  expect(Object.keys(read.responses)).toEqual(['200', 'default'])
  expect(Object.keys(told.responses).length).toBeGreaterThan(5)
  const { description, content } = read.responses.default
  expect(description).toContain('- 422 [`customer-not-told`](/problems/customer-not-told): ')
  expect(content['application/problem+json'].examples).toHaveProperty('customer-not-told')
})

test('every guide is served, and every link in one leads to a page and a heading of it', async () => {
  const list = await get('/docs/guides')
  const guides = [...list.body.matchAll(/href="(\/docs\/guides\/[^"]+)"/g)].map(([, path = '']) => path)
  expect(new Set(guides).size).toBeGreaterThan(25)
  const pages = new Map<string, string>()
  for (const path of [...new Set(guides), '/docs/changes']) {
    const { statusCode, headers, body } = await get(path)
    expect([path, statusCode]).toEqual([path, 200])
    expect(sourcesOf(headers['content-security-policy']).sort()).toEqual(["'none'", "'self'"])
    expect(body).not.toContain('<script')
    pages.set(path, body)
  }
  const broken: string[] = []
  for (const [path, body] of pages)
    for (const [, target = ''] of body.matchAll(/<a href="([^"]+)"/g)) {
      if (/^https?:/.test(target)) continue
      const { pathname, hash } = new URL(target.replaceAll('&#38;', '&'), `http://here${path}`)
      const page = pages.get(pathname) ?? (await get(pathname, { accept: 'text/html' })).body
      if (hash !== '' && !page.includes(`id="${hash.slice(1)}"`)) broken.push(`${path} → ${target}`)
      if (page.includes('"code":"not-found"')) broken.push(`${path} → ${target}`)
    }
  expect(broken).toEqual([])
  expect((await get('/docs/guides/nothing')).statusCode).toBe(404)
})

test('a search finds guides, operations and problems, those first that are called so', async () => {
  const found = async (q: string) => {
    const { statusCode, body } = await get(`/docs/search?q=${encodeURIComponent(q)}`)
    expect(statusCode).toBe(200)
    const [, list = ''] = body.split('<ul class="found">')
    return [...list.matchAll(/<li><a href="([^"]+)"/g)].map(([, address]) => address)
  }
  expect((await found('opening hours')).length).toBeGreaterThan(1)
  expect(await found('resolve a case')).toContain('/docs#tag/cases/POST/v1/cases/{caseId}/resolve')
  expect(await found('slot-full')).toContain('/problems/slot-full')
  expect((await found('embedded PostgreSQL')).some((at) => at?.startsWith('/docs/guides/operations#'))).toBe(
    true,
  )
  expect(await found('')).toEqual([])
  expect(await found('zyxwv')).toEqual([])
  const { body } = await get(`/docs/search?q=${encodeURIComponent('"><script>alert(1)</script>(((')}`)
  expect(body).not.toContain('<script>')
})

describe('a problem', () => {
  const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

  test('is a page for people and JSON for programs', async () => {
    for (const { code, title } of allProblems()) {
      const page = await get(`/problems/${code}`, browser)
      expect([code, page.statusCode, page.headers['content-type']]).toEqual([
        code,
        200,
        'text/html; charset=utf-8',
      ])
      expect(page.headers.vary).toContain('accept')
      expect(page.body).toContain('What it means and what to do')
      expect(page.body).toContain(`&#34;code&#34;: &#34;${code}&#34;`)
      expect(page.body).toContain(title.replaceAll("'", '&#39;'))
    }
    for (const accept of ['*/*', 'application/json', 'application/json, text/html;q=0.5', ''])
      expect((await get('/problems/forbidden', { accept })).json()).toMatchObject({ code: 'forbidden' })
  })

  test('is on a list of all', async () => {
    const page = await get('/problems', browser)
    expect(sourcesOf(page.headers['content-security-policy']).sort()).toEqual(["'none'", "'self'"])
    for (const { code } of allProblems()) expect(page.body).toContain(`href="/problems/${code}"`)
  })
})

test('behind a path of its proxy, every link leads below that path', async () => {
  const below = await sleepingApp('https://desk.example.nl/eigenaar/')
  try {
    for (const url of [
      '/docs',
      '/docs/guides',
      '/docs/guides/http',
      '/docs/changes',
      '/docs/search?q=case',
      '/problems',
    ]) {
      const { body } = await below.inject({ url, headers: { accept: 'text/html' } })
      const links = [...body.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, address]) => address)
      expect(links.filter((address) => !address?.startsWith('/eigenaar/'))).toEqual([])
      expect(links.length).toBeGreaterThan(5)
    }
  } finally {
    await below.close()
  }
})
