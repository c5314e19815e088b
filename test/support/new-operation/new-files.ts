import type { Names } from './names.ts'

/** The files that a new operation begins with, by their paths. Each says on top which one to follow. */
export const newFiles = (names: Names): Readonly<Record<string, string>> => ({
  [`src/rooms/${names.room}/${names.file}-contract.ts`]: contract(names),
  [`src/rooms/${names.room}/${names.file}.ts`]: operation(names),
  [`src/rooms/${names.room}/${names.file}-routes.ts`]: routes(names),
  [`test/${names.room}/${names.file}.test.ts`]: test(names),
})

const contract = ({ type, parameters, file }: Names): string => `import { z } from 'zod'
import { id, out, text } from '../../lib/wire.ts'

// To follow: src/rooms/contacts/note-contract.ts

export const ${type}Params = z.strictObject({ ${parameters.map((name) => `${name}: id`).join(', ')} })
export type ${type}Params = z.output<typeof ${type}Params>

export const ${type} = z.strictObject({ reason: text() }).meta({
  id: '${type}',
  description: 'What ${file} asks for.',
  examples: [{ reason: 'The customer asked for it.' }],
})

export const ${type}Done = z
  .object({ caseId: out.id, at: out.moment, version: z.int() })
  .meta({
    id: '${type}Done',
    description: 'What ${file} answers.',
    examples: [{ caseId: '0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d', at: '2026-11-02T11:02:19.000Z', version: 4 }],
  })
export type ${type}Done = z.output<typeof ${type}Done>
`

const operation = ({
  operation,
  type,
  file,
  event,
}: Names): string => `import { recordOnCase, save } from '../../case-file/change.ts'
import { lockCase } from '../../case-file/lock-case.ts'
import { assertOwner } from '../../case-file/rules.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import { toWire } from '../../lib/instant.ts'
import type { ${type}Done, ${type}Params } from './${file}-contract.ts'

// To follow: src/rooms/contacts/add-note.ts

/** ${sentence(file)}: what it does, what it throws, and the law that it follows. */
export async function ${operation}(work: Work, { caseId }: ${type}Params): Promise<${type}Done> {
  const kase = await lockCase(work, caseId)
  assertExpected(work, kase.version)
  assertOwner(work.actor, kase)

  const { version } = save(work, recordOnCase(work, kase, '${event}', {}))
  return { caseId, at: toWire(work.now), version }
}
`

const routes = (names: Names): string => `import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { NotFound, VersionMismatch } from '../../lib/problems.ts'
import { OnlyTheOwner } from '../cases/problems.ts'
import { ${names.operation} } from './${names.file}.ts'
import { ${names.type}, ${names.type}Done, ${names.type}Params } from './${names.file}-contract.ts'

// To follow: src/rooms/contacts/routes.ts

export function ${names.routes}(app: App, { work }: Door): void {
  app.route({
    method: '${names.method}',
    url: '${names.path}',
    config: { access: { system: 'cases:write', employee: 'member' } },
    schema: {
      operationId: '${names.operation}',
      summary: '${sentence(names.file)}',
      description: 'What it does, for those who call it.',
      tags: ['Cases'],
      params: ${names.type}Params,
      body: ${names.type},
      response: { 200: ${names.type}Done },
      problems: [NotFound, OnlyTheOwner, VersionMismatch],
    },
    handler: (request, reply) =>
      work(request, reply, (w) => ${names.operation}(w, request.params)),
  })
}
`

const test = ({
  method,
  path,
  event,
  file,
  operation,
}: Names): string => `import { beforeAll, expect, test } from 'vitest'
${/:(?!caseId)/.test(path) ? "import { newId } from '../../src/lib/id.ts'\n" : ''}import { type Scene, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

// To follow: test/cases/contacts-by-others.test.ts

const service = useService()
let scene: Scene

beforeAll(async () => {
  scene = await setScene(service)
})

const ask = (caseId: string, as: string) =>
  service.call('${method}', \`/v1/${addressed(path)}\`, {
    as,
    body: { reason: 'The customer asked for it.' },
  })

test('${sentence(file)} is told in the history of the case', async () => {
  const { id } = await scene.take()
  const answer = await ask(id, scene.sanne.id)
  expect([answer.status, answer.body]).toMatchObject([200, { caseId: id }])
  const { data } = await service.do('GET', \`/v1/cases/\${id}/timeline\`)
  expect(data.map(({ type }: { type: string }) => type)).toContain('${event}')
})

test('only the owner may ${operation}', async () => {
  const { id } = await scene.take()
  const { status, body } = await ask(id, scene.piet.id)
  expect([status, body.code]).toEqual([403, 'only-the-owner'])
})
`

/** The address in a test: the case is the test's, everything else is nobody's yet. */
const addressed = (path: string): string =>
  path.slice(1).replaceAll(/:(\w+)/g, (_, name) => `\${${name === 'caseId' ? 'caseId' : 'newId()'}}`)
const sentence = (file: string): string => file.replace(/^[a-z]/, (l) => l.toUpperCase()).replaceAll('-', ' ')
