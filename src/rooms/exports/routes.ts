import { pipeline, Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { constants, createGzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../../db/database.ts'
import type { ReportDatabase } from '../../db/report-database.ts'
import type { App } from '../../http/app-type.ts'
import { NotAcceptable, NotFound, Overloaded } from '../../lib/problems.ts'
import { ExportCells, ExportLines, ExportParams, ExportQuery, isExportKind } from './contract.ts'
import { type ExportFormat, formatOf, mediaTypes, takesGzip } from './format.ts'
import { type OpenExport, openExport } from './open-export.ts'

/** Exports that run at once in one process, so that the others do not notice. */
const atOnce = 2
/** Milliseconds for which one more waits for its turn. */
const patience = 2000

export function exportRoutes(app: App, reports: ReportDatabase, primary: Database): void {
  const running = new Set<Promise<OpenExport>>()
  // They could go on for minutes; whoever reads them sees that the end is missing, and comes again.
  app.addHook('preClose', async () => {
    for (const each of running) (await each.catch(() => null))?.stream.destroy()
  })

  /** Lets few in at once. Throws `overloaded`. */
  const begin = async (open: () => Promise<OpenExport>): Promise<OpenExport> => {
    for (const until = performance.now() + patience; running.size >= atOnce; await sleep(50))
      if (performance.now() > until) throw Overloaded.because(`No more than ${atOnce} exports run at once.`)
    const opening = open()
    running.add(opening)
    const end = () => running.delete(opening)
    return opening.then(
      (opened) => {
        opened.stream.once('close', end)
        return opened
      },
      (error: unknown) => {
        end()
        throw error
      },
    )
  }
  app.route({
    method: 'GET',
    url: '/exports/:kind',
    config: { access: { system: 'exports:read', employee: null } },
    schema: {
      operationId: 'exportRows',
      summary: 'Export all rows of a kind, or what has changed',
      description:
        'A stream of rows, without bound but ten minutes. Keep the cursor of its end and send it next time: then only what has changed comes, each row as it is now, and of an erased customer the id with `erased`.',
      tags: ['Exports'],
      params: ExportParams,
      querystring: ExportQuery,
      response: {
        200: {
          content: {
            'application/x-ndjson': { schema: ExportLines },
            'text/csv': { schema: ExportCells },
          },
        },
      },
      problems: [NotAcceptable, NotFound],
    },
    handler: async (request, reply) => {
      const { kind } = request.params
      if (!isExportKind(kind)) throw NotFound.because('Nothing of that kind is exported.')
      const format = formatOf(request.query.format, request.headers.accept)
      const open = await begin(() => openExport({ reports, primary }, kind, format, request.query))
      // Whom it shows are too many to name one by one.
      request.shown = [`${kind} behind ${request.query.cursor ?? 'the beginning'}`]
      return send(request, reply, open, format) as never
    },
  })
}

/** Sends what has begun, and says in the log how it ended. */
function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { stream, asOf, end }: OpenExport,
  format: ExportFormat,
): FastifyReply {
  const zipped = takesGzip(request.headers['accept-encoding'])
  reply.headers({
    'content-type': mediaTypes[format],
    'data-as-of': asOf,
    vary: 'Accept, Accept-Encoding',
    ...(zipped && { 'content-encoding': 'gzip' }),
  })
  if (request.method === 'HEAD') {
    stream.destroy()
    return reply.send(Readable.from([]))
  }
  stream.once('close', () => request.log.info({ ...end() }, end() ? 'exported' : 'an export was cut off'))
  if (format === 'csv') {
    reply.trailer('export-cursor', async () => end()?.cursor ?? '')
    reply.trailer('export-complete', async () => String(end()?.complete ?? false))
  }
  return reply.send(zipped ? compressed(stream) : stream)
}

/** Fast before small: the rest of the house has the same processors. */
function compressed(stream: Readable): Readable {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED })
  return pipeline(stream, gzip, () => undefined)
}
