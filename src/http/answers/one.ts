/** The only one of these. */
export function one<T>(all: readonly T[]): T {
  const [first] = all
  if (first === undefined || all.length > 1) throw new Error(`there are ${all.length}, and not one`)
  return first
}
