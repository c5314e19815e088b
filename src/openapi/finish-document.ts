import { isScim, scimMediaType } from '../http/scim.ts'
import type { ProblemKind } from '../lib/problem.ts'
import type { Answer, Content, OpenApiDocument, Operation } from './document.ts'
import { answerHeaders, type Reference, sentHeaders, type Traits, takenHeaders } from './headers.ts'
import { finishParameter } from './parameters.ts'
import { problemResponses } from './refusals.ts'
import { type JsonSchema, openUp, resolved, tidySchemas } from './tidy-schemas.ts'

/**
 * What the generator leaves open: the headers that operations have in common, examples beside the contents, answers
 * that may grow new fields, and schemas as whoever generates a client wants to meet them; and the refusals of each
 * operation, by its id.
 */
export function finishDocument(
  document: OpenApiDocument,
  refusals: ReadonlyMap<string, readonly ProblemKind[]>,
): OpenApiDocument {
  const { schemas } = document.components
  const paths = mapValues(document.paths, (operations, path) =>
    mapValues(operations, (operation, method) => {
      const problems = problemResponses(refusals.get(operation.operationId) ?? [], path)
      const responses = { ...problems, ...operation.responses }
      return finishOperation(path, method, { ...operation, responses }, schemas)
    }),
  )
  return tidySchemas({ ...document, paths, components: { ...document.components, headers: answerHeaders } })
}

function finishOperation(
  path: string,
  method: string,
  { operationId, summary, description, tags, security, parameters, requestBody, responses }: Operation,
  schemas: Record<string, JsonSchema>,
): Operation {
  const fieldsOf = ({ content }: Answer): object => {
    const schema = resolved(content?.['application/json']?.schema, schemas)
    // Of an answer in one of several forms, the fullest comes first.
    const [fullest = schema] = (schema?.anyOf as JsonSchema[] | undefined) ?? []
    return (resolved(fullest, schemas)?.properties as object | undefined) ?? {}
  }
  const traits: Traits = {
    method,
    called: security.length > 0 || '429' in responses,
    forEmployees: path.startsWith('/v1/') && security.length > 0,
    single: Object.entries(responses).some(
      ([status, answer]) =>
        status.startsWith('2') && (hasVersion(fieldsOf(answer)) || 'text/calendar' in (answer.content ?? {})),
    ),
    guarded: '412' in responses,
    needsVersion: '428' in responses,
  }
  const answers: Record<string, Answer> =
    method === 'get' && traits.single
      ? { ...responses, 304: { description: 'Still the version that you have.' } }
      : responses
  const finished = {
    operationId,
    summary,
    description,
    tags,
    security,
    parameters: [...(parameters ?? []).map(finishParameter), ...takenHeaders(traits)],
    ...(requestBody && {
      requestBody: { ...requestBody, content: withExamples(requestBody.content, schemas) },
    }),
    responses: mapValues(answers, (answer, status) => {
      const paged = 'nextCursor' in fieldsOf(answer)
      return finishAnswer(answer, status, sentHeaders(traits, status, paged), schemas)
    }),
  }
  return isScim(path) ? spokenInScim(finished) : finished
}

/** Its own version, or in SCIM that in `meta`. */
const hasVersion = (fields: object): boolean =>
  'version' in fields ||
  ('meta' in fields && 'version' in (((fields.meta as JsonSchema).properties ?? {}) as object))

/** SCIM has a media type of its own, and takes JSON as well. */
function spokenInScim(operation: Operation): Operation {
  const { requestBody, responses } = operation
  const renamed = (content: Content): Content =>
    Object.fromEntries(
      Object.entries(content).map(([type, media]) => [
        type === 'application/json' ? scimMediaType : type,
        media,
      ]),
    )
  return {
    ...operation,
    ...(requestBody && {
      requestBody: { ...requestBody, content: { ...renamed(requestBody.content), ...requestBody.content } },
    }),
    responses: mapValues(responses, (answer) =>
      answer.content ? { ...answer, content: renamed(answer.content) } : answer,
    ),
  }
}

function finishAnswer(
  { description, content }: Answer,
  status: string,
  headers: Record<string, Reference>,
  schemas: Record<string, JsonSchema>,
): Answer {
  if (status === '204' || !content) {
    return { description: status === '204' ? 'Done.' : description, headers }
  }
  const described = resolved(Object.values(content)[0]?.schema, schemas)?.description
  const generic = description === 'Default Response'
  openUp(content)
  return {
    description: generic && typeof described === 'string' ? described : description,
    headers,
    content: withExamples(content, schemas),
  }
}

function withExamples(content: Content, schemas: Record<string, JsonSchema>): Content {
  return mapValues(content, (media) => {
    const [example] = resolved(media.schema, schemas)?.examples ?? []
    return example === undefined || media.examples ? media : { ...media, example }
  })
}

const mapValues = <T, U>(from: Record<string, T>, to: (value: T, key: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value, key)]))
