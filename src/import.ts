import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { request } from 'node:http'
import { request as secureRequest } from 'node:https'
import { basename, extname } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from './lib/cannot-start.ts'
import type { Import } from './rooms/imports/contract.ts'

/*
 * `EIGENAAR=http://127.0.0.1:8080/v1 KEY=eig_… npm run import -- customers.csv [--dry-run] [--mapping Naam:name,…]`: sends a
 * file to a running service, shows how far it is, and keeps what was refused in a file beside it.
 */

const usage =
  'EIGENAAR=http://127.0.0.1:8080/v1 KEY=… npm run import -- customers.csv [--dry-run] [--mapping Naam:name,Telefoon:phone]'

interface Order {
  readonly file: string
  readonly service: string
  readonly key: string
  readonly query: URLSearchParams
}

async function main(): Promise<void> {
  const order = readOrder(process.argv.slice(2), process.env)
  const begun = await sendFile(order)
  const ended = await watch(order, begun)
  const { read, made, changed, unchanged, refused } = ended.counts
  say(
    `${ended.dryRun ? 'A dry run of ' : ''}${read} lines: ${made} made, ${changed} changed, ${unchanged} unchanged, ${refused} refused.\n`,
  )
  if (refused === 0) return
  const kept = `${basename(order.file, extname(order.file))}.refused${extname(order.file)}`
  await keepRefusals(order, ended.id, kept)
  say(`The refused lines are in ${kept}, with what is wrong: mend them there and send that file.\n`)
  process.exitCode = 2
}

function readOrder(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Order {
  const query = new URLSearchParams()
  const files: string[] = []
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (arg === '--dry-run') query.set('dryRun', 'true')
    else if (arg === '--mapping') query.set('mapping', args[++at] ?? '')
    else files.push(arg)
  }
  const { EIGENAAR: service, KEY: key } = environment
  const [file] = files
  if (file === undefined || files.length > 1 || !service || !key) throw new CannotStart(usage)
  return { file, service: service.replace(/\/+$/, ''), key, query }
}

const typeOf = (file: string): string => (/\.(nd)?jsonl?$/i.test(file) ? 'application/x-ndjson' : 'text/csv')

/** Sends the file as it is read, and never holds more of it than is under way. */
async function sendFile({ file, service, key, query }: Order): Promise<Import> {
  const { size } = statSync(file)
  let sent = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sent += chunk.length
      bar('sent', sent, size)
      done(null, chunk)
    },
  })
  const url = new URL(`${service}/imports/customers?${query}`)
  const headers = { authorization: `Bearer ${key}`, 'content-type': typeOf(file), 'content-length': size }
  const answered = new Promise<Readable & { statusCode?: number | undefined }>((resolve, reject) => {
    const ask = (url.protocol === 'https:' ? secureRequest : request)(
      url,
      { method: 'POST', headers },
      resolve,
    )
    ask.on('error', reject)
    pipeline(createReadStream(file), counted, ask).catch(reject)
  })
  const answer = await answered
  const text = Buffer.concat(await answer.toArray()).toString()
  if (answer.statusCode !== 202) throw new CannotStart(`\nThe service refused the file: ${text}`)
  return JSON.parse(text)
}

/** Shows how far it is, until what became of every line is settled. */
async function watch({ service, key }: Order, begun: Import): Promise<Import> {
  for (;;) {
    const answer = await fetch(`${service}/imports/${begun.id}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    const found = (await answer.json()) as Import
    const { read, made, changed, unchanged, refused } = found.counts
    bar('lines', made + changed + unchanged + refused, read)
    if (found.state === 'done') {
      say('\n')
      return found
    }
    if (found.state === 'failed') throw new CannotStart(`\nThe import failed: ${found.failedBecause}`)
    await sleep(500)
  }
}

async function keepRefusals({ service, key, file }: Order, id: string, kept: string): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, accept: typeOf(file) }
  const { body } = await fetch(`${service}/imports/${id}/refusals`, { headers })
  if (body) await pipeline(Readable.fromWeb(body), createWriteStream(kept))
}

const width = 40
function bar(what: string, done: number, of: number): void {
  const share = of === 0 ? 1 : done / of
  const full = Math.round(share * width)
  say(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.round(share * 100)}% ${what}   `)
}

const say = (text: string): void => void process.stdout.write(text)

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
