import type { Readable } from 'node:stream'
import { Agent, request } from 'undici'
import type { Message } from './message.ts'
import type { Targets } from './targets.ts'

/** What became of a try. */
export interface TryOutcome {
  /** Null when there was no answer. */
  readonly status: number | null
  /** Undefined when it arrived. */
  readonly error: string | undefined
  readonly answer: string | null
  readonly retryAfter: string | undefined
  readonly milliseconds: number
}

export interface Sender {
  send(url: string, message: Message): Promise<TryOutcome>
  close(): Promise<void>
}

/** Milliseconds that a try may take, and those that its answer's body gets after the status. */
const longest = 15_000
const longestBody = 2000
/** Bytes of an answer that are read; what comes behind is not waited for. */
const mostAnswer = 1024

/** Sends messages, and nowhere but to the addresses that `targets` has looked at. */
export function openSender(targets: Targets): Sender {
  const agentFor = (protocol: string) =>
    new Agent({
      connect: { lookup: targets.lookup(protocol), timeout: 10_000 },
      headersTimeout: longest,
      bodyTimeout: longest,
      keepAliveTimeout: 10_000,
      maxHeaderSize: 16_384,
    })
  const agents = new Map(['https:', 'http:'].map((protocol) => [protocol, agentFor(protocol)]))

  return {
    async send(given, { headers, body }) {
      const began = performance.now()
      const outcome = (rest: Partial<TryOutcome>): TryOutcome => ({
        ...{ status: null, error: undefined, answer: null, retryAfter: undefined },
        ...rest,
        milliseconds: Math.round(performance.now() - began),
      })
      const url = new URL(given)
      const refusal = targets.refusalOf(url)
      const dispatcher = agents.get(url.protocol)
      if (refusal !== undefined || !dispatcher) return outcome({ error: refusal ?? 'must begin with https:' })
      try {
        const signal = AbortSignal.timeout(longest)
        const asked = request(url, { method: 'POST', headers: { ...headers }, body, dispatcher, signal })
        // What the client cannot send it may leave unsettled, whatever the signal says.
        const answer = await Promise.race([asked, abortOf(signal)])
        const { statusCode: status } = answer
        const text = await beginningOf(answer.body)
        return outcome({
          status,
          answer: text,
          error: status >= 200 && status < 300 ? undefined : `answered ${status}`,
          retryAfter: [answer.headers['retry-after']].flat()[0],
        })
      } catch (error) {
        return outcome({ error: reasonOf(error) })
      }
    },
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()))
    },
  }
}

/** Rejects with the reason for which a signal is aborted. */
const abortOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/** The first bytes of a body. The rest is not read: the connection is closed, however much was to come. */
async function beginningOf(body: Readable): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  const timer = setTimeout(() => body.destroy(), longestBody)
  try {
    for await (const part of body) {
      parts.push(Buffer.from(part))
      length += part.length
      if (length >= mostAnswer) break
    }
  } catch {
    // The status has come, and counts; what was read of the body is enough.
  } finally {
    clearTimeout(timer)
    body.destroy()
  }
  return Buffer.concat(parts).subarray(0, mostAnswer).toString('utf8').replaceAll('\0', '').toWellFormed()
}

/** Why nothing came back, in words that tell nothing of what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'could not be sent'
  if (error.name === 'TimeoutError' || ('code' in error && /TIMEOUT/.test(String(error.code))))
    return 'no answer in time'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return code ?? (error.message.slice(0, 200) || 'could not be sent')
}
