/** Attributes of an element; undefined ones are left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>

const font = 'Helvetica, Arial, sans-serif'

/** The ink of pictures: dark on light, so that they print well and are read from afar. */
export const ink = '#1b1f24'
export const paleInk = '#4b5563'

/** An element of a picture. What it holds is SVG already; text goes through `words`. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? short(value) : String(value))}"`)
  return content === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${content}</${name}>`
}

interface Lettering {
  readonly size: number
  readonly bold?: boolean
  readonly fill?: string
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** A line of text, its baseline at `y`. */
export const words = (
  x: number,
  y: number,
  text: string,
  { size, bold = false, fill = ink, anchor = 'start' }: Lettering,
): string =>
  element(
    'text',
    {
      ...{ x, y, fill, 'font-size': size, 'text-anchor': anchor === 'start' ? undefined : anchor },
      'font-weight': bold ? 'bold' : undefined,
    },
    escaped(text),
  )

interface Picture {
  readonly width: number
  readonly height: number
  /** What it is, in a few words, and what it shows, for whoever does not see it. */
  readonly title: string
  readonly description: string
  readonly content: readonly string[]
}

/** A whole picture on white. It needs neither scripts nor styles, so that no policy of a page can spoil it. */
export const picture = ({ width, height, title, description, content }: Picture): string =>
  element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', role: 'img', lang: 'en', 'aria-labelledby': 'title desc' },
      ...{ width, height, viewBox: `0 0 ${short(width)} ${short(height)}`, 'font-family': font },
    },
    [
      element('title', { id: 'title' }, escaped(title)),
      element('desc', { id: 'desc' }, escaped(description)),
      element('rect', { width, height, fill: '#fff' }),
      ...content,
    ].join('\n'),
  )

/** What an element is called where somebody points at it. */
export const tip = (text: string): string => element('title', {}, escaped(text))

/** How wide a text is, about: no font is at hand here, so that it is rather too much than too little. */
export const widthOf = (text: string, size: number, bold = false): number =>
  [...text].reduce((sum, sign) => sum + emsOf(sign), 0) * size * (bold ? 1.08 : 1.02)

function emsOf(sign: string): number {
  if (/[iljtfrI.,:;'|! ()]/.test(sign)) return 0.32
  if (/[mwMW%@→]/.test(sign)) return 0.9
  return /[A-Z]/.test(sign) ? 0.7 : 0.57
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const short = (value: number): string => String(Math.round(value * 10) / 10)
