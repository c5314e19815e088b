import { beforeAll, describe, expect, test } from 'vitest'
import { addressOf, operationOf, requestNames, requestOf } from '../requests/book.ts'
import { type Cast, meetCast } from '../support/cast.ts'
import { committedDocument, operationsOf } from '../support/document.ts'
import type { Answer } from '../support/service.ts'
import { useService } from '../support/use-service.ts'

const service = useService()
let cast: Cast
beforeAll(async () => {
  cast = await meetCast(service)
})

const operations = operationsOf(committedDocument())

const withMore = async (name: string, more: string): Promise<Answer> => {
  const asked = await requestOf(requestNames.find((each) => operationOf(each) === name) ?? '', cast.fresh())
  const { method, url } = addressOf(name, asked)
  const askers = { owner: cast.id.owner, colleague: cast.id.teammate, coach: cast.id.coach }
  return service.call(method, `${url}${url.includes('?') ? '&' : '?'}${more}`, {
    ...(asked.by && { as: askers[asked.by] }),
    body: asked.body,
    headers: asked.headers ?? {},
  })
}

const kept = 'getCalendarFeed'

test.each(operations.filter(({ name }) => name !== kept))(
  '$name refuses a parameter that it does not have, and names those that it has',
  async ({ name, path, operation }) => {
    const answer = await withMore(name, 'zz=1&sort~by=2')
    expect(answer.status).toBe(400)
    if (path.startsWith('/scim/')) return
    const known = operation.parameters.filter((each) => each.in === 'query').map((each) => `\`${each.name}\``)
    const isList = known.includes('`cursor`')
    const message =
      known.length === 0
        ? 'is not a parameter of this operation; it takes none'
        : `is not a ${isList ? 'filter of this list' : 'parameter of this operation'}; known are ${known.join(', ')}`
    expect(answer.body.errors).toEqual([
      { pointer: '#/zz', message },
      { pointer: '#/sort~0by', message },
    ])
  },
)

describe('addresses that others keep', () => {
  test('the calendar feed takes whatever is added to its address', async () => {
    expect((await withMore(kept, 'nocache=1')).status).toBe(200)
  })
})

describe('SCIM takes what providers send to lists, also where it has no effect', () => {
  const key = () => cast.systems['employees:provision']?.key ?? null
  test.each([
    '/Users?sortBy=userName&sortOrder=ascending&count=2&startIndex=1&attributes=id',
    '/Schemas?count=100&startIndex=1',
    '/ResourceTypes?attributes=name',
    '/ServiceProviderConfig?excludedAttributes=meta',
  ])('%s', async (url) => {
    expect((await service.call('GET', `/scim/v2${url}`, { key: key() })).status).toBe(200)
  })
})

test('what is wrong with the body and with the query is told at once', async () => {
  const answer = await service.call('POST', '/v1/topics?zz=1', { body: { code: 'A B', nme: 'x' } })
  expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '#/code',
    '#/name',
    '#/nme',
    '#/zz',
  ])
})
