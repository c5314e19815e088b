import type { Names } from './names.ts'
import { othersOf } from './new-files.ts'

/** A line that goes into a file which exists, beside one of its kind. */
interface NewLine {
  readonly file: string
  /** The line goes behind the first one that begins like this. */
  readonly after: string
  readonly line: string
}

/** What a new operation adds to files that every operation is in. */
export function newLines(names: Names): readonly NewLine[] {
  const { operation, routes, room, file, event, parameters } = names
  const others = othersOf(parameters)
  const unknown = others.map((name) => `, ${name}: newId()`).join('')
  const data = others.map((name) => `${name}: id`).join(', ')
  const told = others.map((name) => `\`${name}\``).join(', ')
  return [
    {
      file: 'src/room-addresses.ts',
      after: 'import { contactRoutes }',
      line: `import { ${routes} } from './rooms/${room}/${file}-routes.ts'`,
    },
    { file: 'src/room-addresses.ts', after: '  correctionRoutes(v1, door)', line: `  ${routes}(v1, door)` },
    {
      file: 'src/history/event-types.ts',
      after: "  'note.added'",
      line: `  '${event}': 'What happened, in one sentence.',`,
    },
    {
      file: 'src/history/headlines-of-cases.ts',
      after: "  'note.added'",
      line: `  '${event}': ({ who }) => \`\${who} did it.\`,`,
    },
    { file: 'src/history/data-of-cases.ts', after: "  'note.added'", line: `  '${event}': { ${data} },` },
    { file: 'src/rooms/events/timeline-words.ts', after: "  'note.added'", line: `  '${event}': null,` },
    { file: 'src/audit/rows-and-events.ts', after: "  'note.added'", line: `  '${event}': null,` },
    {
      file: 'docs/events.md',
      after: '| `note.added`',
      line: `| \`${event}\` | What happened, in one sentence. | ${told} |`,
    },
    {
      file: 'test/laws/who-may-what.ts',
      after: 'addNote  ',
      line: `${operation.padEnd(22)} | -                      403     403     | 401    403    | 200   owner's  404     404        owner's owner's | 404       404            404`,
    },
    {
      file: 'test/requests/cases.ts',
      after: '  addNote: ofCase,',
      line: `  ${operation}: async ({ openCase }) => ({ params: { caseId: (await openCase()).id${unknown} }, by: 'owner' }),`,
    },
    ...(unknown === ''
      ? []
      : [
          {
            file: 'test/requests/cases.ts',
            after: 'import { inbound',
            line: "import { newId } from '../../src/lib/id.ts'",
          },
        ]),
  ]
}

/** The text with the line in it. Throws when the line to stand behind is gone: then this page is to be mended. */
export function withLine(text: string, { file, after, line }: NewLine): string {
  const lines = text.split('\n')
  const place = lines.findIndex((each) => each.startsWith(after))
  if (place < 0) throw new Error(`${file} has no line any more that begins with «${after}»`)
  return [...lines.slice(0, place + 1), line, ...lines.slice(place + 1)].join('\n')
}
