/** What a headline is made of. */
export interface EventFacts {
  /** At the beginning of a sentence. */
  readonly who: string
  readonly data: Readonly<Record<string, unknown>>
  /** The name of the employee whom this member of `data` means. */
  readonly name: (member: string) => string
  /** The moment that this member of `data` holds. */
  readonly moment: (member: string) => string
  /** The span between the members `from` and `until` of `data`. */
  readonly span: () => string
}

/** The line of a type of event. */
export type Headline = (told: EventFacts) => string
