import type { ValidRequest } from '../support/stage.ts'
import { changeTree, type Tree, treeOf, written } from './body-tree.ts'
import type { Method, Mutation } from './mutation.ts'

/** What goes over the wire. */
export interface Sent {
  readonly method: Method
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
}

interface Target {
  readonly method: Method
  /** As in the document, such as `/v1/cases/{caseId}`. */
  readonly path: string
  /** The media type of its body, where it takes one. */
  readonly type: string | undefined
  readonly request: ValidRequest
  readonly names: Readonly<Record<string, string>>
}

/** A request under way: its query with repeated names, its body as a tree in which anything may stand. */
interface Draft {
  method: Method
  readonly path: string[]
  readonly query: [string, string][]
  readonly headers: Record<string, string>
  readonly tree: { body: Tree }
  bytes: Buffer | undefined
}

/** The request with all of these changes. */
export function mutate(target: Target, mutations: readonly Mutation[]): Sent {
  const { request, type } = target
  const filled = (text: string): string =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (asIs, name) => target.names[name] ?? asIs)
  const draft: Draft = {
    method: target.method,
    path: target.path
      .split('/')
      .map((part) =>
        part.replace(/^\{(.+)\}$/, (_, name) => encodeURIComponent(request.params?.[name] ?? '')),
      ),
    query: Object.entries(request.query ?? {}).map(([name, value]) => [name, encodeURIComponent(value)]),
    headers: {
      ...(request.as === undefined ? {} : { 'on-behalf-of': request.as }),
      ...(type === undefined ? {} : { 'content-type': type }),
      ...request.headers,
    },
    tree: { body: bodyOf(request.body) },
    bytes: undefined,
  }
  for (const mutation of mutations) changeTree(draft.tree, mutation, filled)
  const text = written(draft.tree.body)
  draft.bytes = text === '' ? undefined : Buffer.from(text)
  for (const mutation of mutations) change(draft, mutation, target, filled)

  const query = draft.query.map(([name, value]) => `${name}=${value}`).join('&')
  return {
    method: draft.method,
    url: `${draft.path.join('/')}${query === '' ? '' : `?${query}`}`,
    headers: draft.headers,
    body: draft.bytes,
  }
}

function change(draft: Draft, mutation: Mutation, { path, names }: Target, filled: (text: string) => string) {
  const bytes = draft.bytes ?? Buffer.alloc(0)
  switch (mutation.kind) {
    case 'bytes': {
      const at = mutation.at % (bytes.length + 1)
      const after = bytes.subarray(at + mutation.cut)
      draft.bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(mutation.hex, 'hex'), after])
      return
    }
    case 'encode':
      draft.bytes = encoded(bytes, mutation.as)
      return
    case 'query':
      ask(draft, mutation.name, filled(mutation.text), mutation.again)
      return
    case 'cursor':
      ask(draft, 'cursor', bent(names[mutation.of] ?? '', mutation.at, filled(mutation.json)))
      return
    case 'path': {
      const free = path.split('/').flatMap((part, n) => (part.startsWith('{') ? [n] : []))
      const at = free[mutation.at % free.length]
      if (at !== undefined) draft.path[at] = filled(mutation.text)
      return
    }
    case 'header':
      if (mutation.text === null) delete draft.headers[mutation.name]
      else draft.headers[mutation.name] = filled(mutation.text)
      return
    case 'method':
      draft.method = mutation.as
  }
}

/** Asks for this, instead of what was asked by that name or once more. */
function ask({ query }: Draft, name: string, value: string, again = false): void {
  const at = again ? -1 : query.findIndex(([known]) => known === name)
  query.splice(at < 0 ? query.length : at, 1, [name, value])
}

function encoded(bytes: Buffer, as: Extract<Mutation, { kind: 'encode' }>['as']): Buffer {
  switch (as) {
    case 'bom':
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])
    case 'twice':
      return Buffer.concat([bytes, bytes])
    case 'half':
      return bytes.subarray(0, Math.floor(bytes.length / 2))
    case 'nothing':
      return Buffer.alloc(0)
    default:
      return Buffer.from(bytes.toString('utf8'), as)
  }
}

/** A cursor with one of its parts replaced: whole otherwise, so that it gets past the first look. */
function bent(cursor: string, at: number, json: string): string {
  const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  const texts = parts.map((part: unknown, n: number) =>
    n === at % parts.length ? json : JSON.stringify(part),
  )
  return Buffer.from(`[${texts.join(',')}]`).toString('base64url')
}

/** A file is text as it stands, and anything else a tree. */
const bodyOf = (body: ValidRequest['body']): Tree =>
  typeof body === 'string' || body === undefined ? { text: body ?? '' } : treeOf(body)
