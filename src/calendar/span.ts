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

/** As the timetable says within one stretch of time, and closed outside it. */
export const during =
  (timetable: Timetable, { from, until }: Span): Timetable =>
  (within) => {
    const begin = Math.max(from, within.from)
    const end = Math.min(until, within.until)
    return begin < end ? timetable({ from: begin, until: end }) : []
  }

/** Open when any of them is. */
export function either(timetables: readonly Timetable[]): Timetable {
  const [only, ...more] = timetables
  if (only && more.length === 0) return only
  return (within) => joined(timetables.flatMap((timetable) => timetable(within)))
}

/** Spans in any order as spans in order and apart from each other. */
export function joined(spans: readonly Span[]): Span[] {
  const apart: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1)
    if (last && span.from <= last.until)
      apart[apart.length - 1] = { from: last.from, until: Math.max(last.until, span.until) }
    else apart.push(span)
  }
  return apart
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
      if (gap.from >= span.until) break
      if (gap.from > from) left.push({ from, until: gap.from })
      from = Math.max(from, gap.until)
    }
    if (from < span.until) left.push({ from, until: span.until })
  }
  return left
}
