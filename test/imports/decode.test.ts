import { expect, test } from 'vitest'
import { decodeText } from '../../src/rooms/imports/decode-text.ts'

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const read = async (bytes: Buffer, size: number, charset?: string) =>
  (await Array.fromAsync(decodeText(inPieces(bytes, size), charset))).join('')

test('a file is the same text in whatever pieces it comes, and whoever wrote it', async () => {
  const text = 'naam;straat\r\nZoë;Plein 1\r\nJosé;€ 5\r\n'
  const files: [Buffer, string?][] = [
    [Buffer.from(text)],
    [Buffer.from(`\uFEFF${text}`)],
    [Buffer.from(`\uFEFF${text}`, 'utf16le')],
    [Buffer.from(text, 'utf16le')],
    [Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    [Buffer.from(text.replace('€', '\x80'), 'latin1')],
    [Buffer.from(text.replace('€', '\x80'), 'latin1'), 'windows-1252'],
  ]
  for (const [bytes, charset] of files)
    for (const size of [1, 2, 3, 5, 1000]) expect(await read(bytes, size, charset)).toBe(text)
})

test('what is half of one and half of another is refused', async () => {
  const mixed = Buffer.concat([Buffer.from('Zoë\n'), Buffer.from('Zo\xeb\n', 'latin1')])
  for (const size of [2, 3, 1000]) await expect(read(mixed, size)).rejects.toThrow('not UTF-8 all the way')
  await expect(read(Buffer.from('abc\0d'), 1000)).rejects.toThrow('NUL')
  for (const size of [1, 1000])
    await expect(read(Buffer.from('PK\x03\x04…'), size)).rejects.toThrow('workbook')
})
