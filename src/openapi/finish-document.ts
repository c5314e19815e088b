import type { ProblemKind } from '../lib/problem.ts'
import { describeWebhooks } from './describe-webhooks.ts'
import type { DocumentedAnswer, OpenApiDocument } from './document.ts'
import { finishOperation } from './finish-operation.ts'
import { mapValues } from './map-values.ts'
import type { Parameter } from './parameters.ts'
import { sayOnce } from './say-once.ts'
import { answerHeaders } from './sent-headers.ts'
import { shareRefusals } from './share-refusals.ts'
import { tidySchemas } from './tidy-schemas.ts'

/**
 * What the generator leaves open: the headers that operations have in common, examples beside the contents, answers
 * that may grow new fields, and schemas as whoever generates a client wants to meet them; and the refusals of each
 * operation, by its id. What several operations say alike is said once, among the components.
 */
export function finishDocument(
  document: OpenApiDocument,
  refusals: ReadonlyMap<string, readonly ProblemKind[]>,
) {
  const { schemas } = document.components
  const parameters = sayOnce<Parameter>('parameters')
  const answers = sayOnce<DocumentedAnswer>('responses')
  const refused = shareRefusals(answers)
  const paths = mapValues(document.paths, (operations, path) =>
    mapValues(operations, (operation, method) =>
      finishOperation(path, method, operation, refusals.get(operation.operationId) ?? [], {
        schemas,
        parameters,
        answers,
        refusals: refused,
      }),
    ),
  )
  return tidySchemas({
    ...document,
    paths,
    webhooks: describeWebhooks(),
    components: {
      ...document.components,
      parameters: parameters.all(),
      headers: answerHeaders,
      responses: answers.all(),
      examples: refused.examples(),
    },
  })
}
