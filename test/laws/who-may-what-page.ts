import { people } from '../support/cast.ts'
import { type Row, sections } from './who-may-what.ts'

/** The table of who may what, for people to read: `docs/who-may-what.md`. */
export function asMarkdown(): string {
  const headings = [
    '',
    'a system needs',
    ...people.map((person) => person.replace(/[A-Z]/, ' $&').toLowerCase()),
  ]
  const cellsOf = (row: Row): string[] => [
    row.name.replace(/^\w+/, '`$&`'),
    needsOf(row),
    ...people.map((person) => row.people[person].replace("'", '’')),
  ]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const parts = sections.map(({ title, rows: these }) =>
    [
      `## ${title}`,
      '',
      line(headings),
      line(headings.map(() => '---')),
      ...these.map((row) => line(cellsOf(row))),
    ].join('\n'),
  )
  return `${[introduction, ...parts].join('\n\n')}\n`
}

function needsOf({ needs, withIt, without }: Row): string {
  if (needs === 'anybody') return 'nothing'
  if (needs === '-') return 'an employee'
  if (needs === 'any') return 'any key'
  const scopes = needs.split('/').map((scope) => `\`${scope}\``)
  const hears = withIt === "owner's" ? ', and hears owner’s' : ''
  return `${scopes.join(' or ')}${hears}${without === '403' ? '' : `, else ${without}`}`
}

const introduction = `# Who may what

Every operation, and what it answers to whom. A test tries each cell of these tables with a valid request, and makes
this page from them.

**Who asks.** A *system* calls with an API key, for itself, and needs the scope that is named; \`admin\` includes every
scope. The others are employees, with an access token or through a system that has the scope \`employees:act\`. The case
that is asked for is one of the *owner*’s team, and so is the *teammate*. The *foreign* member, the *coach* and the
*admin* are in another team, the *specialist* in none. The *concerned* are in the owner’s team, and the case is a
complaint about themselves.

**What is answered.** 200, 201 and 204 are what was asked for. 403 is \`forbidden\`: the role or the scope is missing.
404 is \`not-found\`: there is nothing, as far as the caller is concerned. *owner’s* is 403 \`only-the-owner\`: the owner alone may. *in* is a
list that holds the object, *out* one that holds nothing of it. A *summary* is the customer’s name, the owner and the
promise, without the contents. The customer is the owner’s team’s, and the others have no open case of theirs.

Without a key, or with one that is unknown, revoked or expired, the answer is 401, and 403 in the name of somebody who
has left; the public operations alone answer everybody, and those whose address holds a token whoever has that address. Each refusal is in the audit log, with who asked for what.`
