import type { Names } from './names.ts'

/** A line that goes into a file which exists, beside one of its kind. */
interface NewLine {
  readonly file: string
  /** The line goes in front of the first one that begins like this. */
  readonly before: string
  readonly line: string
}

/** What a new operation adds to files that every operation is in. */
export function newLines(names: Names): readonly NewLine[] {
  const { operation, routes, room, file, event, parameters } = names
  const others = parameters.filter((name) => name !== 'caseId')
  const unknown = others.map((name) => `, ${name}: newId()`).join('')
  return [
    {
      file: 'src/room-addresses.ts',
      before: 'import { correctionRoutes }',
      line: `import { ${routes} } from './rooms/${room}/${file}-routes.ts'`,
    },
    {
      file: 'src/room-addresses.ts',
      before: '  correctionRoutes(v1, door)',
      line: `  ${routes}(v1, door)`,
    },
    {
      file: 'src/history/event-types.ts',
      before: "  'note.added'",
      line: `  '${event}': 'What happened, in one sentence.',`,
    },
    {
      file: 'src/history/headlines-of-cases.ts',
      before: "  'note.added'",
      line: `  '${event}': ({ who }) => \`\${who} did it.\`,`,
    },
    { file: 'src/history/data-of-cases.ts', before: "  'note.added'", line: `  '${event}': {},` },
    { file: 'src/rooms/events/timeline-words.ts', before: "  'note.added'", line: `  '${event}': null,` },
    { file: 'src/audit/rows-and-events.ts', before: "  'note.added'", line: `  '${event}': null,` },
    {
      file: 'docs/events.md',
      before: '| `note.added`',
      line: `| \`${event}\` | What happened, in one sentence. | |`,
    },
    {
      file: 'test/laws/who-may-what.ts',
      before: 'addNote  ',
      line: `${operation.padEnd(22)} | cases:write            owner's 403     | 401    403    | 200   owner's  404     404        owner's owner's | 404       404            404`,
    },
    {
      file: 'test/requests/cases.ts',
      before: '  addNote: ofCase,',
      line:
        unknown === ''
          ? `  ${operation}: ofCase,`
          : `  ${operation}: async ({ openCase }, body) => ({
    params: { caseId: (await openCase()).id${unknown} },
    by: 'owner',
    body,
  }),`,
    },
    ...(unknown === ''
      ? []
      : [
          {
            file: 'test/requests/cases.ts',
            before: 'import { inbound',
            line: "import { newId } from '../../src/lib/id.ts'",
          },
        ]),
  ]
}

/** The text with the line in it. Throws when the line to stand before is gone: then this page is to be mended. */
export function withLine(text: string, { file, before, line }: NewLine): string {
  const lines = text.split('\n')
  const place = lines.findIndex((each) => each.startsWith(before))
  if (place < 0) throw new Error(`${file} has no line any more that begins with «${before}»`)
  return [...lines.slice(0, place), line, ...lines.slice(place)].join('\n')
}
