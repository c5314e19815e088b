import { mergePatchType } from '../http/bodies/media-types.ts'
import { scimMediaType } from '../http/scim-path.ts'
import type { ProblemKind } from '../lib/problem.ts'
import type {
  Content,
  DocumentedAnswer,
  DocumentReference,
  FinishedOperation,
  Operation,
} from './document.ts'
import { mapValues } from './map-values.ts'
import { finishParameter, type Parameter, sharedName } from './parameters.ts'
import type { SaidOnce } from './say-once.ts'
import { sentHeaders } from './sent-headers.ts'
import type { SharedRefusals } from './share-refusals.ts'
import { takenHeaders } from './taken-headers.ts'
import { openUp, resolved } from './tidy-schemas.ts'
import { fieldsOf, type Schemas, type Traits, traitsOf } from './traits.ts'

/** What operations have in common. */
interface Shared {
  readonly schemas: Schemas
  readonly parameters: SaidOnce<Parameter>
  readonly answers: SaidOnce<DocumentedAnswer>
  readonly refusals: SharedRefusals
}

/** An operation with all that it takes and answers; `kinds` are the problems that it may refuse with. */
export function finishOperation(
  path: string,
  method: string,
  operation: Operation,
  kinds: readonly ProblemKind[],
  { schemas, parameters, answers, refusals }: Shared,
): FinishedOperation {
  const { operationId, summary, description, tags, security, requestBody, responses } = operation
  const traits = traitsOf(path, method, operation, kinds, schemas)
  const isPaged = Object.values(responses).some((answer) => 'nextCursor' in fieldsOf(answer, schemas))
  const taken = [...(operation.parameters ?? []).map(finishParameter), ...takenHeaders(traits)]
  return {
    operationId,
    summary,
    description,
    tags,
    security,
    parameters: taken.map((parameter) => {
      const name = sharedName(parameter, isPaged)
      return name === undefined ? parameter : parameters.refer(name, parameter)
    }),
    ...(requestBody && {
      requestBody: { ...requestBody, content: finishBody(requestBody.content, traits, schemas) },
    }),
    responses: {
      ...refusals.refer(
        kinds.filter(({ status }) => !(status in responses)),
        traits,
      ),
      ...(method === 'get' && traits.single ? { 304: notModified(traits, answers) } : {}),
      ...mapValues(responses, (answer, status) => finishAnswer(answer, status, traits, schemas)),
    },
  }
}

/** A body that is taken. SCIM has a media type of its own and a PATCH the one of its meaning; both take JSON as well. */
function finishBody(content: Content, { scim, method }: Traits, schemas: Schemas): Content {
  const shown = withExamples(content, schemas)
  if (scim) return { ...inScim(shown), ...shown }
  const media = shown['application/json']
  return method === 'patch' && media ? { ...shown, [mergePatchType]: media } : shown
}

function finishAnswer(
  answer: DocumentedAnswer,
  status: string,
  traits: Traits,
  schemas: Schemas,
): DocumentedAnswer {
  const { description, content } = answer
  const headers = sentHeaders(traits, status, 'nextCursor' in fieldsOf(answer, schemas))
  if (status === '204' || !content) return { description: status === '204' ? 'Done.' : description, headers }
  const described = resolved(Object.values(content)[0]?.schema, schemas)?.description
  const generic = description === 'Default Response'
  openUp(content)
  const shown = withExamples(content, schemas)
  return {
    description: generic && typeof described === 'string' ? described : description,
    headers,
    content: traits.scim ? inScim(shown) : shown,
  }
}

const notModified = (traits: Traits, answers: SaidOnce<DocumentedAnswer>): DocumentReference =>
  answers.refer(traits.called ? 'NotModified' : 'PublicNotModified', {
    description: 'Still the version that you have.',
    headers: sentHeaders(traits, '304', false),
  })

function withExamples(content: Content, schemas: Schemas): Content {
  return mapValues(content, (media) => {
    const [example] = resolved(media.schema, schemas)?.examples ?? []
    return example === undefined || media.examples ? media : { ...media, example }
  })
}

const inScim = (content: Content): Content =>
  Object.fromEntries(
    Object.entries(content).map(([type, media]) => [
      type === 'application/json' ? scimMediaType : type,
      media,
    ]),
  )
