import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Tests that are bent may run for ever, where no test can stop itself: longer than any that ends. */
const longest = 15 * 60_000

/**
 * Runs tests, until one fails, and answers with its name; undefined: none did. `env` says on which database. Those that do
 * not end were noticed as well.
 */
export async function runTests(
  tests: readonly string[],
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'))
  const report = join(folder, 'report.json')
  try {
    const words = ['run', '--bail=1', '--reporter=json', `--outputFile=${report}`, ...tests]
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...words], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
      detached: true,
    })
    const late = AbortSignal.timeout(longest)
    const code = await endOf(child, AbortSignal.any([signal, late]))
    if (late.aborted) return `no end after ${longest / 60_000} minutes`
    return code === 0 ? undefined : firstFailure(report)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function endOf(child: ChildProcess, signal: AbortSignal): Promise<number | null> {
  const stop = () => child.pid !== undefined && process.kill(-child.pid, 'SIGTERM')
  signal.addEventListener('abort', stop, { once: true })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      signal.removeEventListener('abort', stop)
      resolve(code)
    })
  })
}

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly message?: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

function firstFailure(report: string): string {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const failed = testResults.flatMap((file) =>
    file.assertionResults.filter(({ status }) => status === 'failed'),
  )
  return (
    failed[0]?.fullName ??
    testResults.find(({ message }) => message)?.message?.slice(0, 120) ??
    'the run as a whole'
  )
}
