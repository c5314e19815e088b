import { pointerStep } from '../../lib/problem.ts'
import { badValue, isObject } from './read-value.ts'

const ofPatch = ['schemas', 'Operations']
const ofOperation = ['op', 'path', 'value']

/**
 * The body of a PATCH with the names of its contract: they may come in any case (RFC 7643, section 2.1). Throws
 * `validation-failed` for a name that comes twice, in two cases: one of them would be lost in silence.
 */
export function patchInOurNames(given: unknown): unknown {
  if (!isObject(given)) return given
  const { Operations, ...rest } = inOurNames(given, ofPatch, '')
  if (!Array.isArray(Operations)) return { ...rest, Operations }
  return {
    ...rest,
    Operations: Operations.map((operation, index) =>
      isObject(operation) ? inOurNames(operation, ofOperation, `/Operations/${index}`) : operation,
    ),
  }
}

function inOurNames(given: object, names: readonly string[], pointer: string): Record<string, unknown> {
  const read = new Map<string, unknown>()
  for (const [name, value] of Object.entries(given)) {
    const ours = names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name
    if (read.has(ours)) throw badValue(`${pointer}/${pointerStep(name)}`, 'is there twice')
    read.set(ours, value)
  }
  return Object.fromEntries(read)
}
