import type { SQL } from 'drizzle-orm'
import type { Reader } from '../work.ts'

/** A filter: what it says in SQL, given the placeholder of its value; `many` when the value is a list. */
export type Filter = (value: SQL, many: boolean) => SQL

/**
 * A column that leads an index before the order of the list, where a filter asks one value of it: the list is walked by that
 * index. To order by the column as well forces it. Left the choice, PostgreSQL takes the value for a common one, walks
 * through all rows in the list's order, and finds out at the end that few have it.
 */
export interface Lead {
  readonly column: SQL
  readonly type: 'uuid' | 'text' | 'boolean'
  /** What the filter means, where it has no value of its own, or takes it for something else. */
  readonly value?: SQL
  /** `select …` of the values that the column has where the filter is true, found elsewhere: each is walked by itself. */
  readonly values?: Filter
  /** Another column that equals the first one of the order, beside this one in its index. */
  readonly key?: SQL
  /** The table of the column, where the list has it not. */
  readonly join?: SQL
}

/** A condition; or one of which more is known. */
type Part =
  | SQL
  | {
      readonly where: SQL
      /** A column that leads an index, and its value: so the part is walked, unless a filter leads. */
      readonly lead?: Lead & { readonly value: SQL }
      /** What filters of the list come to in this part, where that is less to look at. */
      readonly filters?: Readonly<Record<string, Filter>>
    }

/** What a list is made of. */
export interface Listing<Row> {
  /** `select … from …`, up to where the conditions begin. */
  readonly select: SQL<Row>
  readonly filters: Readonly<Record<string, Filter>>
  /** The columns that order the list, and by which name the row carries each; the last one is unique. */
  readonly order: readonly {
    readonly column: SQL
    readonly key: keyof Row & string
    readonly type: 'uuid' | 'timestamptz' | 'text' | 'bigint'
  }[]
  readonly descending: boolean
  /** What limits the list always, whatever the query asks. */
  readonly always?: SQL
  /**
   * The list is of several parts that have no row in common, each found by an index of its own: a page is put together
   * from the first rows of each. One condition with an `or` in it would read the whole table.
   */
  readonly parts?: readonly Part[]
  /**
   * How a page is found by its keys before what an answer shows is read: to plan and to begin a statement that reads much
   * costs as much as what it reads.
   */
  readonly byKeys?: {
    /** `from …` of the tables that filters and order speak of. */
    readonly from: SQL
    /** What limits the list always, asked again as the rows are read. */
    readonly seen: SQL
  }
  readonly search?: Search
  /** By which filter the list is walked, the narrowest first: the first of these that is asked leads the first part. */
  readonly leads?: Readonly<Record<string, Lead>>
  /** With one of these filters the list has another order that comes to the same: one that begins at a bound, say. */
  readonly orderWith?:
    | { readonly filters: readonly string[]; readonly order: Listing<Row>['order'] }
    | undefined
  /** Filters of which the value decides which index finds a page soonest: with one of them each page is planned anew. */
  readonly planned?: readonly string[]
}

/** How a list is searched. Which index finds the rows soonest depends on the words, so each search is planned anew. */
export interface Search {
  /** The filter that the words are. */
  readonly by: string
  /** For a list that is found by its keys: where those with the words stand. */
  readonly keys?: {
    /** `select …` of the first key alone, up to the conditions. */
    readonly select: SQL
    /**
     * The same where few rows have the words: first all that have them, in their order, and then what else is asked, until
     * the page is full. `words` is the condition.
     */
    readonly few?: (words: SQL) => SQL
    /** Another column that equals the first key: a page may begin after either. */
    readonly column: SQL
  }
  /** Takes the place of the list's own parts, unless the words are common; `words` is asked of the words as well. */
  readonly parts?: readonly (Part | { readonly words: SQL; readonly where: SQL })[]
  /** Whether so many rows have the words that the list's own parts find a page sooner. */
  readonly areCommon?: (reader: Reader, words: string) => Promise<boolean>
  /** What to search for when nothing was found, one after the other until something is. `isKnown`: something has that word. */
  readonly widen: (
    reader: Reader,
    words: string,
    isKnown: (word: string) => Promise<boolean>,
  ) => AsyncIterable<string>
}
