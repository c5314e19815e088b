/** A stretch of time, half open, in wire form: moments in that form compare as text. */
export interface Stretch {
  readonly from: string
  readonly until: string
}

/** As much of a member of a team as who stands in depends on. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly teamId: string
  /** Open cases over contract hours. */
  readonly load: number
  /** Their departure has begun: they are given nothing new. */
  readonly leaving: boolean
  /** The owners who own an open complaint about them: they cannot act on it. */
  readonly subjectOf: readonly string[]
  /** The employees about whom they own an open complaint. */
  readonly complainsAbout: readonly string[]
}

/** An absence that is not over. */
export interface Away extends Stretch {
  readonly id: string
  readonly employeeId: string
}

/** Who stands in for an owner for a part of an absence. */
export interface StandInPart extends Stretch {
  readonly absenceId: string
  readonly ownerId: string
  readonly standInId: string
}

/** Absences and stand-ins of a team that are not over. */
export interface Attendance {
  readonly now: string
  readonly members: readonly Member[]
  readonly absences: readonly Away[]
  readonly parts: readonly (StandInPart & { readonly id: string })[]
}

/** What becomes of the parts so that each owner is covered by somebody present. */
export interface Plan {
  /** Parts that end sooner. */
  readonly cut: { readonly id: string; readonly absenceId: string; readonly until: string }[]
  /** Parts that had not begun and make way. */
  readonly dropped: { readonly id: string; readonly absenceId: string }[]
  readonly added: StandInPart[]
}

/**
 * Law 11: who stands in from now on. What is right stays; what is not, because the stand-in is absent then or no teammate any
 * more, goes to somebody present, and so does what nobody had. The past stays as it was. `named` says whom somebody chose.
 */
export function planStandIns(
  { now, members, absences, parts }: Attendance,
  named?: { readonly absenceId: string; readonly standInId: string },
): Plan {
  const plan: Plan = { cut: [], dropped: [], added: [] }
  const byId = new Map(members.map((member) => [member.id, member]))
  const awayOf = (id: string) => absences.filter(({ employeeId }) => employeeId === id)
  const covered = new Map<string, Stretch[]>()

  for (const part of parts) {
    const ahead = { from: later(part.from, now), until: part.until }
    const absence = absences.find(({ id }) => id === part.absenceId)
    const owner = byId.get(part.ownerId)
    const standIn = byId.get(part.standInId)
    const fits = owner !== undefined && standIn?.teamId === owner.teamId && !standIn.leaving
    const within = absence && fits ? overlap(ahead, absence) : undefined
    const right = within ? except(within, awayOf(part.standInId)) : []
    covered.set(part.absenceId, [...(covered.get(part.absenceId) ?? []), ...right])
    const [first, ...others] = right
    if (first?.from === ahead.from && first.until === ahead.until) continue
    const keepsItsBeginning = first?.from === ahead.from
    if (keepsItsBeginning) plan.cut.push({ id: part.id, absenceId: part.absenceId, until: first.until })
    else if (part.from < now) plan.cut.push({ id: part.id, absenceId: part.absenceId, until: now })
    else plan.dropped.push({ id: part.id, absenceId: part.absenceId })
    const { absenceId, ownerId, standInId } = part
    for (const piece of keepsItsBeginning ? others : right)
      plan.added.push({ absenceId, ownerId, standInId, from: piece.from, until: piece.until })
  }

  for (const absence of absences) {
    const owner = byId.get(absence.employeeId)
    const ahead = { from: later(absence.from, now), until: absence.until }
    if (!owner || ahead.from >= ahead.until) continue
    const candidates = candidatesFor(owner, members)
    for (const gap of except(ahead, covered.get(absence.id) ?? [])) {
      const found =
        named?.absenceId === absence.id
          ? [{ standInId: named.standInId, ...gap }]
          : cover(gap, candidates, awayOf)
      for (const piece of found) plan.added.push({ absenceId: absence.id, ownerId: owner.id, ...piece })
    }
  }
  return plan
}

/**
 * Teammates who may stand in, the best first: never whom a case of the owner is about, and rather not who owns a complaint
 * about the owner; then the least loaded.
 */
function candidatesFor(owner: Member, members: readonly Member[]): readonly Member[] {
  const torn = ({ complainsAbout }: Member) => Number(complainsAbout.includes(owner.id))
  return members
    .filter(
      ({ id, teamId, leaving, subjectOf }) =>
        id !== owner.id && teamId === owner.teamId && !leaving && !subjectOf.includes(owner.id),
    )
    .sort((a, b) => torn(a) - torn(b) || a.load - b.load || (a.id < b.id ? -1 : 1))
}

/** One who is present for the whole of it; else one after the other, and nobody where nobody is present. */
function cover(
  gap: Stretch,
  candidates: readonly Member[],
  awayOf: (id: string) => readonly Stretch[],
): Omit<StandInPart, 'absenceId' | 'ownerId'>[] {
  const free = candidates.map(({ id }) => ({ standInId: id, stretches: except(gap, awayOf(id)) }))
  const whole = free.find(({ stretches: [first] }) => first?.from === gap.from && first.until === gap.until)
  if (whole) return [{ standInId: whole.standInId, from: gap.from, until: gap.until }]

  const found: Omit<StandInPart, 'absenceId' | 'ownerId'>[] = []
  const all = free.flatMap(({ standInId, stretches }) => stretches.map((s) => ({ standInId, ...s })))
  for (let at = gap.from; at < gap.until; ) {
    const next = all.find(({ from, until }) => from <= at && at < until)
    if (next) found.push({ standInId: next.standInId, from: at, until: next.until })
    const begins = all.map(({ from }) => from).filter((from) => from > at)
    at = next?.until ?? begins.sort()[0] ?? gap.until
  }
  return found
}

/** What is left of a stretch without the others, in order. */
export function except(stretch: Stretch, others: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = []
  let from = stretch.from
  for (const other of [...others].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (other.until <= from || other.from >= stretch.until) continue
    if (other.from > from) left.push({ from, until: other.from })
    from = other.until
  }
  if (from < stretch.until) left.push({ from, until: stretch.until })
  return left
}

function overlap(a: Stretch, b: Stretch): Stretch | undefined {
  const from = later(a.from, b.from)
  const until = a.until < b.until ? a.until : b.until
  return from < until ? { from, until } : undefined
}

const later = (a: string, b: string): string => (a > b ? a : b)
