import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Database } from '../db/database.ts'
import { pick } from '../db/selection.ts'
import { selecting } from '../db/statement.ts'
import { PublicKeys } from '../rooms/signing/contract.ts'
import { signingKeys } from '../tables/signing.ts'
import type { App } from './app-type.ts'

const publicKeys = selecting(pick(signingKeys, 'k', 'publicKey'))<object>(
  sql`from ${signingKeys} k order by k.made_at desc, k.kid`,
)

/** Public, as the keys are: whoever keeps what we signed needs no key of ours to verify it. */
export function tellPublicKeys(app: App, db: Database): void {
  app.route({
    method: 'GET',
    url: '/.well-known/jwks.json',
    schema: {
      operationId: 'listPublicKeys',
      summary: 'Read the keys by which what the service signed is verified',
      description:
        'A JWK Set. Keys that sign no longer stay in it, so that what they signed can be verified for ever.',
      tags: ['Service'],
      response: { 200: PublicKeys },
    },
    handler: async (_request, reply) => {
      const keys = await db.rows(publicKeys, {})
      reply.header('cache-control', 'public, max-age=300')
      return { keys: keys.map(({ publicKey }) => publicKey) } as z.output<typeof PublicKeys>
    },
  })
}
