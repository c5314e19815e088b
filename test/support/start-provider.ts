import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { openProvider, providerSecret } from './provider.ts'

/** A key of the provider, of which the test holds the private part. */
export interface ProviderKey {
  readonly alg: string
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
  readonly jwk: JWK
}

/** A new key for signatures of this kind. */
export async function makeKey(kid: string, alg = 'RS256'): Promise<ProviderKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return { alg, kid, privateKey, publicKey, jwk: { ...(await exportJWK(privateKey)), kid, alg, use: 'sig' } }
}

/** An OpenID provider on this machine, whose keys, answers and end are in the test's hands. */
export class TestProvider {
  readonly issuer: string
  readonly audience = 'https://eigenaar.test'
  /** The paths that were asked for. */
  readonly asked: string[] = []
  readonly #server = createServer((request, response) => {
    this.asked.push(request.url ?? '')
    if (this.#answer) this.#answer(request, response)
    else request.socket.destroy()
  })
  readonly #port: number
  #answer: RequestListener | undefined

  private constructor(port: number) {
    this.#port = port
    this.issuer = `http://127.0.0.1:${port}`
  }

  /** One that signs with the first of these keys and shows all of them. */
  static async start(...keys: readonly ProviderKey[]): Promise<TestProvider> {
    const probe = createServer().listen(0, '127.0.0.1')
    await once(probe, 'listening')
    const { port } = probe.address() as AddressInfo
    probe.close()
    await once(probe, 'close')
    const provider = new TestProvider(port)
    provider.use(...keys)
    await provider.comeBack()
    return provider
  }

  get settings() {
    const tokenTypes = ['at+jwt'] as const
    return { issuer: this.issuer, audience: this.audience, employeeClaim: 'sub', tokenTypes }
  }

  /** Signs with the first of these keys from now on, and shows no others. */
  use(...keys: readonly ProviderKey[]): void {
    const jwks = keys.map(({ jwk }) => jwk)
    this.#answer = openProvider({
      issuer: this.issuer,
      audience: this.audience,
      keys: jwks,
      alg: keys[0]?.alg ?? 'RS256',
    })
  }

  /** Answers like this from now on. */
  answer(answer: RequestListener): void {
    this.#answer = answer
  }

  /** Goes away: nothing listens at its address. */
  async goAway(): Promise<void> {
    if (!this.#server.listening) return
    this.#server.close()
    this.#server.closeAllConnections()
    await once(this.#server, 'close')
  }

  async comeBack(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  /** A token as the provider itself gives it to a person. */
  async token(person: string): Promise<string> {
    const answer = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${person}:${providerSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    })
    const said = (await answer.json()) as { access_token?: string }
    if (said.access_token === undefined) throw new Error(`no token: ${JSON.stringify(said)}`)
    return said.access_token
  }

  /** A token like the provider's own, but for what the test makes different; undefined leaves a claim out. */
  sign(key: ProviderKey, claims: object = {}, header: object = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    const all = { iss: this.issuer, aud: this.audience, sub: 'nobody', iat: now, exp: now + 300, ...claims }
    return new SignJWT({ ...all })
      .setProtectedHeader({ alg: key.alg, typ: 'at+jwt', kid: key.kid, ...header })
      .sign(key.privateKey)
  }
}
