/** A stretch of time in milliseconds since 1970, half open: `until` is the first moment outside. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** When something is open: its spans within a stretch of time, in order and apart from each other. */
export type Timetable = (within: Span) => readonly Span[]

/** Open when both are. */
export const both =
  (one: Timetable, other: Timetable): Timetable =>
  (within) =>
    overlap(one(within), other(within))

/** Open when `timetable` is, but for `closed`, in any order. */
export function except(timetable: Timetable, closed: readonly Span[]): Timetable {
  if (closed.length === 0) return timetable
  const inOrder = closed.toSorted((a, b) => a.from - b.from)
  return (within) => remaining(timetable(within), inOrder)
}

/** What the spans of two lists have in common. */
function overlap(ones: readonly Span[], others: readonly Span[]): Span[] {
  const found: Span[] = []
  let at = 0
  for (const one of ones) {
    while (at < others.length && (others[at]?.until ?? 0) <= one.from) at++
    for (let next = at; next < others.length; next++) {
      const other = others[next]
      if (!other || other.from >= one.until) break
      found.push({ from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) })
    }
  }
  return found
}

/** What is left of the spans without the closed ones, which may overlap each other. */
function remaining(spans: readonly Span[], closed: readonly Span[]): Span[] {
  const left: Span[] = []
  for (const span of spans) {
    let from = span.from
    for (const gap of closed) {
      if (gap.until <= from) continue
      if (gap.from >= span.until) break
      if (gap.from > from) left.push({ from, until: gap.from })
      from = Math.max(from, gap.until)
    }
    if (from < span.until) left.push({ from, until: span.until })
  }
  return left
}
