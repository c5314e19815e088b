import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../src')

export interface SourceFile {
  /** From `src`, such as `rooms/cases/open-case.ts`. */
  readonly path: string
  readonly text: string
  /** Files of ours that it imports, types included. */
  readonly imports: readonly string[]
}

/** Every file of `src`, read. */
export const sources: readonly SourceFile[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => {
    const path = relative('.', name).replaceAll('\\', '/')
    const text = readFileSync(join(root, name), 'utf8')
    const imports = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, to = '']) =>
      posix.join(posix.dirname(path), to),
    )
    return { path, text, imports }
  })
