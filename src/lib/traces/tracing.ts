/** One piece of work in a trace. */
export interface TraceSpan {
  /** By what others go on from here, in the form of the header `traceparent`. */
  readonly traceParent: string
  /** Ends it; `error` is what went wrong with the work itself, in a word. */
  end(attributes: Readonly<Record<string, string | number>>, error?: string): void
}

/** What makes spans and sends them to whoever collects them. */
export interface Tracer {
  /** Begins a span, of `parent` where there is one, in the form of `traceparent`. */
  begin(kind: 'server' | 'client', name: string, parent: string | null): TraceSpan
  /** Sends what is left, and ends. Never throws. */
  close(): Promise<void>
}

/**
 * The header `traceparent` (W3C Trace Context, section 3.2) in the form of its version 00, or null where there is none or
 * it is not to be believed. Of a later version the part is read that every version has.
 */
export function traceParentOf(header: string | readonly string[] | undefined): string | null {
  if (typeof header !== 'string') return null
  const [, version, trace, span, flags] = pattern.exec(header) ?? []
  if (version === undefined || version === 'ff' || (version === '00' && header.length !== length)) return null
  if (trace === noTrace || span === noSpan) return null
  return `00-${trace}-${span}-${flags}`
}

const length = 55
const pattern = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:-|$)/
const noTrace = '0'.repeat(32)
const noSpan = '0'.repeat(16)

/** The id of the trace, as logs name it. */
export const traceIdOf = (traceParent: string): string => traceParent.slice(3, 35)
