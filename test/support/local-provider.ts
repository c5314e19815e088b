import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { openProvider, providerSecret } from './provider.ts'

const audience = 'eigenaar'

/**
 * An OpenID provider for trying things out with curl: `npm run provider`. Everybody gets a token for whoever they say
 * they are, so it listens on this machine alone, and its keys last no longer than it does.
 */
async function main(): Promise<void> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid: 'local', alg: 'RS256', use: 'sig' }
  const server = createServer()
  server.on('error', ({ message }) => {
    process.stderr.write(`${message}\n`)
    process.exit(1)
  })
  server.listen(Number(process.env.PROVIDER_PORT || 9090), '127.0.0.1', () => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('request', openProvider({ issuer, audience, keys: [key] }))
    process.stdout.write(welcome(issuer))
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))
}

const welcome = (issuer: string) => `
An OpenID provider for trying things out, at ${issuer}. NOT FOR PRODUCTION: it believes everybody.

Start the service with these settings:

  OIDC_ISSUER=${issuer} OIDC_AUDIENCE=${audience} npm start

Get a token for whoever has the subject sanne, good for an hour:

  curl -sS -u sanne:${providerSecret} ${issuer}/token -d grant_type=client_credentials

`

await main()
