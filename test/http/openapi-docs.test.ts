import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../src/http/app-type.ts'
import { sleepingApp } from '../support/document.ts'

let app: App
beforeAll(async () => {
  app = await sleepingApp()
})
afterAll(() => app.close())

/** Every address that a page or a style sheet loads something from. */
const loaded = (text: string): string[] =>
  [...text.matchAll(/(?:src|href)="([^"]+)"|url\(["']?(?!data:)([^"')]+)|@import\s+["']([^"']+)/g)].map(
    ([, a, b, c]) => a ?? b ?? c ?? '',
  )

test('the documentation is readable without any other host', async () => {
  expect((await app.inject('/docs')).statusCode).toBe(200)
  const page = await app.inject('/docs/')
  expect(page.statusCode).toBe(200)
  expect(page.headers['content-type']).toMatch(/^text\/html/)

  const policy = String(page.headers['content-security-policy'])
  const sources = policy.split(';').flatMap((part) => part.trim().split(' ').slice(1))
  expect(policy).toContain("default-src 'none'")
  expect([...new Set(sources)].sort()).toEqual(["'none'", "'self'", 'data:'])

  const addresses = loaded(page.body)
  expect(addresses.length).toBeGreaterThan(4)
  for (const address of addresses) {
    const url = new URL(address, 'http://here/docs/')
    expect(url.host, address).toBe('here')
    const asset = await app.inject(url.pathname)
    expect(asset.statusCode, address).toBe(200)
    expect(asset.body.length, address).toBeGreaterThan(0)
    if (/css/.test(String(asset.headers['content-type'])))
      for (const more of loaded(asset.body)) expect(new URL(more, url).host, more).toBe('here')
  }
})

test('the page shows the document of this service', async () => {
  const initializer = await app.inject('/docs/static/swagger-initializer.js')
  expect(initializer.statusCode).toBe(200)
  expect(initializer.body).toContain('validatorUrl: null')
  const document = await app.inject('/docs/json')
  expect(document.json()).toEqual((await app.inject('/openapi.json')).json())
})
