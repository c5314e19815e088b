import type { Names } from './names.ts'

/** The files that a new operation begins with, by their paths. Each says on top which one to follow. */
export const newFiles = (names: Names): Readonly<Record<string, string>> => ({
  [`src/rooms/${names.room}/${names.file}-contract.ts`]: contract(names),
  [`src/rooms/${names.room}/${names.file}.ts`]: operation(names),
  [`src/rooms/${names.room}/${names.file}-routes.ts`]: routes(names),
  [`test/${names.room}/${names.file}.test.ts`]: test(names),
})

const contract = ({ type, parameters }: Names): string => `import { z } from 'zod'
import { id } from '../../lib/wire.ts'

// To follow: src/rooms/corrections/contract.ts. What is sent is said here, for \`body\` of the route, and what is answered
// where that is not the case.

export const ${type}Params = z.strictObject({ ${parameters.map((name) => `${name}: id`).join(', ')} })
export type ${type}Params = z.output<typeof ${type}Params>
`

const operation = ({
  operation,
  type,
  file,
  event,
  parameters,
}: Names): string => `import { recordOnCase, save } from '../../case-file/change.ts'
import { lockCase } from '../../case-file/lock-case.ts'
import { assertOwner } from '../../case-file/rules.ts'
import { assertExpected, type Work } from '../../db/work.ts'
import type { Case } from '../cases/contract.ts'
import type { ${type}Params } from './${file}-contract.ts'

// To follow: src/rooms/corrections/correct-customer.ts

/** ${sentence(file)}: what it does, what it throws, and the law that it follows. */
export async function ${operation}(work: Work, { ${parameters.join(', ')} }: ${type}Params): Promise<Case> {
  const kase = await lockCase(work, caseId)
  assertOwner(work.actor, kase)
  assertExpected(work, kase.version)

  return save(work, recordOnCase(work, kase, '${event}', { ${othersOf(parameters).join(', ')} }))
}
`

const routes = (names: Names): string => `import type { App } from '../../http/app-type.ts'
import type { Door } from '../../http/door.ts'
import { NotFound, VersionMismatch } from '../../lib/problems.ts'
import { Case } from '../cases/contract.ts'
import { OnlyTheOwner } from '../cases/problems.ts'
import { ${names.operation} } from './${names.file}.ts'
import { ${names.type}Params } from './${names.file}-contract.ts'

// To follow: src/rooms/corrections/routes.ts

export function ${names.routes}(app: App, { work }: Door): void {
  app.route({
    method: '${names.method}',
    url: '${names.path}',
    config: { access: { system: null, employee: 'member' } },
    schema: {
      operationId: '${names.operation}',
      summary: '${sentence(names.file)}',
      description: 'What it does, for those who call it.',
      tags: ['Cases'],
      params: ${names.type}Params,
      response: { 200: Case },
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
}: Names): string => `import { beforeAll, expect, test } from 'vitest'
${/:(?!caseId)/.test(path) ? "import { newId } from '../../src/lib/id.ts'\n" : ''}import { type Scene, setScene } from '../support/scene.ts'
import { useService } from '../support/use-service.ts'

// To follow: test/customers/corrections.test.ts

const service = useService()
let scene: Scene

beforeAll(async () => {
  scene = await setScene(service)
})

const ask = (caseId: string, as: string) =>
  service.call('${method}', \`/v1/${addressed(path)}\`, { as })

test('${sentence(file)} is told in the history of the case', async () => {
  const { id, version } = await scene.take()
  const answer = await ask(id, scene.sanne.id)
  expect([answer.status, answer.body]).toMatchObject([200, { id, version: version + 1 }])
  const { data } = await service.do('GET', \`/v1/cases/\${id}/timeline\`)
  expect(data.map(({ type }: { type: string }) => type)).toContain('${event}')
})

test('${sentence(file)}: only the owner may', async () => {
  const { id } = await scene.take()
  const { status, body } = await ask(id, scene.piet.id)
  expect([status, body.code]).toEqual([403, 'only-the-owner'])
})
`

/** All but the case, which are what the event is about. */
export const othersOf = (parameters: Names['parameters']): readonly string[] =>
  parameters.filter((name) => name !== 'caseId')

/** The address in a test: the case is the test's, everything else is nobody's yet. */
const addressed = (path: string): string =>
  path.slice(1).replaceAll(/:(\w+)/g, (_, name) => `\${${name === 'caseId' ? 'caseId' : 'newId()'}}`)
const sentence = (file: string): string => file.replace(/^[a-z]/, (l) => l.toUpperCase()).replaceAll('-', ' ')
