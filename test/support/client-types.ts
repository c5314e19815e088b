import { registerHooks } from 'node:module'

/** The types that openapi-typescript makes of the committed document, as `client.d.ts` holds them. */
export async function clientTypes(): Promise<string> {
  // It imports `typescript`, and gets the one with the API; nothing else is asked to work with another version.
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      name === 'typescript'
        ? next('./typescript-api.ts', { ...context, parentURL: import.meta.url })
        : next(name, context),
  })
  try {
    const { default: typesOf, astToString } = await import('openapi-typescript')
    const document = new URL('../../openapi/openapi.json', import.meta.url)
    return `// Made by npm run client.\n${astToString(await typesOf(document, { defaultNonNullable: false }))}`
  } finally {
    hooks.deregister()
  }
}
