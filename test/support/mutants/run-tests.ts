import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

/** Tests that are bent may run for ever, where no test can stop itself: longer than any that ends. */
const longest = 15 * 60_000

/** A test that failed, where and with which words. */
export interface Failure {
  readonly test: string
  readonly message: string
  readonly file?: string
}

/**
 * Runs tests, all or until one fails, and answers with those that failed. `env` says on which database. Those that do not
 * end were noticed as well.
 */
export async function runTests(
  tests: readonly string[],
  {
    env,
    all,
    signal,
  }: Readonly<{ env: Readonly<Record<string, string>>; all: boolean; signal: AbortSignal }>,
): Promise<readonly Failure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'))
  const report = join(folder, 'report.json')
  try {
    // One that fails is soon found by one process: two would import the service twice.
    const pace = all ? [] : ['--bail=1', '--maxWorkers=1']
    const words = ['run', ...pace, '--reporter=json', `--outputFile=${report}`, ...tests]
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...words], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
      detached: true,
    })
    const late = AbortSignal.timeout(longest)
    const code = await endOf(child, AbortSignal.any([signal, late]))
    if (late.aborted) return [{ test: `no end after ${longest / 60_000} minutes`, message: '' }]
    return code === 0 || signal.aborted ? [] : failuresIn(report)
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
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages?: readonly string[]
    }[]
  }[]
}

const asAWhole: readonly Failure[] = [{ test: 'the run as a whole', message: '' }]

function failuresIn(report: string): readonly Failure[] {
  // A run that somebody ended tells of no test.
  if (!existsSync(report)) return asAWhole
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const failures = testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative('.', name)
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0 && message) return [{ test: message.slice(0, 120), message, file }]
    return failed.map(({ fullName, failureMessages = [] }) => ({
      test: fullName,
      message: failureMessages.join('\n'),
      file,
    }))
  })
  return failures.length > 0 ? failures : asAWhole
}
