import { writeFile } from 'node:fs/promises'
import pg from 'pg'
import { type Database, openDatabase } from '../../src/db/database.ts'
import type { Statement } from '../../src/db/statement.ts'
import type { Actor, Reader } from '../../src/db/work.ts'
import { listCases } from '../../src/rooms/cases/list-cases.ts'
import { listCustomers } from '../../src/rooms/customers/list-customers.ts'
import { lookUpCaller } from '../../src/rooms/telephony/look-up-caller.ts'
import type { Question } from './searches.ts'

interface Sent {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Tables whose rows are read one after the other only by mistake. */
const large =
  /Seq Scan on (?:public\.)?(cases|case_words|customers|customer_references|contacts|notes|callbacks|resolutions)\b/

/**
 * Answers each question once as the service does, and writes how PostgreSQL went about each statement of it. Throws when
 * any of them read a large table from one end to the other.
 */
export async function writePlans(
  file: string,
  databaseUrl: string,
  actors: Readonly<Record<Question['who'], Actor>>,
  questions: readonly Question[],
  head: string,
): Promise<void> {
  const db = openDatabase({ url: databaseUrl, connections: 2, onError: () => {} })
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c jit=off -c search_path=public' })
  await client.connect()
  const chapters: string[] = []
  const wrong: string[] = []
  try {
    for (const question of questions) {
      const { path } = question.next()
      const sent: Sent[] = []
      await answer(path, {
        db: heard(db, sent),
        actor: actors[question.who],
        now: Temporal.Now.instant(),
        address: path,
      })
      const plans: string[] = []
      for (const { text, values } of sent) {
        // Twice: the second time what it reads is at hand, as when somebody has searched before.
        await client.query(`explain (analyze) ${text}`, [...values])
        const { rows } = await client.query(`explain (analyze, buffers, costs off) ${text}`, [...values])
        const plan = rows.map((row) => String(row['QUERY PLAN'])).join('\n')
        const table = large.exec(plan)?.[1]
        if (table) wrong.push(`${question.name} (${question.who}) reads all of ${table}`)
        plans.push(`\`\`\`\n${shortened(plan)}\n\`\`\``)
      }
      chapters.push(
        `## ${question.name}, asked by a ${question.who}\n\n\`GET ${path}\`\n\n${plans.join('\n\n')}\n`,
      )
    }
  } finally {
    await client.end()
    await db.close()
  }
  await writeFile(file, `${head}\n${chapters.join('\n')}`)
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
}

function answer(path: string, reader: Reader): Promise<unknown> {
  const url = new URL(path, 'http://127.0.0.1')
  const q = url.searchParams.get('q') ?? ''
  if (url.pathname === '/v1/cases') return listCases(reader, { q, limit: 50 })
  if (url.pathname === '/v1/customers') return listCustomers(reader, { q, limit: 50 })
  return lookUpCaller(reader, { phone: url.searchParams.get('phone') ?? '' })
}

/** The database, and what is asked of it. */
function heard(db: Database, sent: Sent[]): Database {
  const rows = <Params extends object, Row>(
    asked: Statement<Params, Row>,
    params: Params,
  ): Promise<Row[]> => {
    sent.push({ text: asked.text, values: asked.values(params) })
    return db.rows(asked, params)
  }
  return { ...db, rows, row: async (asked, params) => (await rows(asked, params))[0] }
}

/** Lists of ids say nothing to a reader. */
const shortened = (plan: string): string =>
  plan.replaceAll(/\{[0-9a-f-]{36}(?:,[0-9a-f-]{36})+\}/g, '{…}').replaceAll(/^(.{180}).*$/gm, '$1 …')
