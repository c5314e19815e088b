import { compactVerify, createLocalJWKSet } from 'jose'
import type { ClientBase } from 'pg'
import type { Finding } from './chain.ts'

const law = 'the history is still what was signed'

/** Holds signed heads, those in the database and those that somebody kept, against the chain as it is now. */
export async function checkHeads(client: ClientBase, kept: readonly string[]): Promise<Finding[]> {
  const { rows: keys } = await client.query('select public_key from signing_keys')
  const known = createLocalJWKSet({ keys: keys.map(({ public_key }) => public_key) })
  const { rows } = await client.query('select statement from checkpoints order by position')
  const findings: Finding[] = []
  for (const statement of [...rows.map((row) => String(row.statement)), ...kept]) {
    const said = await read(statement, known)
    if (said === undefined) findings.push({ law, row: `nobody here signed ${statement.slice(0, 60)}…` })
    else if (!(await stands(client, said)))
      findings.push({ law, row: `the head at ${said.position}, signed ${said.at}, leads elsewhere` })
  }
  return findings
}

interface Said {
  readonly position: number
  readonly chain: string
  readonly at: string
}

async function read(
  statement: string,
  keys: ReturnType<typeof createLocalJWKSet>,
): Promise<Said | undefined> {
  try {
    const { payload } = await compactVerify(statement, keys, { algorithms: ['ES256'] })
    return JSON.parse(new TextDecoder().decode(payload))
  } catch {
    return undefined
  }
}

async function stands(client: ClientBase, { position, chain }: Said): Promise<boolean> {
  const { rows } = await client.query('select chain from feed where position = $1', [position])
  return rows[0]?.chain.toString('base64url') === chain
}
