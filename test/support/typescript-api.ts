/** A TypeScript that still has the API that generators of code use: version 7 has none. */
// biome-ignore lint/style/noDefaultExport: openapi-typescript imports the default of typescript
export { ts as default } from '@ts-morph/common'
