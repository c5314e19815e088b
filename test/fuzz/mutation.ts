/**
 * One change to a valid request, as plain data that can be printed and kept. Places are counted from the start and
 * begin anew after the last one, so that a number fits whatever the request has. `json` is a text that is put in as it
 * is, JSON or not; `{{caseId}}` and its like in any text become real ids and cursors.
 */
export type Mutation =
  | { readonly kind: 'put'; readonly at: number; readonly json: string }
  | { readonly kind: 'set'; readonly way: readonly (string | number)[]; readonly json: string }
  | { readonly kind: 'drop'; readonly at: number }
  | { readonly kind: 'wrap'; readonly at: number; readonly in: 'list' | 'object' }
  | { readonly kind: 'add'; readonly at: number; readonly name: string; readonly json: string }
  | { readonly kind: 'bytes'; readonly at: number; readonly cut: number; readonly hex: string }
  | { readonly kind: 'encode'; readonly as: 'utf16le' | 'bom' | 'latin1' | 'twice' | 'half' | 'nothing' }
  | { readonly kind: 'query'; readonly name: string; readonly text: string; readonly again?: boolean }
  | { readonly kind: 'cursor'; readonly of: string; readonly at: number; readonly json: string }
  | { readonly kind: 'path'; readonly at: number; readonly text: string }
  | { readonly kind: 'header'; readonly name: string; readonly text: string | null }
  | { readonly kind: 'method'; readonly as: Method }

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
