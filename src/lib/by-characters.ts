/** Sorts texts by their characters, as PostgreSQL's collation `C` does for what we sort: ids, moments, other systems' names. */
export const byCharacters = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
