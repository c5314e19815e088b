import { Marked, type Tokens } from 'marked'
import { escapeHtml } from '../lib/html/html.ts'

/** A heading and what stands below it, for those who search. */
interface Section {
  readonly heading: string
  readonly anchor: string
  readonly words: string
}

/** What a page written in Markdown becomes. */
export interface Rendered {
  readonly title: string
  readonly html: string
  readonly sections: readonly Section[]
}

/** Renders a page of ours. `lead` says where a link of it leads, or null where nothing of the kind is served. */
export function renderMarkdown(text: string, lead: (target: string) => string | null): Rendered {
  const sections: { heading: string; anchor: string; words: string }[] = []
  const marked = new Marked({
    renderer: {
      heading({ depth, text: heading, tokens }) {
        const anchor = anchorOf(heading)
        return `<h${depth} id="${anchor}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens)
        const target = lead(href)
        return target === null ? words : `<a href="${escapeHtml(target)}">${words}</a>`
      },
      // What stands in a page as HTML is meant for readers, and not for their browsers.
      html: ({ text: given }: Tokens.HTML | Tokens.Tag) => escapeHtml(given),
    },
  })
  for (const token of marked.lexer(text)) {
    if (token.type === 'heading')
      sections.push({ heading: plain(token.text), anchor: anchorOf(token.text), words: '' })
    const last = sections.at(-1)
    if (last && token.type !== 'heading') last.words += ` ${plain(token.raw)}`
  }
  const html = marked
    .parse(text, { async: false })
    .replaceAll('<table>', '<div class="table"><table>')
    .replaceAll('</table>', '</table></div>')
  return { title: sections[0]?.heading ?? '', html, sections }
}

/** The address of a heading within its page, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')

/** Text without the signs of its Markdown. */
const plain = (text: string): string =>
  text
    .replaceAll(/\]\([^)]*\)/g, '')
    .replaceAll(/[`*|[\]]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
