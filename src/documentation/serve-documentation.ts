import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { escapeHtml } from '../lib/html/html.ts'
import { NotFound } from '../lib/problems.ts'
import type { OpenApiDocument } from '../openapi/document.ts'
import { type Entry, entriesOf, findIn } from './find-in-documentation.ts'
import { type Guide, readGuides } from './guides.ts'
import { baseOf, type DocumentationPart, sendPage } from './page.ts'
import { serveReference } from './reference.ts'

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

/** Serves what people read: the reference, the guides, the changes, and a search in all of it. */
export function serveDocumentation(app: App, publicUrl: string | null): void {
  const base = baseOf(publicUrl)
  let guides: readonly Guide[] | undefined
  const all = () => (guides ??= readGuides(base))
  let entries: readonly Entry[] | undefined
  const findable = () => (entries ??= entriesOf(all(), app.swagger() as unknown as OpenApiDocument, base))
  const hidden = { hide: true }

  serveReference(app, base)
  for (const [name, type] of [
    ['style.css', 'text/css; charset=utf-8'],
    ['icon.svg', 'image/svg+xml'],
  ] as const) {
    const content = file(name)
    app.get(`/docs/${name}`, { schema: hidden }, (_request, reply) =>
      reply.type(type).header('cache-control', 'no-cache').send(content),
    )
  }
  app.get('/docs/guides', { schema: hidden }, (_request, reply) => {
    const content = `<h1>Guides</h1>${listOf(all(), '')}`
    return sendPage(reply, base, { title: 'Guides', content, part: 'guides', beside: listOf(all(), '') })
  })
  const Named = z.strictObject({ name: z.string() })
  app.get('/docs/guides/:name', { schema: { ...hidden, params: Named } }, ({ params }, reply) =>
    sendGuide(reply, `${base}/docs/guides/${params.name}`, 'guides'),
  )
  app.get('/docs/changes', { schema: hidden }, (_request, reply) =>
    sendGuide(reply, `${base}/docs/changes`, 'changes'),
  )
  const Asked = z.strictObject({ q: z.string().max(200).default('') })
  app.get('/docs/search', { schema: { ...hidden, querystring: Asked } }, ({ query: { q } }, reply) => {
    const content = resultsOf(q.trim(), findIn(findable(), q), base)
    return sendPage(reply, base, { title: 'Search', content, beside: listOf(all(), '') })
  })

  function sendGuide(reply: Parameters<typeof sendPage>[0], path: string, part: DocumentationPart) {
    const guide = all().find((each) => each.path === path)
    if (!guide) throw NotFound.because('There is no guide with this name.')
    return sendPage(reply, base, {
      title: guide.title,
      content: guide.html,
      part,
      beside: listOf(all(), path),
    })
  }
}

const listOf = (guides: readonly Guide[], here: string): string =>
  `<ul>${guides
    .map(
      ({ path, title }) =>
        `<li><a href="${path}"${path === here ? ' aria-current="page"' : ''}>${escapeHtml(title)}</a></li>`,
    )
    .join('')}</ul>`

function resultsOf(q: string, found: readonly Entry[], base: string): string {
  const field = `<form action="${base}/docs/search"><input type="search" name="q" value="${escapeHtml(q)}" aria-label="Search again"></form>`
  const items = found.map(
    ({ title, where, address, words }) =>
      `<li><a href="${address}">${escapeHtml(title)}</a><p>${escapeHtml(where)}</p><p>${escapeHtml(words.trim().slice(0, 160))}</p></li>`,
  )
  const said =
    q === '' ? 'Type what you look for.' : 'Nothing has all of these words. Try fewer, or their beginnings.'
  return `<h1>Search</h1>${field}${items.length > 0 ? `<ul class="found">${items.join('')}</ul>` : `<p>${said}</p>`}`
}
