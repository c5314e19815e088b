import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { UnsupportedMediaType, ValidationFailed } from '../../lib/problems.ts'
import { assertClean } from './body.ts'

export const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const

const mostFields = 200

/**
 * Bodies may also come as a form, as from a telephone system, to the routes of this application alone. A name that comes
 * again, or ends with brackets such as `user[]`, has a list of values; what is in it is held to the same letter as JSON.
 */
export function readForms(app: FastifyInstance, types: readonly string[] = formTypes): void {
  const [encoded, multipart] = formTypes
  app.addContentTypeParser(encoded, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) =>
    formOf(encodedFields(readText(request, body))),
  )
  if (!types.includes(multipart)) return
  app.addContentTypeParser(
    multipart,
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      readText(request, body)
      return formOf(await multipartFields(request.headers['content-type'] ?? '', body))
    },
  )
}

type Field = readonly [name: string, value: string]

function readText(request: FastifyRequest, body: Buffer): string {
  request.rawBody = body
  if (!isUtf8(body)) throw ValidationFailed.because('The body is not UTF-8.')
  if (/charset=(?!"?utf-?8)/i.test(request.headers['content-type'] ?? '')) {
    throw UnsupportedMediaType.because('A form is sent in UTF-8.')
  }
  return body.toString('utf8')
}

/** The fields of a form in the form of a query (WHATWG URL, section 5), without its leniency: nothing is replaced. */
function encodedFields(text: string): readonly Field[] {
  const parts = text.split('&', mostFields + 1).filter((part) => part !== '')
  try {
    return parts.map((part): Field => {
      const at = part.indexOf('=')
      return at < 0 ? [decoded(part), ''] : [decoded(part.slice(0, at)), decoded(part.slice(at + 1))]
    })
  } catch {
    throw ValidationFailed.because('The body is no form in UTF-8.')
  }
}

const decoded = (part: string): string => decodeURIComponent(part.replaceAll('+', ' '))

/** The fields of a form in parts (RFC 7578); it brings no files. */
async function multipartFields(type: string, body: Buffer): Promise<readonly Field[]> {
  let form: FormData
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    throw ValidationFailed.because('The body is no form in parts.')
  }
  return [...form].map(([name, value]): Field => {
    if (typeof value !== 'string') throw ValidationFailed.at('', 'has a file in it')
    return [name, value]
  })
}

function formOf(fields: readonly Field[]): Readonly<Record<string, string | readonly string[]>> {
  if (fields.length > mostFields)
    throw ValidationFailed.because(`The form has more than ${mostFields} fields.`)
  const found = new Map<string, string | readonly string[]>()
  for (const [given, value] of fields) {
    const name = given.replace(/\[\d{0,3}\]$/, '')
    const before = found.get(name)
    found.set(name, before === undefined && name === given ? value : [before ?? [], value].flat())
  }
  const form = Object.fromEntries(found)
  assertClean(form, '')
  return form
}
