import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import en from '../../src/rooms/languages/texts/en.json' with { type: 'json' }
import { readTexts } from '../../src/rooms/languages/texts.ts'
import { plant } from '../support/planted.ts'
import { outbound, setScene, soon } from '../support/scene.ts'
import { useInstance, useService } from '../support/use-service.ts'

const service = useService()
const limited = useInstance(service, { rateLimits: { systems: 600_000, employees: 6000, pages: 20 } })

const form = (url: string, fields: Record<string, string>) =>
  service.call('POST', url, {
    key: null,
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
  })
const open = (url: string, language = 'en') =>
  service.call('GET', url, { key: null, headers: { 'accept-language': language } })

/** A case that is open and one that was answered, with the pages of their customers. */
async function setPages(customer: object = {}) {
  const scene = await setScene(service)
  const asks = async (fields: object = {}) => {
    const { id } = await service.customer({ name: 'Mevrouw Dijkstra', phone: '+31612345678', ...customer })
    return scene.take({
      customerId: id,
      subject: 'Charged <twice> in October',
      question: 'Why & how?',
      ...fields,
    })
  }
  const pathOf = async (id: string) => {
    const { survey, tracking } = await service.do('GET', `/v1/cases/${id}/links`)
    const paths = { survey: survey?.url ?? '', tracking: tracking.url }
    plant(...Object.values(paths).map((path) => path.slice(3)))
    return paths
  }
  const resolve = (id: string) =>
    service.do('POST', `/v1/cases/${id}/resolve`, {
      as: scene.sanne.id,
      body: { outcome: 'answered', summary: 'It is paid back.', contact: outbound },
    })
  const waiting = await asks()
  const done = await asks()
  await resolve(done.id)
  return { ...scene, waiting, done, open: await pathOf(waiting.id), answered: await pathOf(done.id), resolve }
}

describe('a page', () => {
  test('is in the language of its customer, else of the browser, else in Dutch, and each has all texts', async () => {
    const unknown = await setPages()
    const lang = async (path: string, asked: string) =>
      /<html lang="(\w+)">/.exec((await open(path, asked)).text)?.[1]
    expect(await lang(unknown.open.tracking, 'fr;q=0.9, en-US;q=0.8, nl;q=0.7')).toBe('en')
    expect(await lang(unknown.open.tracking, 'nl-BE, en;q=0.9')).toBe('nl')
    expect(await lang(unknown.open.tracking, 'fr, *;q=0.1')).toBe('nl')
    const english = await setPages({ language: 'en-IE' })
    expect(await lang(english.answered.survey, 'nl')).toBe('en')
    expect(() => readTexts('fr.json', {})).toThrow('fr.json has no text “locale”')
    expect(() => readTexts('fr.json', { ...en, 'by-phone': 'Quelqu’un vous rappelle' })).toThrow('{owner}')
    expect(() => readTexts('fr.json', { ...en, extra: 'x' })).toThrow('extra')
  })

  test('runs nothing, is kept by nobody and names itself to nobody, and words of people are words in it', async () => {
    const { open: paths, answered } = await setPages()
    for (const path of [paths.tracking, `${answered.survey}?utm_source=mail&lang=x`]) {
      const { status, headers, text } = await open(path)
      expect(status).toBe(200)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'content-security-policy':
          "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; style-src 'self'",
      })
      expect(text).toContain('Charged &#60;twice&#62; in October')
      expect(text).not.toMatch(/<script|<style| style=| on\w+=/)
      const style = await open(/href="(\/s\/style-[\w-]+\.css)"/.exec(text)?.[1] ?? '')
      expect([style.headers['content-type'], style.headers['cache-control']]).toEqual([
        'text/css; charset=utf-8',
        'public, max-age=31536000, immutable',
      ])
    }
  })

  test('of no such token looks the same whatever is wrong with it, and guessing is slowed', async () => {
    const { open: paths, answered } = await setPages()
    const [survey, tracking] = [answered.survey.slice(3), paths.tracking.slice(3)]
    const otherEnd = `${survey.slice(0, -2)}${survey.at(-2) === 'A' ? 'B' : 'A'}A`
    const wrong = ['x', 'A'.repeat(43), survey.toLowerCase(), survey.slice(0, -1), otherEnd]
    const texts = new Set<string>()
    for (const path of [
      ...wrong.flatMap((token) => [`/s/${token}`, `/t/${token}`]),
      `/s/${tracking}`,
      `/t/${survey}`,
    ]) {
      const { status, text, headers } = await open(path)
      expect([path, status, headers['content-type']]).toEqual([path, 404, 'text/html; charset=utf-8'])
      texts.add(text)
    }
    expect(texts.size).toBe(1)
    const posted = await form(`/t/${'A'.repeat(43)}`, { what: 'thanks' })
    expect(posted.text).toBe([...texts][0])
    const guesses = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        limited.callOnce('GET', `/t/${String(n).padStart(43, 'B')}`, { key: null }),
      ),
    )
    // A minute may end meanwhile, and another begin.
    expect(guesses.filter(({ status }) => status === 404).length).toBeLessThanOrEqual(40)
    const slowed = guesses.find(({ status }) => status === 429)
    expect([slowed?.headers['content-type'], slowed?.text]).toEqual([
      'text/html; charset=utf-8',
      expect.stringContaining('Dat was te vaak'),
    ])
  })

  test('takes forms and nothing else, whatever is in them', async () => {
    const { open: paths, answered } = await setPages()
    const json = await service.call('POST', paths.tracking, { key: null, body: { what: 'thanks' } })
    expect([json.status, json.headers['content-type']]).toEqual([415, 'text/html; charset=utf-8'])
    for (const [path, fields, said] of [
      [answered.survey, {}, en['fault-score']],
      [answered.survey, { score: '6' }, en['fault-score']],
      [answered.survey, { score: '5', comment: 'x'.repeat(4001) }, en['fault-words']],
      [answered.survey, { score: '5', admin: 'yes' }, en['fault-form']],
      [paths.tracking, {}, en['fault-form']],
      [paths.tracking, { what: 'move', place: '' }, en['fault-choose']],
      [paths.tracking, { what: 'move', place: 'now/then' }, en['fault-choose']],
      [
        paths.tracking,
        { what: 'move', place: '2020-01-01T00:00:00Z/2020-01-01T01:00:00Z' },
        en['fault-place'],
      ],
      [paths.tracking, { what: 'thanks', text: 'x'.repeat(2001) }, en['fault-words']],
      [answered.tracking, { what: 'notNeeded' }, en['fault-over']],
    ] as const) {
      const { status, text } = await form(path, fields)
      expect([fields, status, text.includes(said)]).toEqual([
        fields,
        said === en['fault-over'] ? 409 : 422,
        true,
      ])
    }
    const raw = (body: string) =>
      service.call('POST', answered.survey, {
        key: null,
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    for (const body of ['score=%zz', 'score=5&score=4', 'score[]=5', 'comment=%00&score=5', '&'.repeat(999)])
      expect([body, (await raw(body)).status >= 400, (await raw(body)).status < 500]).toEqual([
        body,
        true,
        true,
      ])
    const { rows } = await service.sql.query(
      'select count(*)::int as n from surveys where answered_at is not null',
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  test('shows what was answered, and takes another answer for twelve hours; a closed one says so', async () => {
    const { answered, done, resolve, take } = await setPages()
    const sent = await form(answered.survey, { score: '2', helpedByOnePerson: 'no', comment: 'A\r\nB' })
    expect([sent.status, sent.headers.location]).toEqual([303, answered.survey])
    const after = (await open(answered.survey)).text
    expect(after).toContain('A\nB')
    expect(after).toContain(en.change)
    expect((await service.do('GET', `/v1/cases/${done.id}`)).status).toBe('open')
    service.clock.now = Temporal.Now.instant().add({ hours: 13 })
    expect((await form(answered.survey, { score: '5' })).status).toBe(410)
    expect((await open(answered.survey)).text).toContain(en.fixed)
    service.clock.now = undefined
    const customer = await service.customer({ name: 'Jansen' })
    const late = await take({ customerId: customer.id, callback: { channel: 'pickup' } })
    await resolve(late.id)
    const { survey } = await service.do('GET', `/v1/cases/${late.id}/links`)
    service.clock.now = Temporal.Now.instant().add({ hours: 24 * 31 })
    expect((await open(survey.url)).text).toContain(en.surveyOver)
  })
})

const program = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
)
if (program === undefined)
  process.stderr.write(
    '\n!!! NO CHROMIUM HERE: the pages of customers are not tried in a browser (apt-get install chromium) !!!\n',
  )

describe.skipIf(program === undefined)('in a browser', () => {
  let browser: Browser
  let origin: string
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox'] })
    origin = await service.app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(() => browser?.close())

  interface Seen {
    readonly width: number
    readonly scheme: 'light' | 'dark'
    readonly locale: 'nl' | 'en'
    readonly scripts?: boolean
  }

  /** A browser of somebody, which tells of all that it complains of and all that it asks for. */
  async function look({ width, scheme, locale, scripts = true }: Seen) {
    const context = await browser.newContext({
      viewport: { width, height: width < 600 ? 700 : 900 },
      colorScheme: scheme,
      locale,
      javaScriptEnabled: scripts,
    })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('request', (request) => {
      const { referer } = request.headers()
      if ((referer ?? '') !== '' || !request.url().startsWith(origin))
        complaints.push(`${request.url()} ${referer}`)
    })
    return { context, page, complaints }
  }

  async function shoot(page: Page, name: string): Promise<void> {
    const folder = process.env.PAGES_SCREENSHOTS
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  }

  test('without a script a customer moves the callback, says thanks and answers, by the keyboard alone', async () => {
    const { open: paths, answered, waiting, sanne } = await setPages()
    const { context, page, complaints } = await look({
      width: 390,
      scheme: 'light',
      locale: 'nl',
      scripts: false,
    })
    await page.goto(origin + paths.tracking)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`${sanne.name} belt u terug`)
    await page.getByLabel('Ander moment', { exact: true }).selectOption({ index: 7 })
    const chosen = await page.getByLabel('Ander moment', { exact: true }).inputValue()
    await page.getByLabel('Ander moment', { exact: true }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('status').waitFor()
    expect(page.url()).toBe(origin + paths.tracking)
    const { callback } = await service.do('GET', `/v1/cases/${waiting.id}`)
    expect(`${callback.from}/${callback.until}`).toBe(chosen)
    await page.getByText(`Wilt u ${sanne.name} bedanken?`).click()
    await page.locator('#thanks-words').fill('Fijn dat u belt.')
    await page.getByRole('button', { name: 'Bedanken' }).click()
    await page.getByText('Fijn dat u belt.').waitFor()
    const { data } = await service.do('GET', `/v1/cases/${waiting.id}/contacts`)
    expect(data.at(-1)).toMatchObject({ thanks: true, summary: 'Thanks. Fijn dat u belt.' })

    await page.goto(origin + answered.survey)
    await page.getByRole('radio').first().focus()
    for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Snel en vriendelijk.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Dank u voor uw antwoord' }).waitFor()
    const { body } = await service.call('GET', `/v1/surveys/${answered.survey.slice(3)}`, { key: null })
    expect(body.answer).toMatchObject({ score: 4, helpedByOnePerson: true, comment: 'Snel en vriendelijk.' })
    expect(complaints).toEqual([])
    await context.close()
  }, 120_000)

  /** What is looked at on a wide screen as well, where nothing but the width differs. */
  const onDesks: ReadonlySet<string> = new Set(['broken', 'asked'])
  const views: readonly Seen[] = [
    { width: 320, scheme: 'light', locale: 'nl' },
    { width: 390, scheme: 'dark', locale: 'en' },
    { width: 1280, scheme: 'dark', locale: 'nl' },
    { width: 1280, scheme: 'light', locale: 'en' },
  ]
  test('everybody can use them: on telephones and desks, in light and dark, in both languages', async () => {
    const { open: paths, answered, waiting, take, resolve } = await setPages()
    const second = await setPages()
    await form(second.answered.survey, { score: '4', comment: 'Snel.' })
    await form(second.open.tracking, { what: 'move', place: `${soon(11).from}/${soon(11).until}` })
    const quick = await take({ customerId: waiting.customer.id })
    await resolve(quick.id)
    const late = Temporal.Instant.from(waiting.callback.until).add({ minutes: 93 })
    const afterwards = await setPages()
    service.clock.now = late
    await form(afterwards.open.tracking, { what: 'move', place: `${soon(11).from}/${soon(11).until}` })
    service.clock.now = Temporal.Instant.from(soon(11).until).add({ minutes: 93 })
    await afterwards.resolve(afterwards.waiting.id)
    service.clock.now = undefined
    const shown: readonly (readonly [name: string, path: string, at?: Temporal.Instant])[] = [
      ['promised', paths.tracking],
      ['broken', paths.tracking, late],
      ['kept', answered.tracking],
      ['late', afterwards.open.tracking],
      ['moved', second.open.tracking],
      ['asked', answered.survey],
      ['answered', second.answered.survey],
      ['nothing', '/t/x'],
    ]
    const found: unknown[] = []
    for (const view of views) {
      const { context, page, complaints } = await look(view)
      for (const [name, path, at] of view.width > 600 ? shown.filter(([name]) => onDesks.has(name)) : shown) {
        service.clock.now = at
        await page.goto(origin + path)
        const title = `${name}-${view.locale}-${view.width}-${view.scheme}`
        await shoot(page, title)
        for (const details of await page.locator('details').all())
          await details.evaluate((each) => each.setAttribute('open', ''))
        await page.evaluate(axe.source)
        const { violations } = await page.evaluate<axe.AxeResults>(
          'axe.run(document, { resultTypes: ["violations"] })',
        )
        found.push(...violations.map(({ id, nodes }) => [title, id, nodes.map(({ html }) => html)]))
        const tooWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
        if (tooWide) found.push([title, 'is wider than the screen'])
        // What matters stands in the heading, and the rest below: on a telephone it is read without scrolling.
        const lines = await page.evaluate<number>(
          '((h1) => h1.offsetHeight / Number.parseFloat(getComputedStyle(h1).lineHeight))(document.querySelector("h1"))',
        )
        if (lines > 5.5) found.push([title, `has a heading of ${lines} lines`])
      }
      found.push(...complaints.filter((each) => !each.includes('404')))
      await context.close()
    }
    expect(found).toEqual([])
  }, 120_000)
})
