import { mkdir, writeFile } from 'node:fs/promises'
import pino from 'pino'
import { buildApp } from './app.ts'

/** Writes the document that the service serves at `/openapi.json` to the place where it is committed. */
const app = await buildApp({
  databaseUrl: 'postgresql://nobody@localhost/nothing',
  logger: pino({ level: 'silent' }),
  asleep: true,
})
await app.ready()
const folder = new URL('../openapi/', import.meta.url)
await mkdir(folder, { recursive: true })
await writeFile(new URL('openapi.json', folder), `${JSON.stringify(app.swagger(), null, 2)}\n`)
await app.close()
