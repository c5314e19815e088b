import type { FastifyReply } from 'fastify'
import { escapeHtml } from '../lib/html/html.ts'

/** Where the service is below its host, as `PUBLIC_URL` says it: empty, or a path without a slash at its end. */
export const baseOf = (publicUrl: string | null): string =>
  publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '')

/** A page for people. `content` and `beside` are HTML. */
export interface DocumentationPage {
  readonly title: string
  readonly content: string
  /** Which part of the documentation it is, as the bar at its top names it. */
  readonly part?: DocumentationPart
  /** Links to the other pages of its part. */
  readonly beside?: string
}

const parts = [
  ['reference', '/docs', 'Reference'],
  ['guides', '/docs/guides', 'Guides'],
  ['problems', '/problems', 'Problems'],
  ['changes', '/docs/changes', 'Changes'],
] as const

export type DocumentationPart = (typeof parts)[number][0]

/** Pages load a style sheet and an icon of ours, and nothing else; they run nothing. */
const pagePolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self'",
  "style-src 'self'",
].join('; ')

/** Sends a page. */
export const sendPage = (
  reply: FastifyReply,
  base: string,
  page: DocumentationPage,
  policy = pagePolicy,
): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .headers({ 'content-security-policy': policy, 'cache-control': 'no-cache' })
    .send(document(base, page))

function document(base: string, { title, content, part, beside }: DocumentationPage): string {
  const body =
    beside === undefined
      ? content
      : `<div class="page"><nav aria-label="Pages">${beside}</nav><main>${content}</main></div>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Eigenaar</title>
<link rel="icon" type="image/svg+xml" href="${base}/docs/icon.svg">
<link rel="stylesheet" href="${base}/docs/style.css">
</head>
<body>
<header class="bar">
<a class="name" href="${base}/docs"><img src="${base}/docs/icon.svg" alt="" width="24" height="24"><span>Eigenaar</span></a>
${parts.map(([name, path, text]) => `<a href="${base}${path}"${name === part ? ' aria-current="page"' : ''}>${text}</a>`).join('\n')}
<a class="narrow" href="${base}/docs/search">Search</a>
<form action="${base}/docs/search" role="search"><input type="search" name="q" placeholder="Search" aria-label="Search the documentation" maxlength="200"></form>
</header>
${body}
</body>
</html>
`
}

/** Whether whoever asks would rather read a page than JSON (RFC 9110, section 12.5.1); undecided, it is JSON. */
export function prefersPage(accept: string | undefined): boolean {
  const requestedChanges = (accept ?? '').split(',').map((each) => {
    const [type = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    return { type, weight: weight === undefined ? 1 : Number(weight) }
  })
  const best = (types: readonly string[]) =>
    Math.max(
      0,
      ...requestedChanges.filter(({ type }) => types.includes(type)).map(({ weight }) => weight || 0),
    )
  return best(['text/html', 'text/*']) > best(['application/json', 'application/*', '*/*'])
}
