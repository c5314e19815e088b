import { writeFile } from 'node:fs/promises'
import { registerHooks } from 'node:module'

/** Writes the types by which a client written with openapi-fetch is checked, made of the committed document. */

// The generator imports `typescript`, and gets the one with the API; nothing else is asked to work with another version.
registerHooks({
  resolve: (name, context, next) =>
    name === 'typescript'
      ? next('./typescript-api.ts', { ...context, parentURL: import.meta.url })
      : next(name, context),
})
const { default: typesOf, astToString } = await import('openapi-typescript')
const document = new URL('../../openapi/openapi.json', import.meta.url)
const types = astToString(await typesOf(document, { defaultNonNullable: false }))
await writeFile(new URL('client.d.ts', import.meta.url), `// Made by npm run client.\n${types}`)
