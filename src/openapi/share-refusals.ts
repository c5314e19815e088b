import { scimErrorSchema } from '../http/scim.ts'
import { scimMediaType } from '../http/scim-path.ts'
import type { ProblemKind } from '../lib/problem.ts'
import { IdempotencyKeyInUse, IdempotencyKeyReused } from '../lib/problems.ts'
import { componentName } from './component-name.ts'
import type { DocumentedAnswer, DocumentReference, Example } from './document.ts'
import { problemSchema } from './problem-schema.ts'
import { inOrder, type SaidOnce } from './say-once.ts'
import { replayedRefusals, sentHeaders } from './sent-headers.ts'
import { showRefusal } from './show-refusal.ts'
import type { Traits } from './traits.ts'

/** The refusals of all operations: operations with the same ones refer to the same answer. */
export interface SharedRefusals {
  /** The answers by which an operation refuses with these kinds of problems, by status. */
  refer(kinds: readonly ProblemKind[], traits: Traits): Readonly<Record<string, DocumentReference>>
  /** An example of each kind, by the name by which answers refer to it. */
  examples(): Record<string, Example>
}

/** Refusals that are said once, each among the given answers. */
export function shareRefusals(answers: SaidOnce<DocumentedAnswer>): SharedRefusals {
  const shown = new Map<string, readonly [ProblemKind, Traits]>()
  return {
    refer(kinds, traits) {
      for (const kind of kinds) {
        const name = exampleName(kind, traits)
        const before = shown.get(name)?.[1]
        // Readers come for cases: what is refused of a case too is shown of one.
        if (!before || (isOfCases(traits) && !isOfCases(before))) shown.set(name, [kind, traits])
      }
      const byStatus = Map.groupBy(kinds.toSorted(byCode), ({ status }) => String(status))
      return Object.fromEntries(
        [...byStatus].map(([status, here]) => [
          status,
          answers.refer(answerName(here, status, traits), answerOf(here, status, traits)),
        ]),
      )
    },
    examples: () =>
      inOrder(new Map([...shown].map(([name, [kind, traits]]) => [name, showRefusal(kind, traits)]))),
  }
}

const byCode = (a: ProblemKind, b: ProblemKind): number => (a.code < b.code ? -1 : 1)

const isOfCases = ({ path }: Traits): boolean => path.startsWith('/v1/cases')

/** What any POST may hear because of its key. */
const ofKeys: ReadonlySet<ProblemKind> = new Set([IdempotencyKeyInUse, IdempotencyKeyReused])

/**
 * A name that tells the kinds: `ForbiddenOrOnlyTheOwner`. It also tells the form, `ScimNotFound`; that nobody needs to
 * be known, `PublicNotFound`; and that a request with the same key hears it again, `NotFoundOnPost`, which includes
 * what may be wrong with the key.
 */
function answerName(kinds: readonly ProblemKind[], status: string, { scim, called, method }: Traits): string {
  const own = kinds.filter((kind) => !ofKeys.has(kind))
  const codes = (own.length > 0 ? own : kinds).map(({ code }) => componentName(code)).join('Or')
  const onPost = own.length > 0 && method === 'post' && replayedRefusals.has(status)
  return `${scim ? 'Scim' : called ? '' : 'Public'}${codes}${onPost ? 'OnPost' : ''}`
}

const exampleName = ({ code }: ProblemKind, { scim }: Traits): string =>
  `${scim ? 'Scim' : ''}${componentName(code)}`

function answerOf(kinds: readonly ProblemKind[], status: string, traits: Traits): DocumentedAnswer {
  const mediaType = traits.scim ? scimMediaType : 'application/problem+json'
  const schema = { $ref: `#/components/schemas/${traits.scim ? scimErrorSchema : problemSchema}` }
  const examples = Object.fromEntries(
    kinds.map((kind) => [kind.code, { $ref: `#/components/examples/${exampleName(kind, traits)}` }]),
  )
  return {
    description: kinds.map(({ code, title }) => `- \`${code}\`: ${title}`).join('\n'),
    headers: sentHeaders(traits, status, false),
    content: { [mediaType]: { schema, examples } },
  }
}
