import type { Mutation } from './mutation.ts'

/** A request that once was answered wrongly. */
export interface PastFailure {
  readonly operation: string
  /** What went wrong. */
  readonly was: string
  readonly mutations: readonly Mutation[]
}

/** They are tried first, every time. */
export const pastFailures: readonly PastFailure[] = [
  {
    operation: 'createApiKey',
    was: '412, by an operation that has no version to match',
    mutations: [{ kind: 'header', name: 'if-match', text: '"1", "2"' }],
  },
  {
    operation: 'removeFact',
    was: '412, by an operation that has no version to match',
    mutations: [{ kind: 'header', name: 'if-match', text: '"a"' }],
  },
  {
    operation: 'changeOrganisation',
    was: '400 for its body, where the address has no such method',
    mutations: [
      { kind: 'bytes', at: 0, cut: 0, hex: '00' },
      { kind: 'method', as: 'PUT' },
    ],
  },
  {
    operation: 'getMe',
    was: '415 for its type of content, where the address has no such method',
    mutations: [
      { kind: 'header', name: 'content-type', text: '' },
      { kind: 'method', as: 'PATCH' },
    ],
  },
]
