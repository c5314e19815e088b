/** The same keys, each with what is made of its value. */
export const mapValues = <T, U>(
  from: Readonly<Record<string, T>>,
  to: (value: T, key: string) => U,
): Record<string, U> => Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value, key)]))
