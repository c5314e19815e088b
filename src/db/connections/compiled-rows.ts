import pg from 'pg'
import { inOnePacket } from './one-packet.ts'
import { wireTypes } from './wire-types.ts'

/*
 * The driver looks up the parser of every column for every answer, and makes each row name by name. What a statement answers
 * is always of the same columns, so how its rows are made is compiled once: a page of a list is read in a third of the time.
 */

interface Field {
  readonly name: string
  readonly dataTypeID: number
}

type ReadRow = (values: readonly (string | null)[]) => object

/** How the driver makes a result. Its types leave out what a subclass needs. */
interface DriverResult {
  fields: readonly Field[]
  addFields(fields: readonly Field[]): void
  parseRow(values: readonly (string | null)[]): object
}
interface DriverQuery {
  _result: DriverResult
  _results: DriverResult
}
const driver = pg as unknown as {
  readonly Result: new (rowMode: undefined, types: pg.CustomTypesConfig) => DriverResult
  readonly Query: new (
    config: pg.QueryConfig,
    values: undefined,
    callback: (error: Error | null, result: pg.QueryResult) => void,
  ) => DriverQuery & pg.Submittable
}

const compiled = new Map<string, ReadRow>()

/** Rows of the statement with this name, by which it is prepared as well. */
class CompiledResult extends driver.Result {
  readonly #name: string
  #readRow: ReadRow | undefined

  constructor(name: string) {
    super(undefined, wireTypes)
    this.#name = name
  }

  override addFields(fields: readonly Field[]): void {
    this.fields = fields
    this.#readRow = compiled.get(this.#name)
    if (this.#readRow) return
    this.#readRow = compile(fields)
    compiled.set(this.#name, this.#readRow)
  }

  override parseRow(values: readonly (string | null)[]): object {
    return this.#readRow ? this.#readRow(values) : super.parseRow(values)
  }
}

/** One literal with all columns. Their names are those of our own statements, and are quoted all the same. */
function compile(fields: readonly Field[]): ReadRow {
  const parsers = fields.map(({ dataTypeID }) => wireTypes.getTypeParser(dataTypeID, 'text'))
  const columns = fields.map(
    ({ name }, n) => `[${JSON.stringify(name)}]: values[${n}] === null ? null : parsers[${n}](values[${n}])`,
  )
  return new Function('parsers', `return (values) => ({ ${columns} })`)(parsers)
}

/** Sends a statement, in one packet with what else is sent in this turn. One that has a name answers with compiled rows. */
export async function send(client: pg.ClientBase, query: pg.QueryConfig): Promise<pg.QueryResult> {
  inOnePacket(client)
  if (!query.name) return client.query(query)
  const { name } = query
  try {
    return await new Promise((resolve, reject) => {
      const sent = new driver.Query(query, undefined, (error, result) =>
        error ? reject(error) : resolve(result),
      )
      sent._result = sent._results = new CompiledResult(name)
      client.query(sent)
    })
  } catch (error) {
    // It was made where the answer came in; it is about whoever sent the statement.
    if (error instanceof Error) Error.captureStackTrace(error)
    throw error
  }
}
