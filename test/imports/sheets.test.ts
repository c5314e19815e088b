import { expect, test } from 'vitest'
import { readCells } from '../../src/rooms/imports/read-cells.ts'
import { givenIn } from '../../src/rooms/imports/read-line.ts'
import { rowsOfCells, rowsOfLines } from '../../src/rooms/imports/read-rows.ts'

async function* textOf(...parts: string[]) {
  yield* parts
}
const cells = (text: string, mapping?: string) => Array.fromAsync(rowsOfCells(textOf(text), { mapping }))
const lines = (text: string, mapping?: string) => Array.fromAsync(rowsOfLines(textOf(text), { mapping }))

test('cells that are empty because another line is wider are no cells, and a line of nothing else is no line', async () => {
  for (const text of [
    'name;email;;\r\nA;;;\r\n;;;\r\n ; ;\r\n',
    ';;;\r\nname;email\r\nA\r\n',
    '\r\n\r\nname;email\r\nA;;;;;\r\n',
  ])
    expect((await cells(text)).map(({ given }) => given)).toEqual([{ name: 'A' }])
  expect(await cells('name;email;\r\nA;;stray\r\n')).toMatchObject([
    { line: 2, message: 'has 3 cells, and there are 2 columns' },
  ])
  await expect(cells('name;;email\r\nA;;\r\n')).rejects.toThrow('A column has no name')
})

test('a record without an end is told apart from one that is too long', async () => {
  const long = Array.fromAsync(readCells(textOf('name\n', 'x'.repeat(90_000), 'x'.repeat(90_000)), undefined))
  await expect(long).rejects.toThrow('line 2 is longer than 100000 characters')
  await expect(Array.fromAsync(readCells(textOf('name\n"x'), undefined))).rejects.toThrow('is not closed')
})

test('a column is mapped whatever its name has in it, and says once what it stands for', async () => {
  expect(
    await cells('"Naam, voluit";"zegt ""ja"""\nA;b\n', '"Naam, voluit":name,"zegt ""ja""":-'),
  ).toMatchObject([{ given: { name: 'A' } }])
  expect(await cells('a:b;c\nA;b\n', 'a:b:name,c:-')).toMatchObject([{ given: { name: 'A' } }])
  for (const mapping of ['Naam:name,naam:email', 'Naam:name,,', ','])
    await expect(cells('Naam\nA\n', mapping)).rejects.toMatchObject({ kind: { code: 'validation-failed' } })
})

test('a field that is there twice is refused, since only its writer knows which is meant', async () => {
  const twice = { message: 'is there twice', pointer: '#/name' }
  expect(
    await lines('{"name":"A","name":"B"}\n{"Naam":"A","name":"B"}\n{"Naam":"A"}\n', 'Naam:name'),
  ).toMatchObject([
    { line: 1, ...twice },
    { line: 2, ...twice },
    { line: 3, given: { name: 'A' } },
  ])
  const deep = `{"name":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
  expect(await lines(deep)).toMatchObject([{ message: 'is nested deeper than 32 levels' }])
})

test('what an export puts before a formula is taken away, and nothing else', () => {
  const said = ['=1', '＝1', '-1', '@a', "'=1", "'t Hooft", "''t"]
  const written = ["'=1", "'＝1", "'-1", "'@a", "''=1", "'t Hooft", "''t"]
  expect(written.map((cell) => givenIn([cell], ['name']).name)).toEqual(said)
})
