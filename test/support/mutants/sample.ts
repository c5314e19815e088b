/** So many of them, by chance, the same for the same seed. */
export function sample<T>(of: readonly T[], size: number, seed: number): readonly T[] {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return of
    .map((one) => ({ one, place: next() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, size)
    .map(({ one }) => one)
}

/** So many of each kind. */
export const sampleOfEach = <T extends { readonly kind: string }>(
  of: readonly T[],
  size: number,
  seed: number,
): readonly T[] =>
  [...Map.groupBy(of, ({ kind }) => kind).values()].flatMap((alike) => sample(alike, size, seed))
