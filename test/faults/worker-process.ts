import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { compileCache } from '../support/compile-cache.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Workers as `npm start` starts them, which a test may end as it likes; those that are left end with the file. */
export class Workers {
  readonly #databaseUrl: () => string
  readonly #settings: Readonly<Record<string, string>>
  readonly #running = new Set<ChildProcess>()

  constructor(databaseUrl: () => string, settings: Readonly<Record<string, string>> = {}) {
    this.#databaseUrl = databaseUrl
    this.#settings = settings
    afterAll(() => {
      for (const worker of this.#running) worker.kill('SIGKILL')
    })
  }

  /** Starts one, and waits until it listens. */
  async start(): Promise<ChildProcess> {
    const child = spawn(process.execPath, ['src/main.ts'], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        ...compileCache,
        DATABASE_URL: this.#databaseUrl(),
        ROLE: 'worker',
        PORT: '0',
        ...this.#settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#running.add(child)
    let said = ''
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => {
          if (said.length < 20_000) said += text
          if (said.includes('listening at http')) resolve()
        })
      child.once('exit', (code) => reject(new Error(`the worker ended with ${code}: ${said}`)))
    })
    return child
  }

  /** Ends one in the middle of whatever it does. */
  async kill(child: ChildProcess): Promise<void> {
    this.#running.delete(child)
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
}
