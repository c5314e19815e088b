import { assertExpected, type Work } from '../../db/work.ts'
import { record } from '../../history/record-event.ts'
import { headsUps } from '../../tables/ahead/heads-ups.ts'
import { assertPeriod } from './assert-period.ts'
import type { HeadsUp } from './contract.ts'
import { toHeadsUp } from './heads-up-row.ts'
import { forecastFor, learnFromEarlier } from './learn-from-earlier.ts'
import { assertKnow, lockHeadsUp } from './queries.ts'
import { assertMayTend } from './rules.ts'
import type { HeadsUpChange } from './write-contract.ts'

/** Changes what a heads-up says. After the release its forecast stays, so that its error can be told. */
export async function changeHeadsUp(work: Work, id: string, change: HeadsUpChange): Promise<HeadsUp> {
  const row = await lockHeadsUp(work, id)
  assertExpected(work, row.version)
  assertMayTend(work.actor, row)
  const lesson = await learnFromEarlier(work.tx, { kind: row.kind, before: row.announcedAt, id })
  await assertKnow(work, change.whoKnows ?? [])
  const said = { ...row, ...definedIn(change) }
  const set = {
    title: said.title,
    audience: said.audience,
    audienceSize: said.audienceSize,
    ...assertPeriod(Temporal.Instant.from(said.from), Temporal.Instant.from(said.until)),
    message: said.message,
    expectedQuestions: said.expectedQuestions,
    whoKnows: [...new Set(said.whoKnows)],
    forecast: row.releasedAt === null ? forecastFor(said.audienceSize, lesson) : row.forecast,
    version: row.version + 1,
  }

  work.tx.update(headsUps, { id }, set)
  record(work, { type: 'heads-up.changed', data: { headsUpId: id, fields: Object.keys(change) } })
  return toHeadsUp({ ...row, ...set }, lesson)
}

/** The fields that were given: one that was left out stays. */
const definedIn = (change: HeadsUpChange) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof HeadsUpChange]?: Exclude<HeadsUpChange[K], undefined>
  }
