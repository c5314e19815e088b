import { z } from 'zod'
import { page, paging } from '../../lib/page.ts'
import { out } from '../../lib/wire.ts'

export const Checkpoint = z
  .object({
    position: z.int().describe('How many places the feed had: the chain covers all of them.'),
    chain: z.string().describe('The last link of the chain, SHA-256 in base64url.'),
    at: out.moment,
    kid: z.string().describe('The key that signed, at `/.well-known/jwks.json`.'),
    statement: z.string().describe('`position`, `chain` and `at`, signed: a compact JWS (ES256). Keep it.'),
  })
  .meta({
    id: 'Checkpoint',
    description:
      'A signed head of the chain of history: by it anybody can tell later that nothing before it changed.',
    examples: [
      {
        position: 4811,
        chain: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg',
        at: '2026-11-02T09:12:44.000Z',
        kid: 'oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U',
        statement: 'eyJhbGciOiJFUzI1NiJ9.eyJwb3NpdGlvbiI6NDgxMX0.c2lnbmF0dXJl',
      },
    ],
  })
export type Checkpoint = z.output<typeof Checkpoint>

export const CheckpointQuery = z.strictObject(paging)
export const CheckpointPage = page(Checkpoint, 'CheckpointPage')
