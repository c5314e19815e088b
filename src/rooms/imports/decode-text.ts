import { ValidationFailed } from '../../lib/problems.ts'

type Chunks = AsyncIterable<Uint8Array>

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

const known = /^(utf-?8|utf-?16(le|be)?|windows-1252|cp1252|iso-8859-1|latin1|us-ascii)$/i

/**
 * The text of a file, whatever wrote it: by its byte order mark, by the `charset` that was named, else as UTF-8 and, when it
 * turns out to be none before any letter of another alphabet than ours has come, as Windows-1252, which Excel writes. Throws
 * `validation-failed` for what is none of these.
 */
export async function* decodeText(chunks: Chunks, charset: string | undefined): AsyncGenerator<string> {
  if (charset !== undefined && !known.test(charset))
    throw ValidationFailed.because(
      `The charset ${charset.slice(0, 40)} is not read here: send UTF-8, UTF-16 or Windows-1252.`,
    )
  let decoder: TextDecoder | undefined
  // Until a letter of another alphabet has come, every byte is the same in UTF-8 and in Windows-1252. What is behind the
  // text that was read is the beginning of a letter, or one of Windows-1252.
  let isPlain = true
  let behind: Uint8Array = new Uint8Array()
  for await (const chunk of beginningWhole(chunks)) {
    decoder ??= decoderOf(chunk, charset)
    let text: string
    try {
      text = decoder.decode(chunk, { stream: true })
    } catch {
      const bytes = Buffer.concat([behind, chunk])
      if (!isPlain || charset !== undefined || decoder.encoding !== 'utf-8' || hasLetters(bytes))
        throw unreadable(decoder.encoding)
      decoder = new TextDecoder('windows-1252')
      text = decoder.decode(bytes, { stream: true })
    }
    isPlain &&= isAscii.test(text)
    if (isPlain) behind = Buffer.concat([behind, chunk]).subarray(text.length)
    if (text.includes('\0'))
      throw ValidationFailed.because('The file has NUL characters in it: it is no text.')
    if (text !== '') yield text
  }
  try {
    const rest = decoder?.decode() ?? ''
    if (rest !== '') yield rest
  } catch {
    throw unreadable(decoder?.encoding ?? '')
  }
}

/** The same chunks, the first of them long enough to tell by it what they are. */
async function* beginningWhole(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | undefined = new Uint8Array()
  for await (const chunk of chunks) {
    if (first === undefined) yield chunk
    else {
      first = Buffer.concat([first, chunk])
      if (first.length < 4) continue
      yield first
      first = undefined
    }
  }
  if (first !== undefined) yield first
}

function decoderOf(first: Uint8Array, charset: string | undefined): TextDecoder {
  if (Buffer.from(first.subarray(0, 4)).toString('latin1') === 'PK\x03\x04')
    throw ValidationFailed.because('The file is a workbook or an archive: save the sheet as CSV.')
  const marked = marks.find(({ bytes }) => bytes.every((byte, at) => first[at] === byte))
  const unmarked16 = first[1] === 0 ? 'utf-16le' : first[0] === 0 ? 'utf-16be' : undefined
  const named =
    charset === undefined ? undefined : /^(iso|latin|us-)/i.test(charset) ? 'windows-1252' : charset
  return new TextDecoder(marked?.encoding ?? unmarked16 ?? named ?? 'utf-8', { fatal: true })
}

const isAscii = /^\p{ASCII}*$/u

/** Whether there are letters beyond ASCII in it that were written in UTF-8. */
const hasLetters = (bytes: Uint8Array): boolean =>
  !isAscii.test(new TextDecoder().decode(bytes).replaceAll('\uFFFD', ''))

const unreadable = (encoding: string) =>
  ValidationFailed.because(
    `The file is not ${encoding.toUpperCase()} all the way: save it as UTF-8, or name its encoding, as in \`Content-Type: text/csv; charset=windows-1252\`.`,
  )
