import { writeFile } from 'node:fs/promises'
import { clientTypes } from './client-types.ts'

/** Writes the types by which a client written with openapi-fetch is checked. */
await writeFile(new URL('client.d.ts', import.meta.url), await clientTypes())
