import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { readConfig } from '../config.ts'
import { startEmbedded } from '../postgres/embedded.ts'
import { settleFeed } from '../rooms/events/settle-feed.ts'
import { audit } from './audit.ts'

/**
 * `npm run audit [file…]`: holds the database against its history and names what is wrong. Files hold signed heads that
 * somebody kept, one a line. Ends with 0 where nothing is wrong, with 1 where something is, and with 130 when stopped.
 */
async function main(files: readonly string[]): Promise<number> {
  const kept = files.flatMap((file) => readFileSync(file, 'utf8').split(/\s+/).filter(Boolean))
  const config = readConfig(process.env)
  const given = config.databaseDirectUrl ?? config.databaseUrl
  const embedded = given === null ? await startEmbedded({ dataDir: config.dataDir }) : undefined
  const url = given ?? embedded?.url ?? ''
  const client = new Client({ connectionString: url, application_name: 'eigenaar audit' })
  const canceller = new Client({ connectionString: url, application_name: 'eigenaar audit' })
  let stopped = false
  client.on('error', () => undefined)
  const stop = () => {
    stopped = true
    void canceller
      .connect()
      .then(() => canceller.query('select pg_cancel_backend($1)', [pid]))
      .catch(() => undefined)
  }
  let pid = 0
  let found = 0
  try {
    await settleFeed(url)
    await client.connect()
    pid = (await client.query('select pg_backend_pid() as pid')).rows[0].pid
    process.once('SIGINT', stop).once('SIGTERM', stop)
    // One state of the database, however long it takes; planned for much at once.
    await client.query('begin isolation level repeatable read read only')
    await client.query(
      `set local work_mem = '128MB'; set local timezone = 'UTC'; set local search_path = public`,
    )
    for await (const { law, row } of audit(client, { kept, onProgress })) {
      if (stopped) break
      found++
      clear()
      process.stdout.write(`${law}: ${row}\n`)
    }
  } catch (error) {
    if (!stopped) throw error
  } finally {
    clear()
    await Promise.all([client.end(), canceller.end()]).catch(() => undefined)
    await embedded?.stop()
  }
  if (stopped) return 130
  process.stdout.write(
    found === 0
      ? 'The history is whole, and every law holds.\n'
      : `${found === 1 ? '1 thing is' : `${found} things are`} wrong.\n`,
  )
  return found === 0 ? 0 : 1
}

const width = 40

function onProgress(done: number): void {
  if (!process.stderr.isTTY) return
  const full = Math.round(done * width)
  process.stderr.write(`\r[${'#'.repeat(full)}${' '.repeat(width - full)}] ${Math.floor(done * 100)} %`)
}

function clear(): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${' '.repeat(width + 10)}\r`)
}

process.exitCode = await main(process.argv.slice(2))
