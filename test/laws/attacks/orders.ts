/** Every order in which these can come. */
export const ordersOf = <T>(of: readonly T[]): readonly (readonly T[])[] =>
  of.length < 2
    ? [of]
    : of.flatMap((first, at) => ordersOf(of.toSpliced(at, 1)).map((others) => [first, ...others]))
