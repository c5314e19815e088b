import Fastify, { type FastifyBaseLogger } from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { KnownCallers } from './access/known-callers.ts'
import { openDatabase } from './db/database.ts'
import { problemOf, sendProblem } from './http/answer-problem.ts'
import type { App } from './http/app-type.ts'
import { readBodies } from './http/body.ts'
import { identifyCallers } from './http/caller.ts'
import { openDoor } from './http/door.ts'
import { explainProblems } from './http/explain-problems.ts'
import { tellHealth } from './http/health.ts'
import { describeOperations } from './http/openapi.ts'
import { refuseStrangeRequests, serverOptions } from './http/server.ts'
import type { Clock } from './lib/instant.ts'
import { topicRoutes } from './organisation/topic-routes.ts'

export interface AppOptions {
  readonly databaseUrl: string
  readonly connections?: number
  readonly logger: FastifyBaseLogger
  readonly clock?: Clock
  readonly publicUrl?: string | null
  readonly trustProxy?: readonly string[]
}

/** The plan of the house: what every request passes, and every room, in order. */
export async function buildApp({
  databaseUrl,
  connections = 8,
  logger,
  clock = Temporal.Now.instant,
  publicUrl = null,
  trustProxy = [],
}: AppOptions): Promise<App> {
  const db = openDatabase({
    url: databaseUrl,
    connections,
    onError: (error) =>
      logger.warn({ code: 'code' in error ? error.code : undefined }, 'a connection to the database broke'),
  })
  const callers = new KnownCallers(db)
  let stopping = false

  const app = Fastify({
    ...serverOptions(trustProxy),
    loggerInstance: logger,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(() => JSON.stringify)
  app.setErrorHandler((error, request, reply) => sendProblem(problemOf(error, request), request, reply))
  refuseStrangeRequests(app)
  readBodies(app)

  await describeOperations(app, publicUrl)
  tellHealth(app, db, () => stopping)
  explainProblems(app)
  await app.register(
    async (v1) => {
      identifyCallers(v1, callers, clock)
      const door = openDoor(db, callers, clock)
      topicRoutes(v1, door)
    },
    { prefix: '/v1' },
  )

  app.addHook('onReady', () => callers.listen())
  app.addHook('preClose', () => {
    stopping = true
  })
  app.addHook('onClose', async () => {
    await callers.close()
    await db.close()
  })
  return app
}
