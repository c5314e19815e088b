import type { Service } from './service.ts'

interface Heard {
  readonly id: string
  readonly event: {
    readonly type: string
    readonly caseId?: string
    readonly caseSequence?: number
    readonly at: string
  }
}

/** A stream of events over a socket of its own, as a browser or a program hears it. */
export interface Stream {
  readonly status: number
  readonly headers: Headers
  readonly heard: readonly Heard[]
  /** Everything that came, comments included. */
  readonly text: () => string
  /** Waits until it is so; throws after ten seconds. */
  until(isSo: (heard: readonly Heard[]) => boolean): Promise<void>
  /** Settles when the stream has ended. */
  readonly ended: Promise<void>
  stop(): void
}

const addresses = new WeakMap<Service, Promise<string>>()

/** Where the service listens, on loopback. */
export function addressOf(service: Service): Promise<string> {
  const known = addresses.get(service) ?? service.app.listen({ host: '127.0.0.1', port: 0 })
  addresses.set(service, known)
  return known
}

export async function listenToEvents(
  service: Service,
  query = '',
  headers: Readonly<Record<string, string>> = { authorization: `Bearer ${service.adminKey}` },
): Promise<Stream> {
  return await listenAt(await addressOf(service), query, headers)
}

/** Listens to whatever process is at this address. */
export async function listenAt(
  address: string,
  query: string,
  headers: Readonly<Record<string, string>>,
): Promise<Stream> {
  const stopping = new AbortController()
  const answer = await fetch(`${address}/v1/events${query}`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: stopping.signal,
  })
  const heard: Heard[] = []
  let text = ''
  let wake = () => {}
  const read = async () => {
    let rest = ''
    for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += part
      const frames = (rest + part).split('\n\n')
      rest = frames.pop() ?? ''
      for (const frame of frames) {
        const [, id = '', data = ''] = /^id: (.*)\ndata: (.*)$/.exec(frame) ?? []
        if (id !== '') heard.push({ id, event: JSON.parse(data) })
      }
      wake()
    }
  }
  const ended = read().catch(() => {})
  return {
    status: answer.status,
    headers: answer.headers,
    heard,
    text: () => text,
    async until(isSo) {
      const end = performance.now() + 10_000
      while (!isSo(heard)) {
        if (performance.now() > end) throw new Error(`not heard: ${heard.map(({ event }) => event.type)}`)
        await new Promise<void>((resolve) => {
          wake = resolve
          setTimeout(resolve, 100)
        })
      }
    },
    ended,
    stop: () => stopping.abort(),
  }
}
