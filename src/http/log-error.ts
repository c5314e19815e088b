/** An error as the log holds it. */
export interface LoggedError {
  readonly type: string
  readonly code: string | null
  /** Where it was thrown: the frames of its stack. */
  readonly at: readonly string[]
  readonly cause?: LoggedError
}

/**
 * What the log is told of an error that nobody foresaw: its type, its code and where it was thrown. Never its message
 * or its members: engine and libraries quote in them what they choked on, and that may be what a customer said.
 */
export function logError(error: unknown, depth = 3): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, code: null, at: [] }
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return {
    type: error.constructor.name,
    // A code is one word; anything else under that name was not meant for us.
    code: typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : null,
    at: framesOf(error),
    ...(cause !== undefined && depth > 0 && { cause: logError(cause, depth - 1) }),
  }
}

function framesOf({ stack = '', message }: Error): readonly string[] {
  // A message of several lines could look like frames, so it is taken out before they are looked for.
  const frames = stack.split('\n    at ').slice(1)
  const lines = message.split('\n    at ').length - 1
  return frames.slice(lines, lines + 12).map((frame) => frame.split('\n', 1)[0] ?? '')
}
