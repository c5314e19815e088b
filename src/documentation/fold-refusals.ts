import type { DocumentedAnswer, DocumentReference, OpenApiDocument } from '../openapi/document.ts'

const problemType = 'application/problem+json'

/**
 * The document as people read it: all refusals of an operation are one answer, with an example of each, where there would
 * be ten beside the one that succeeds. Programs read `/openapi.json`, which tells them apart.
 */
export function foldRefusals(document: OpenApiDocument, base: string): OpenApiDocument {
  const shared = document.components.responses as Readonly<Record<string, DocumentedAnswer>>
  const inPlace = (answer: DocumentedAnswer | DocumentReference): DocumentedAnswer | undefined =>
    '$ref' in answer ? shared[answer.$ref.slice(answer.$ref.lastIndexOf('/') + 1)] : answer
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, operation]) => [
          method,
          { ...operation, responses: fold(operation.responses, inPlace, base) },
        ]),
      ),
    ]),
  )
  return { ...document, paths }
}

function fold(
  responses: Readonly<Record<string, DocumentedAnswer>>,
  inPlace: (answer: DocumentedAnswer | DocumentReference) => DocumentedAnswer | undefined,
  base: string,
): Readonly<Record<string, DocumentedAnswer>> {
  const kept: Record<string, DocumentedAnswer> = {}
  const refusals: [status: string, answer: DocumentedAnswer][] = []
  for (const [status, given] of Object.entries(responses)) {
    const answer = inPlace(given)
    if (answer?.content?.[problemType] === undefined) kept[status] = given
    else refusals.push([status, answer])
  }
  const [first] = refusals
  const media = first?.[1].content?.[problemType]
  if (media === undefined) return kept
  const examples = Object.assign({}, ...refusals.map(([, { content }]) => content?.[problemType]?.examples))
  const description = refusals.map(([status, answer]) => linesOf(status, answer, base)).join('\n')
  return { ...kept, default: { description, content: { [problemType]: { ...media, examples } } } }
}

/** What a refusal says of its kinds of problems, each with its status and a link to its page. */
const linesOf = (status: string, { description }: DocumentedAnswer, base: string): string =>
  description.replaceAll(
    /^- `([a-z-]+)`/gm,
    (_, code: string) => `- ${status} [\`${code}\`](${base}/problems/${code})`,
  )
