/** HTML that is safe to send: words that came in are words in it, and never marks. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What stands in a template: HTML as it is, words as words, and of a list one after another; what is nothing leaves no trace. */
type Part = Html | string | number | false | null | undefined | readonly Part[]

/** Makes HTML of a template. Values of attributes stand in double quotes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(String.raw({ raw: strings }, ...parts.map(textOf)))

function textOf(part: Part): string {
  if (part instanceof Html) return part.text
  if (part === false || part === null || part === undefined) return ''
  return typeof part === 'object' ? part.map(textOf).join('') : escapeHtml(String(part))
}

/** Words as HTML shows them. */
export const escapeHtml = (words: string): string =>
  words.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
