import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A server that we started, and that we stop. */
export interface Server {
  readonly pid: number
  readonly port: number
  /** Milliseconds from the start of the process until it was ready. */
  readonly readyAfter: number
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Starts `script` and waits until it says that it is ready. Its complaints appear among ours. */
export async function startServer(
  script: string,
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Server> {
  const port = await freePort()
  const began = performance.now()
  // In a group of its own: Ctrl-C is ours to hear, and we stop it in order.
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  const stop = () => end(child)
  try {
    await untilReady(child, port, signal)
  } catch (error) {
    await stop()
    throw error
  }
  return { pid: child.pid ?? 0, port, readyAfter: performance.now() - began, stop }
}

async function untilReady(child: ChildProcess, port: number, signal: AbortSignal): Promise<void> {
  let heard = 'nothing'
  for (let began = performance.now(); performance.now() - began < 120_000; ) {
    signal.throwIfAborted()
    if (child.exitCode !== null) throw new Error(`a server ended with ${child.exitCode} before it was ready`)
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined)
    const text = await answer?.text()
    if (answer?.ok) return
    if (answer) heard = `${answer.status} ${text}`
    await sleep(10)
  }
  throw new Error(`a server was not ready within two minutes; it answered ${heard}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await gone
  clearTimeout(patience)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/* What follows asks Linux; elsewhere nothing is known, and the figures are left out. */

const proc = (pid: number, file: string): Promise<string> =>
  readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')

/** The fields of `stat` behind the name of the program, which may hold blanks: state, parent, … */
const statOf = async (pid: number): Promise<string[]> =>
  (await proc(pid, 'stat')).split(') ').at(-1)?.split(' ') ?? []

export async function parentOf(pid: number): Promise<number | null> {
  const parent = (await statOf(pid))[1]
  return parent === undefined ? null : Number(parent)
}

/** A process and all below it. */
async function familyOf(pid: number): Promise<number[]> {
  const children = (await proc(pid, `task/${pid}/children`)).split(' ').filter(Boolean).map(Number)
  return [pid, ...(await Promise.all(children.map(familyOf))).flat()]
}

const ticksPerSecond = 100

/** Processor time by process, in milliseconds. */
export type CpuTimes = ReadonlyMap<number, number>

/** The processor time that a process and all below it have used so far. */
export async function cpuOf(pid: number | null): Promise<CpuTimes> {
  const family = pid === null ? [] : await familyOf(pid)
  const times = family.map(async (each) => {
    const stat = await statOf(each)
    const ticks = Number(stat[11] ?? 0) + Number(stat[12] ?? 0)
    return [each, (ticks * 1000) / ticksPerSecond] as const
  })
  return new Map(await Promise.all(times))
}

/** What was used in between, by the processes that still live. */
export function cpuBetween(before: CpuTimes, after: CpuTimes): number {
  if (after.size === 0) return Number.NaN
  return [...after].reduce((sum, [pid, time]) => sum + Math.max(0, time - (before.get(pid) ?? 0)), 0)
}

/** Seconds for which the main thread of a process has run, and has waited for a processor that others had. */
export async function scheduleOf(pid: number): Promise<{ readonly ran: number; readonly waited: number }> {
  const [ran, waited] = (await proc(pid, 'schedstat')).split(' ')
  return { ran: Number(ran ?? Number.NaN) / 1e9, waited: Number(waited ?? Number.NaN) / 1e9 }
}

/** Memory of a process alone, as the system counts it (RSS), in MB. */
export async function residentOf(pid: number): Promise<number> {
  return megabytes(/^VmRSS:\s+(\d+)/m.exec(await proc(pid, 'status')))
}

/** Memory of a process and all below it, what they share counted once (PSS), in MB. */
export async function sharedOf(pid: number | null): Promise<number> {
  if (pid === null) return Number.NaN
  const rollups = await Promise.all((await familyOf(pid)).map((each) => proc(each, 'smaps_rollup')))
  return rollups
    .map((rollup) => megabytes(/^Pss:\s+(\d+)/m.exec(rollup)))
    .reduce((sum, more) => sum + (Number.isNaN(more) ? 0 : more), 0)
}

const megabytes = (match: RegExpExecArray | null): number => Number(match?.[1] ?? Number.NaN) / 1024
