import { expect } from 'vitest'
import { invariants } from '../../src/audit/invariants.ts'
import type { Service } from './service.ts'

/** What is true as well while a process tells of deadlines: tests that play with time leave that to themselves. */
const whileToldOf: typeof invariants = {
  'an open promise is told of within a minute of its moments': `
    select id from callbacks where state = 'open' and (
      (reminded_at is null and remind_at < now() - interval '1 minute')
      or (overdue_told_at is null and window_until < now() - interval '1 minute'))`,
}

/** Fails unless every invariant holds. Reads the feed first, so that it is numbered. */
export async function expectInvariants(service: Service, { deadlines = false } = {}): Promise<void> {
  await service.do('GET', '/v1/events?limit=1')
  const broken: Record<string, unknown> = {}
  for (const [name, query] of Object.entries({ ...invariants, ...(deadlines ? whileToldOf : {}) })) {
    const { rows } = await service.sql.query(query)
    if (rows.length > 0) broken[name] = rows.slice(0, 3)
  }
  expect(broken).toEqual({})
}
