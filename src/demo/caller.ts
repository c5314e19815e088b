import { randomUUID } from 'node:crypto'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Something answered otherwise than the story has it; the message says what, where and how. */
export class Unexpected extends Error {}

/** A refusal as it goes over the wire, as much of it as the story tells. */
export interface Refusal {
  readonly code: string
  readonly detail: string
}

/** Whoever calls the service: a system by its key, perhaps for an employee. Paths begin below `/v1`. */
export class DemoCaller {
  readonly #url: string
  readonly #key: string
  readonly #signal: AbortSignal
  readonly #employee: string | undefined

  constructor(url: string, key: string, signal: AbortSignal, employee?: string) {
    this.#url = url
    this.#key = key
    this.#signal = signal
    this.#employee = employee
  }

  /** The same system, acting for this employee. */
  as({ id }: { readonly id: string }): DemoCaller {
    return new DemoCaller(this.#url, this.#key, this.#signal, id)
  }

  /** Another system. */
  withKey(key: string): DemoCaller {
    return new DemoCaller(this.#url, key, this.#signal)
  }

  get<T>(path: string): Promise<T> {
    return this.#succeed('GET', path)
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.#succeed('POST', path, body)
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.#succeed('PUT', path, body)
  }

  /** Changes the version that there is. */
  async patch<T>(path: string, body: object): Promise<T> {
    const { version } = await this.get<{ version: number }>(path)
    return await this.#succeed('PATCH', path, body, `"${version}"`)
  }

  async delete(path: string): Promise<void> {
    const answer = await this.#send('DELETE', path)
    if (!answer.ok)
      throw new Unexpected(`DELETE /v1${path} was to succeed, but ${told(answer, await answer.json())}`)
  }

  /** Asks for what must be refused with this code; throws `Unexpected` for any other answer. */
  async refused(code: string, method: Method, path: string, body?: object): Promise<Refusal> {
    const answer = await this.#send(method, path, body, method === 'PATCH' ? '*' : undefined)
    const said = (await answer.json()) as Refusal
    if (said.code === code) return said
    throw new Unexpected(`${method} /v1${path} was to be refused with ${code}, but ${told(answer, said)}`)
  }

  async #succeed<T>(method: Method, path: string, body?: object, version?: string): Promise<T> {
    const answer = await this.#send(method, path, body, version)
    const said: unknown = await answer.json()
    if (answer.ok) return said as T
    throw new Unexpected(`${method} /v1${path} was to succeed, but ${told(answer, said)}`)
  }

  async #send(method: Method, path: string, body?: object, version?: string): Promise<Response> {
    try {
      return await fetch(`${this.#url}${path}`, {
        method,
        signal: this.#signal,
        headers: {
          authorization: `Bearer ${this.#key}`,
          ...(this.#employee === undefined ? {} : { 'on-behalf-of': this.#employee }),
          ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
          ...(version === undefined ? {} : { 'if-match': version }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    } catch (error) {
      this.#signal.throwIfAborted()
      throw new Unexpected(`${this.#url} does not answer (${reasonOf(error)}).`)
    }
  }
}

const told = ({ status }: Response, said: unknown): string =>
  `the answer was ${status}: ${JSON.stringify(said)}`

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (!(cause instanceof Error)) return String(cause)
  return 'code' in cause ? String(cause.code) : cause.message
}
