import { once } from 'node:events'
import { readConfig } from '../config.ts'
import { CannotStart } from '../lib/cannot-start.ts'
import { playAfternoon } from './afternoon.ts'
import { DemoCaller, Unexpected } from './caller.ts'
import type { DemoClock } from './demo-clock.ts'
import { hire, introduce } from './hire.ts'
import { playLatePromise } from './late-promise.ts'
import { meetCustomers } from './meet-customers.ts'
import { playMorning } from './morning.ts'
import { playNextMorning } from './next-morning.ts'
import type { Stage } from './own-service.ts'
import { dayInWords, head, lastWorkingDay, momentOf, nextWorkingDay, tell, zone } from './story.ts'
import { sumUp } from './sum-up.ts'
import { tellWhereToLook } from './where-to-look.ts'

/** The demo: a day in a water company, in the service that EIGENAAR and KEY name, or in one of its own. */
async function main(signal: AbortSignal): Promise<void> {
  const given = givenService(process.env)
  const service = given ?? (await ownService())
  try {
    await play(
      new DemoCaller(service.url, service.key, signal),
      given ? given.url : 'a service of its own',
      service.clock,
    )
    const stays = given !== undefined || process.argv.includes('--keep')
    tellWhereToLook(service, stays)
    if (stays && given === undefined) await once(signal, 'abort')
  } finally {
    await service.stop()
  }
}

/** Loaded for whoever has none: it is all that a service is. */
async function ownService(): Promise<Stage> {
  const { databaseUrl } = readConfig(process.env)
  const { startOwnService } = await import('./own-service.ts')
  return await startOwnService(databaseUrl)
}

async function play(admin: DemoCaller, where: string, clock: DemoClock | undefined): Promise<void> {
  const today = Temporal.Now.plainDateISO(zone)
  const day = nextWorkingDay(today)
  const after = nextWorkingDay(day)
  const before = lastWorkingDay(today)
  await clock?.beginAt(momentOf(before, '09:00'))
  const people = await hire(admin)
  const cast = { ...people, ...(await meetCustomers(admin)) }

  head('De Linge, a water company')
  introduce(people)
  process.stdout.write('\n')
  tell(
    '',
    `Played in ${where}, within seconds. The hours in front are the story’s; the promises are what the service answered.`,
  )
  const earlier = await playLatePromise(admin, cast, before, clock)
  head(dayInWords(day))
  const questions = await playMorning(admin, cast, day)
  const asked = await playAfternoon(admin, cast, questions, day)
  head(dayInWords(after))
  await playNextMorning(admin, cast, questions, asked, after)
  await sumUp(admin, Object.values({ ...earlier, ...questions }))
}

/** `EIGENAAR` is as the first start of a service says it, with `/v1`, or without. */
function givenService({ EIGENAAR, EIGENAAR_URL = EIGENAAR, KEY }: NodeJS.ProcessEnv): Stage | undefined {
  if (!EIGENAAR_URL && !KEY) return undefined
  if (!EIGENAAR_URL || !KEY) throw new Unexpected('EIGENAAR and KEY go together: set both, or neither.')
  const url = `${EIGENAAR_URL.replace(/\/+(v1\/*)?$/, '')}/v1`
  return { url, key: KEY, clock: undefined, stop: async () => undefined }
}

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())

main(stopping.signal).catch((error: unknown) => {
  if (stopping.signal.aborted) {
    process.stdout.write('\nStopped.\n')
    return
  }
  const known = error instanceof Unexpected || error instanceof CannotStart
  process.stderr.write(
    `\n${!(error instanceof Error) ? String(error) : known ? error.message : error.stack}\n`,
  )
  process.exitCode = 1
})
