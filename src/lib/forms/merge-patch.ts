/** What a merge patch makes of a value (RFC 7396): members of objects are merged one by one, and null takes one out. */
export function mergePatch(was: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const merged = new Map(Object.entries(isObject(was) ? was : {}))
  for (const [name, change] of Object.entries(patch)) {
    if (change === null) merged.delete(name)
    else if (change !== undefined) merged.set(name, mergePatch(merged.get(name), change))
  }
  return Object.fromEntries(merged)
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
