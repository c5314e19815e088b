import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readAsked } from './names.ts'
import { newFiles } from './new-files.ts'
import { newLines, withLine } from './new-lines.ts'

/**
 * `npm run new -- <operation> <room> <METHOD> <path> <event>`: makes what every operation has, in the checkout where it
 * runs. What it makes works and says nothing yet: the words, the rules and the table are the author's.
 */
function makeOperation(): void {
  const names = readAsked(process.argv.slice(2))
  const made = newFiles(names)
  const there = Object.keys(made).filter((path) => existsSync(path))
  if (there.length > 0) throw new Error(`${there.join(', ')}: is there already`)

  for (const [path, text] of Object.entries(made)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  const lines = newLines(names)
  for (const line of lines) writeFileSync(line.file, withLine(readFileSync(line.file, 'utf8'), line))
  run('biome', 'check', '--write', ...Object.keys(made), ...new Set(lines.map(({ file }) => file)))
  execFileSync(process.execPath, ['src/write-openapi.ts'], { stdio: 'inherit' })

  say(`\nMade for ${names.method} /v1${names.path}:`)
  for (const path of Object.keys(made)) say(`  ${path}`)
  for (const file of new Set(lines.map(({ file }) => file))) say(`  what it adds to ${file}`)
  say('\nIt is for the owner of the case alone, is sent nothing, changes nothing and answers with the case.')
  say('Now say what it is about, from the contract on; CONTRIBUTING.md has the order. Then:')
  const name = names.file.replaceAll('-', '_')
  say(
    `  npm run migrations -- --name ${name}, where a table changed; npm run laws -- ${name}_laws, where a law did`,
  )
  say(`  npx vitest run test/${names.room}/${names.file}.test.ts`)
  say('  npm run who-may-what')
}

const run = (command: string, ...args: readonly string[]): void => {
  execFileSync('npx', ['--no-install', command, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

try {
  makeOperation()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
