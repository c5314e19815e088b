import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook as Verifier } from 'standardwebhooks'
import { afterAll, beforeAll } from 'vitest'

/** An event as it arrived. */
interface Arrived {
  readonly id: string
  readonly caseId?: string
  readonly caseSequence?: number
}

/** What a receiver does with a request: says that it has it, refuses it, or hangs up. */
type Verdict = 'accept' | 'refuse' | 'cut'

/** A receiver of webhooks on loopback that wants every type of event, and minds what it was sent. */
export class Receiver {
  /** Every request, in the order in which they came. */
  readonly arrived: Arrived[] = []
  /** Those that were answered 204, by the id of the event. */
  readonly accepted = new Map<string, Arrived>()
  /** Those whose sender was gone before there was an answer. */
  readonly lost: string[] = []
  /** What must not be: a body that is not ours, or another one than before, or one that came before its time. */
  readonly wrong: string[] = []
  /** Requests that wait for their answer. */
  open = 0
  /** Decides on each request; it may take its time. */
  judge: (event: Arrived, tries: number) => Verdict | Promise<Verdict> = () => 'accept'
  /** The secret that the webhook was made with, once it is known. */
  readonly secret = Promise.withResolvers<string>()
  readonly #bodies = new Map<string, string>()
  /** The numbers of what was accepted, within their cases. */
  readonly #moments = new Set<string>()
  readonly #tries = new Map<string, number>()
  readonly #server = createServer((request, response) => void this.#receive(request, response))

  constructor() {
    beforeAll(() => new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve)))
    afterAll(() => {
      this.#server.closeAllConnections()
      this.#server.close()
    })
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let isGone = false
    response.once('close', () => {
      isGone = !response.writableFinished
    })
    this.open++
    try {
      const body = Buffer.concat(await request.toArray()).toString()
      const event = this.#prove(await this.secret.promise, request.headers, body)
      this.#expectInOrder(event)
      const tries = (this.#tries.get(event.id) ?? 0) + 1
      this.#tries.set(event.id, tries)
      this.arrived.push(event)
      const verdict = await this.judge(event, tries)
      if (isGone) this.lost.push(event.id)
      else if (verdict === 'cut') request.socket.destroy()
      else if (verdict === 'refuse') response.writeHead(500).end('Not now.')
      else {
        this.accepted.set(event.id, event)
        this.#moments.add(`${event.caseId} ${event.caseSequence}`)
        response.writeHead(204).end()
      }
    } catch (error) {
      if (!isGone) this.wrong.push(String(error))
      request.socket.destroy()
    } finally {
      this.open--
    }
  }

  /** The event, when the official library believes it and it is, to the last byte, what it was at the first try. */
  #prove(secret: string, headers: IncomingMessage['headers'], body: string): Arrived {
    const event = new Verifier(secret).verify(body, headers as Record<string, string>) as Arrived
    if (headers['webhook-id'] !== event.id) this.wrong.push(`${event.id} has another webhook-id`)
    if ((this.#bodies.get(event.id) ?? body) !== body) this.wrong.push(`${event.id} has another body`)
    this.#bodies.set(event.id, body)
    return event
  }

  /** Nothing of a case comes for the first time before what happened to it earlier was accepted. */
  #expectInOrder({ id, caseId, caseSequence = 1 }: Arrived): void {
    if (caseId === undefined || caseSequence === 1 || this.#tries.has(id)) return
    if (!this.#moments.has(`${caseId} ${caseSequence - 1}`))
      this.wrong.push(`event ${caseSequence} of case ${caseId} came too early`)
  }
}
