/** Who is measured: the bare floor, the honest floor, which also does what the contract asks for, and the service. */
export const contestants = ['floor', 'honest', 'service'] as const
export type Contestant = (typeof contestants)[number]

export type ByContestant<T> = Readonly<Record<Contestant, T>>

/** Something of each contestant. */
export const byContestant = <T>(of: (who: Contestant) => T): ByContestant<T> => ({
  floor: of('floor'),
  honest: of('honest'),
  service: of('service'),
})

/** The same, one after the other, so that whatever else the machine does befalls each alone. */
export const inTurn = async <T>(of: (who: Contestant) => Promise<T>): Promise<ByContestant<T>> => ({
  floor: await of('floor'),
  honest: await of('honest'),
  service: await of('service'),
})
