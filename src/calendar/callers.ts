import type { OwnerHours } from './calendars.ts'

/** Who will call at a moment, in milliseconds since 1970: the id of the stand-in, or null for the owner. */
export const callerAt = ({ standIns }: Pick<OwnerHours, 'standIns'>, moment: number): string | null =>
  standIns.find(({ from, until }) => from <= moment && moment < until)?.id ?? null

/** The moments at which somebody else calls from then on. */
export const handoversOf = ({ standIns }: Pick<OwnerHours, 'standIns'>): readonly number[] =>
  standIns.flatMap(({ from, until }) => [from, until])
