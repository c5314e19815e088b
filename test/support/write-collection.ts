import { writeFileSync } from 'node:fs'
import { committedDocument, operationsOf } from './document.ts'
import { bodyExampleOf, bodyTypeOf } from './request-schemas.ts'

/*
 * `npm run collection -- eigenaar.json` writes every operation as a collection for Postman (format 2.1, which Bruno, Insomnia
 * and Hoppscotch read as well), with the examples of the document. It is made of the document, so there is none to keep.
 */

const [file = 'eigenaar.postman_collection.json'] = process.argv.slice(2)

const requests = operationsOf(committedDocument()).map(({ name, path, method, operation }) => {
  const type = bodyTypeOf(operation)
  const parameters = operation.parameters ?? []
  return {
    folder: operation.tags[0] ?? 'Others',
    item: {
      name: operation.summary,
      request: {
        method: method.toUpperCase(),
        description: `${operation.description}\n\n\`${name}\``,
        header: type === undefined ? [] : [{ key: 'Content-Type', value: type }],
        url: {
          raw: `{{base}}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
          host: ['{{base}}'],
          path: path
            .slice(1)
            .replaceAll(/\{(\w+)\}/g, ':$1')
            .split('/'),
          variable: parameters
            .filter((each) => each.in === 'path')
            .map((each) => ({ key: each.name, value: '', description: each.description })),
          query: parameters
            .filter((each) => each.in === 'query')
            .map((each) => ({ key: each.name, value: '', disabled: true, description: each.description })),
        },
        ...(type === undefined ? {} : { body: { mode: 'raw', raw: written(bodyExampleOf(operation)) } }),
      },
    },
  }
})

function written(example: unknown): string {
  return typeof example === 'string' ? example : JSON.stringify(example, null, 2)
}

const folders = Map.groupBy(requests, ({ folder }) => folder)
const collection = {
  info: {
    name: 'Eigenaar',
    schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
  },
  auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{key}}', type: 'string' }] },
  variable: [
    { key: 'base', value: 'http://127.0.0.1:8080' },
    { key: 'key', value: '' },
  ],
  item: [...folders].map(([name, found]) => ({ name, item: found.map(({ item }) => item) })),
}

writeFileSync(file, `${JSON.stringify(collection, null, 2)}\n`)
process.stdout.write(`${requests.length} requests in ${file}\n`)
