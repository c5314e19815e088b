import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

const root = new URL('../../', import.meta.url)

/** The programs that guides show, as whoever copies them runs them; those that still run end with the file. */
export class Programs {
  readonly #running = new Set<ChildProcess>()
  #folder = ''

  constructor() {
    beforeAll(async () => {
      // Below the project, so that a program finds what it imports.
      this.#folder = await mkdtemp(new URL('node_modules/.guides-', root).pathname)
    })
    afterAll(async () => {
      for (const child of this.#running) child.kill('SIGKILL')
      await rm(this.#folder, { recursive: true })
    })
  }

  /** A file of this name, beside the programs. */
  file(name: string): string {
    return join(this.#folder, name)
  }

  /** The program in this language that a guide shows, as a file. */
  async of(guide: string, language: 'js' | 'python'): Promise<string> {
    const text = await readFile(new URL(`docs/guide-${guide}.md`, root), 'utf8')
    const [, program = ''] = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(text) ?? []
    const file = this.file(`${guide}.${language === 'js' ? 'mjs' : 'py'}`)
    await writeFile(file, program)
    return file
  }

  /** Runs a program, and hears what it writes. */
  run(command: string, args: readonly string[], settings: Readonly<Record<string, string>>) {
    const env = { PATH: process.env.PATH, ...settings }
    const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
    this.#running.add(child)
    const heard = { child, said: '', complained: '' }
    child.stdout.setEncoding('utf8').on('data', (text) => {
      heard.said += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      heard.complained += text
    })
    return heard
  }
}

/** A port of loopback at which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
