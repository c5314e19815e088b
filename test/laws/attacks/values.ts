/** Values of a column, among which there is one that breaks a condition, for all conditions that we have; null first. */
export function valuesFor(type: string, condition: string): readonly string[] {
  const words = [...condition.matchAll(/'((?:[^']|'')*)'/g)].map(([word]) => word)
  const numbers = [...condition.matchAll(/\b\d+\b/g)].flatMap(([n]) => [
    Number(n) - 1,
    Number(n),
    Number(n) + 1,
  ])
  const by: Readonly<Record<string, readonly (string | number)[]>> = {
    text: [`''`, `'x'`, ...words],
    integer: [-1, 0, 1, 2, ...numbers],
    uuid: [
      `'${'1'.repeat(8)}-1111-4111-8111-${'1'.repeat(12)}'`,
      `'${'2'.repeat(8)}-2222-4222-8222-${'2'.repeat(12)}'`,
    ],
    'timestamp with time zone': [
      `'2026-11-02T00:00Z'`,
      `'2026-11-02T00:00:00.001Z'`,
      `'2026-11-12T09:30Z'`,
      `'2027-11-02T00:00Z'`,
      `'infinity'`,
    ],
    date: [`'2026-11-02'`, `'2026-11-03'`, `'2027-11-01'`, `'infinity'`],
    boolean: ['true', 'false'],
    jsonb: [`'[]'`, `'{}'`, `'1'`, `'["x"]'`, ...ofKeys(condition)],
    bytea: [`'\\x00'`, `'\\x${'00'.repeat(32)}'`],
    'text[]': [`'{}'`, `'{x}'`, `'{x,x}'`, `'{null}'`],
    'uuid[]': [`'{}'`, `'{null}'`],
    'integer[]': [`'{}'`, `'{0}'`, `'{null}'`],
    xid8: [`'1'`],
    'time without time zone': [`'00:00'`, `'09:30'`],
  }
  const known =
    by[type] ??
    by[
      type === 'bigint' || type === 'smallint' || type.startsWith('double') || type.startsWith('numeric')
        ? 'integer'
        : 'text'
    ] ??
    []
  return ['null', ...new Set(known.map(String))].slice(0, 24)
}

/** Objects with what is looked for in them. */
const ofKeys = (condition: string): readonly string[] => {
  const keys = [...condition.matchAll(/(?:->>?|\?) '(\w+)'/g)].map(([, key = '']) => `"${key}": "x"`)
  return keys.length === 0 ? [] : [`'{${keys}}'`]
}
