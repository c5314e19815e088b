import type { Mutant } from './mutant.ts'

/** Tests that try to break the laws, by the tables that these are about: the nearest come first. */
const ofTables: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^(stand_ins|absences|attendance)$/,
    ['law-11', 'attacks/absences', 'attacks/early', 'attacks/two-sessions'],
  ],
  [/^(calls|call_events)$/, ['../telephony/call-laws', '../telephony/calls-on-record']],
  [
    /^(cases|resolutions|contacts|callbacks|callback_attempts|notes)$/,
    ['law-0', 'law-15', 'attacks', 'corrections', '../telephony/call-laws'],
  ],
  [/^(events|feed|.*checkpoints|event_tickets)$/, ['law-15', 'attacks/history', '../events']],
  [
    /^(successions|departures|employees|organisation)$/,
    ['law-0', 'law-12', 'attacks/successions', 'attacks/two-sessions'],
  ],
  [/^consultations$/, ['law-10', 'attacks/history', 'attacks/two-sessions']],
  [
    /^(gestures|ledger|asks|budgets|spending_accounts|agreements)$/,
    ['law-13', 'attacks/early', '../gestures', '../asks'],
  ],
  [/^(rules|rule_.*|deviations)$/, ['law-14', 'attacks/rules', '../rules']],
  [/^(customers|customer_.*|case_corrections)$/, ['corrections', '../customers']],
  [/^(erasures)$/, ['attacks', '../personal-data']],
  [/^surveys$/, ['../surveys', 'attacks/two-sessions']],
  [/^(ideas|idea_.*)$/, ['../ideas']],
  [/^(heads_up.*)$/, ['../heads-ups']],
  [/^(webhook.*)$/, ['../webhooks']],
  [/^import.*$/, ['../imports']],
  [/^(api_keys|rate_limits|calendar_feeds|idempotency_keys)$/, ['../access', '../http']],
]

/** All that tries to break a law. The inventory of names is not among them: what it alone notices is held by nothing. */
const everyLaw = ['law-', 'attacks', 'corrections', 'blind-laws', 'moments'].map(
  (name) => `test/laws/${name}`,
)

/** The tests for a mutant: those that stand nearest, and those that are asked when these notice nothing. */
export function testsOf({ kind, on }: Mutant): readonly (readonly string[])[] {
  if (kind.startsWith('TypeScript')) return [nearest(on), ['test/stories', 'test/cases', 'test/laws/law-']]
  const near = ofTables.find(([tables]) => tables.test(on))?.[1] ?? []
  const named = near.map((name) => (name.startsWith('../') ? `test/${name.slice(3)}` : `test/laws/${name}`))
  return named.length > 0 ? [named, everyLaw] : [everyLaw]
}

const folders: Readonly<Record<string, readonly string[]>> = {
  absences: ['test/people'],
  assignment: ['test/assignment', 'test/people/absences'],
  employees: ['test/people'],
  departures: ['test/people'],
  facts: ['test/access'],
  'case-file': ['test/cases'],
  contacts: ['test/cases'],
  values: ['test/gestures'],
  deviations: ['test/rules'],
  db: ['test/db', 'test/http/hopeful-tries'],
  events: ['test/events', 'test/streams'],
}

function nearest(file: string): readonly string[] {
  const [floor = '', room = ''] = file.split('/')
  const of = floor === 'rooms' ? room : floor
  return folders[of] ?? [`test/${of}`]
}
