import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { compileCache } from './compile-cache.ts'

const home = fileURLToPath(new URL('../..', import.meta.url))

/** What became of a process: how it ended, and what it said. */
export interface Ended {
  readonly code: number | null
  readonly said: string
  readonly complained: string
}

/** A service in a process of its own, as `npm start` starts it. */
export interface Started {
  readonly ended: Promise<Ended>
  /** Waits until it says something like this; rejects when it ends before. */
  until(wanted: RegExp): Promise<RegExpExecArray>
  stop(): void
  /** Ends it at once, whatever it is at. */
  kill(): void
}

/** Starts `src/main.ts` with these settings and no others. */
export function startProcess(
  settings: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Started {
  const child = spawn(process.execPath, [...flags, 'src/main.ts'], {
    cwd: home,
    env: { PATH: process.env.PATH, ...compileCache, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complained = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    complained += chunk
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, said, complained }))
  })
  return {
    ended,
    until: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = wanted.exec(said)
          if (found) resolve(found)
        }
        child.stdout.on('data', look)
        child.on('close', () => reject(new Error(`it ended before:\n${said}\n${complained}`)))
        look()
      }),
    stop: () => child.kill('SIGTERM'),
    kill: () => child.kill('SIGKILL'),
  }
}
