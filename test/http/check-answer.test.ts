import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../src/http/app-type.ts'
import { problemByCode } from '../../src/lib/problem.ts'
import { checkAnswer } from '../support/check-answer.ts'
import { sleepingApp } from '../support/document.ts'

let app: App
beforeAll(async () => {
  app = await sleepingApp()
})
afterAll(() => app.close())

const requestId = '4b0f6a52-7c1d-4f7e-8a35-0d2c6b1e9f11'
const url = '/v1/cases/0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d'

/** A refusal of a case with this code, as the service sends it. */
function refused(code: string) {
  const { status = 0, title = '' } = problemByCode(code) ?? {}
  const instance = `${url}#${requestId}`
  const body = { type: `/problems/${code}`, title, status, detail: title, instance, code, requestId }
  const headers = { 'content-type': 'application/problem+json', 'x-request-id': requestId }
  return { status, body, headers, text: JSON.stringify(body) }
}

test('an answer is one that the document describes, down to the code of a refusal', () => {
  expect(() => checkAnswer(app, 'GET', url, refused('forbidden'))).not.toThrow()
  expect(() => checkAnswer(app, 'GET', url, refused('only-the-owner'))).toThrow(
    /refused with only-the-owner, which it does not declare/,
  )
  expect(() => checkAnswer(app, 'GET', url, refused('case-is-resolved'))).toThrow(
    /409, which is not documented/,
  )
  expect(() => checkAnswer(app, 'GET', url, { ...refused('not-found'), headers: {} })).toThrow(
    /without X-Request-Id/,
  )
})
