/** The same function, with its last answers at hand: so many of them, and then it begins anew. For what is pure, and asked again. */
export function remembering<Asked, Answer>(
  answer: (asked: Asked) => Answer,
  nameOf: (asked: Asked) => string | number,
  most: number,
): (asked: Asked) => Answer {
  const known = new Map<string | number, Answer>()
  return (asked) => {
    const name = nameOf(asked)
    const found = known.get(name)
    if (found !== undefined) return found
    const made = answer(asked)
    if (known.size >= most) known.clear()
    known.set(name, made)
    return made
  }
}
