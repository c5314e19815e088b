/** The rows of CSV as another program wrote it (RFC 4180), without a byte order mark. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|$)/gy
  const source = text.replace(/^\uFEFF/, '')
  for (let found = cell.exec(source); found && found.index < source.length; found = cell.exec(source)) {
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] !== ',') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}
