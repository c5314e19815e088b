import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import type { OpenApiDocument } from '../openapi/document.ts'
import { compressOnce } from './compress-once.ts'
import { foldRefusals } from './fold-refusals.ts'
import { sendPage } from './page.ts'

/**
 * The reference runs a program, which styles what it makes where it makes it, and sends what readers try to this service. No
 * part of it comes from elsewhere, and it can send nothing elsewhere.
 */
const referencePolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self' data: blob:",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
].join('; ')

/** What the reference shows and leaves out: everything that leads to its makers is off. */
const settings = (base: string) => ({
  url: `${base}/docs/reference.json`,
  favicon: `${base}/docs/icon.svg`,
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true, hideAddApi: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  showToolbar: 'never',
  documentDownloadType: 'direct',
  operationTitleSource: 'summary',
  defaultOpenFirstTag: false,
  hideModels: true,
  persistAuth: false,
  theme: 'default',
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
  customCss,
})

/** Below our own bar, in our own colours. */
const customCss = `
:root { --scalar-custom-header-height: 3.5rem; --scalar-font: system-ui, sans-serif; --scalar-font-code: ui-monospace, monospace; }
.light-mode { --scalar-color-1: #1b2328; --scalar-color-2: #47525a; --scalar-color-3: #6b7780; --scalar-color-accent: #0b5d57;
  --scalar-background-1: #fff; --scalar-background-2: #f4f6f6; --scalar-background-3: #e8ecec; --scalar-background-accent: #0b5d5714;
  --scalar-border-color: #d9dfe1; }
.dark-mode { --scalar-color-1: #e6eaeb; --scalar-color-2: #b7c0c4; --scalar-color-3: #87939a; --scalar-color-accent: #63c7bd;
  --scalar-background-1: #12181b; --scalar-background-2: #1b2428; --scalar-background-3: #263136; --scalar-background-accent: #63c7bd1f;
  --scalar-border-color: #2f3a3f; }
`

const bundle = '/docs/parts'

/** Serves the reference of all operations at `/docs`. */
export function serveReference(app: FastifyInstance, base: string): void {
  app.register(async (parts) => {
    compressOnce(parts)
    await parts.register(scalar, {
      routePrefix: bundle,
      configuration: { url: `${base}/docs/reference.json` },
      // Its own page is one that we do not show.
      hooks: {
        onRequest: (request, reply, done) => {
          if (request.url.startsWith(`${bundle}/js/`)) done()
          else reply.redirect(`${base}/docs`)
        },
      },
    })
  })
  const hidden = { schema: { hide: true } }
  let folded: OpenApiDocument | undefined
  app.get('/docs/reference.json', hidden, (_request, reply) => {
    folded ??= foldRefusals(app.swagger() as unknown as OpenApiDocument, base)
    return reply.header('cache-control', 'no-cache').send(folded)
  })
  app.get('/docs/reference.js', hidden, (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(`Scalar.createApiReference('#reference', ${JSON.stringify(settings(base))})\n`),
  )
  app.get('/docs/', hidden, (_request, reply) => reply.redirect(`${base}/docs`))
  app.get('/docs', hidden, (_request, reply) => {
    const content = `<div id="reference"><noscript><p>The reference needs JavaScript; <a href="${base}/docs/guides">the guides</a> and <a href="${base}/openapi.json">the document</a> do not.</p></noscript></div>
<script src="${base}${bundle}/js/scalar.js"></script>
<script src="${base}/docs/reference.js"></script>`
    return sendPage(reply, base, { title: 'Reference', content, part: 'reference' }, referencePolicy)
  })
}
