import Fastify from 'fastify'
import pg from 'pg'
import { wireInstant } from '../../src/db/wire-instant.ts'
import { newId } from '../../src/lib/id.ts'
import { honestOptions, honestPool, makeHonest, plannedOnce } from './honest.ts'
import { readRoutes } from './read-routes.ts'
import { writeRoutes } from './write-routes.ts'

/*
 * The floor: what these operations cost on Fastify and pg when nothing is asked but that the same rows are written
 * and the same answer is given. It knows no caller, no rule and no lock. With HONEST it also does what the service has to
 * do by contract. A process of its own.
 */

const isHonest = process.env.HONEST !== undefined
const url = process.env.DATABASE_URL ?? ''
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, wireInstant)
types.setTypeParser(pg.types.builtins.INT8, Number)

const pool = new pg.Pool({
  connectionString: url,
  max: Number(process.env.DATABASE_CONNECTIONS),
  ...(isHonest ? honestPool : { options: `-c timezone=UTC -c jit=off ${plannedOnce}` }),
  pipeline: true,
  types,
})
const system = newId()
const app = Fastify({ logger: false, ...(isHonest ? honestOptions : {}) })
const numberFeed = isHonest ? makeHonest(app, url, system) : async () => {}

app.get('/health/ready', async () => (await pool.query('select 1')).rows)
readRoutes(app, pool, numberFeed)
writeRoutes(app, pool, system)

process.once('SIGTERM', () => void app.close().then(() => pool.end()))
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
