import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { Mutant } from './mutant.ts'

/** Tests that try to break the laws, by the tables that these are about: the nearest come first. */
const ofTables: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^(stand_ins|absences|attendance)$/,
    ['law-11', 'attacks/absences', 'attacks/early', 'attacks/two-sessions'],
  ],
  [/^(calls|call_events)$/, ['../telephony/call-laws', '../telephony/calls-on-record', 'attacks/ahead']],
  [
    /^(cases|resolutions|contacts|callbacks|callback_attempts|notes)$/,
    ['law-0', 'law-15', 'attacks', 'corrections', '../telephony/call-laws'],
  ],
  [/^(checkpoints|signing_keys)$/, ['../audit/checkpoints', 'attacks/ahead']],
  [
    /^(events|feed|feed_head|event_tickets)$/,
    ['law-15', 'attacks/untold', 'attacks/elsewhere', 'attacks/history', 'attacks/ahead', '../events'],
  ],
  [
    /^(successions|departures|employees|organisation)$/,
    ['law-0', 'law-12', 'attacks/successions', 'attacks/two-sessions'],
  ],
  [/^consultations$/, ['law-10', 'attacks/history', 'attacks/two-sessions']],
  [
    /^(gestures|ledger|asks|budgets|spending_accounts|agreements)$/,
    [
      'law-13',
      'attacks/giving',
      'attacks/lending',
      'attacks/ahead',
      'attacks/early',
      '../gestures',
      '../asks',
    ],
  ],
  [
    /^(rules|rule_.*|deviations)$/,
    ['law-14', 'attacks/rules', 'attacks/ahead', 'attacks/giving', '../rules'],
  ],
  [/^(customers|customer_.*|case_corrections)$/, ['corrections', '../customers']],
  [/^(erasures)$/, ['attacks', '../personal-data']],
  [/^surveys$/, ['../surveys', '../outreaches', 'attacks/two-sessions']],
  [/^(outreach.*|disturbances)$/, ['../outreaches']],
  [/^pulse_.*$/, ['../pulse']],
  [/^(ideas|idea_.*)$/, ['attacks/ahead', 'attacks/giving', '../ideas']],
  [/^(heads_up.*)$/, ['attacks/ahead', '../heads-ups']],
  [/^(webhook.*)$/, ['../webhooks']],
  [/^import.*$/, ['../imports']],
  [/^(api_keys|rate_limits|calendar_feeds|idempotency_keys)$/, ['../access', '../http']],
]

/** What keeps other things than laws up to date, by its name. */
const ofNames: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\w_(keep|grow|change|case|name)_words$|^case_words_grow$/, ['../search']],
  [
    /^(refuse|is_erasure|is_being_erased|with_merged|erasures_\w+|customers_are_erased_by_an_erasure|\w*_of_the_erased)$/,
    ['../personal-data', 'attacks/erasures', 'attacks/half-erasures', 'attacks/two-sessions'],
  ],
  [/^callbacks_contact_is_younger$/, ['../callbacks/before-their-time', 'law-0', 'attacks']],
  [/asks_end_with_their_case$/, ['../asks', 'law-13']],
  [/organisation_knows_its_transaction$/, ['attacks/giving']],
  [
    /^(employees|departures)_(know_their|change_in_a)_transaction$/,
    ['attacks/successions', 'attacks/giving'],
  ],
  [
    /^(was_voice|tried_in_vain|was_tried_enough|happened_since)$/,
    ['law-06', 'law-08', 'attacks/endings', 'attacks/early', 'attacks/openings', '../cases', '../callbacks'],
  ],
  [/^speaks_for$/, ['law-07', 'law-11', 'attacks/absences', 'attacks/two-sessions']],
  [/^callbacks_begin_open$/, ['attacks/tries', 'attacks/silenced']],
  [/^(link_keys_stay|link_keys_stay_all|employees_departure_is_of_now)$/, ['attacks/tries']],
  [
    /^(callbacks_count_their_tries|callback_attempts_are_counted|tries_are_counted)$/,
    ['attacks/tries', '../callbacks', '../telephony/calls'],
  ],
  [/^events_tell_of_what_is_so$/, ['attacks/untold', 'attacks/half-erasures', '../asks', '../gestures']],
  [/^callbacks_(new_)?hour_has_room$/, ['attacks/lending', 'law-05', '../callbacks']],
  [
    /^(pulse_rounds_\w+_is_of_now|calls_are_no_stopwatch|disturbances_are_by_an_outreach)$/,
    ['attacks/ahead'],
  ],
  [
    /^(ideas_begin_unanswered|rules_begin_unreviewed|contacts_chase_the_promise|case_corrections_move_their_case)$/,
    ['attacks/silenced', 'corrections', '../telephony/call-laws'],
  ],
  [
    /^(customers_stay_who_they_are|agreements_stay_the_teams|(checkpoints|link_keys)_are_of_now)$/,
    ['attacks/silenced', 'attacks/edges'],
  ],
  [
    /^cases_know_that_they_moved$/,
    ['attacks/lending', 'attacks/told-otherwise', '../access/lists-of-what-moved'],
  ],
  [/missed_prove_nothing$/, ['../telephony/call-laws', '../tracking/moving', 'law-08']],
  [/cases_meet_their_heads_ups$/, ['../heads-ups']],
  [
    /^(callbacks_begin_ahead|(stand_ins|absences)_(are|begin)_relied_on|heads_ups_concern_a_team|successions_go_to_who_stays)$/,
    ['attacks/made-up', 'attacks/absences', 'law-12'],
  ],
  [
    /^(heads_up_teams_(speak_for_themselves|begin_unbriefed|acknowledgement_is_of_now)|departures_begin_without_a_case)$/,
    ['attacks/made-up', 'attacks/edges', '../heads-ups'],
  ],
  [
    /^(callback_attempts_(one_voice|reach_by_one_voice))$/,
    ['attacks/tries', 'law-07', 'attacks/ahead', '../callbacks', '../telephony/calls'],
  ],
  [
    /^(checkpoints_say_what_is_signed|said_in_part|calls_become_not_of_the_erased)$/,
    ['attacks/afterwards', '../audit/checkpoints', '../personal-data'],
  ],
  [
    /^(says_something|is_working_time|is_time_zone|time_zones_are_known|are_(made_of_texts|texts|hours|weekly_hours|days|working_days|bounds)|\w+_time_zone_is_known|shared_values_stay)$/,
    ['attacks/forms', 'attacks/each-stays', '../organisation'],
  ],
  [
    /^(\w+_(say_(why|how|something)|(is|are)_of_(its|their)_form)|agreements_ceiling_is_finite|employees_work_in_a_week|heads_ups_expect_questions|customer_merges_know_what_they_moved)$/,
    ['attacks/forms', 'attacks/each-alone'],
  ],
  [
    /^(disturb_by_survey|surveys_disturb|disturbances_are_by_a_letter|surveys_ask_for_a_while)$/,
    ['attacks/asked', '../surveys', '../outreaches'],
  ],
  [
    /^(is_hidden_from|is_leaving|cases_are_hidden_from_whom_they_concern|\w+_who_may_know|idea_cases_are_known_to_its_author)$/,
    ['attacks/hidden', 'attacks/judged', 'law-10', 'law-12'],
  ],
  [
    /^((consultations|rules)_are_told_once|rules_told_in_time|ideas_are_late_without_an_answer|ideas_told_in_time)$/,
    ['attacks/told-once', '../ideas', '../rules'],
  ],
  [
    /^(day_at|ledger_by_the_limit|gestures_begin_first|gestures_end_of_what_was_asked_is_of_now|asks_end_is_of_now)$/,
    ['attacks/too-early', 'attacks/giving', 'attacks/lending', 'law-13'],
  ],
  [
    /^(rule_reviews_\w+|rules_know_of_it|rule_versions_are_of_now|rules_begin_is_of_now|rules_(know_their|change_hands_in_a)_transaction|ideas_(are_answered_\w+|results_\w+|begin_is_of_now)|idea_supports_are_of_now)$/,
    ['attacks/judged', 'attacks/edges', 'attacks/ahead', '../ideas', '../rules'],
  ],
  [
    /^pulse_(givers_(are_remembered|stay_who_they_are)|(answers|words)_were_given|answers_are_given)$/,
    ['../pulse'],
  ],
  [/_version_(begins|counts_up)$/, ['attacks/versions', 'attacks/each-when']],
  [
    /^(customer_merges_are_reversed_whole|departures_complete_as_they_leave|teams_have_agreements|employees_(begin|change)_is_of_now)$/,
    ['attacks/halves', 'attacks/edges', '../customers', '../people'],
  ],
  [
    /^(callbacks_open_have_no_contact|calls_(missed_\w+|say_what_was_told)|call_events_say_what_was_told|(case|name)_words_\w+|signing_keys_are_of_their_form)$/,
    ['attacks/two-steps', 'attacks/each-when', '../telephony', '../search'],
  ],
  [/_are_not_swept$/, ['attacks/sweeps', 'attacks/each-stays']],
  [
    /^(events_tell_of_a_change|events_reopen_what_has_ended|events_tell_of_what_is_so|cases_begin_unchased)$/,
    ['attacks/told-otherwise', 'attacks/untold', 'attacks/ahead', 'attacks/history'],
  ],
  [
    /^(consultations_are_rated_anew|consultations_rating_is_told_of|cases_of_an_outreach_are_opened_by_it)$/,
    ['attacks/told-otherwise', '../consultations', '../outreaches'],
  ],
  [/\w_changed$/, ['../access/known-callers', '../access/visibility', '../people/absences']],
]

/** All that tries to break a law. The inventory of names is not among them: what it alone notices is held by nothing. */
const everyLaw = ['law-', 'attacks', 'corrections', 'blind-laws', 'moments'].map(
  (name) => `test/laws/${name}`,
)

/**
 * The tests for mutants that are tried at once: those that stand nearest come first, and each next stage is asked when those
 * before it notice nothing, the last one of all that is far. None is asked twice. `first` is a file that is asked before all.
 */
export function testsOf(mutants: readonly Mutant[], first?: string): readonly (readonly string[])[] {
  const [alone] = mutants
  const stages = alone?.kind.startsWith('TypeScript')
    ? [nearest(alone.on), ['test/stories', 'test/cases', 'test/laws/law-']]
    : [
        ...(mutants.some(({ isTriedFromItsPage }) => isTriedFromItsPage) ? [fromPages] : []),
        ...(mutants.length === 1 ? [saying(mutants)] : []),
        [...new Set(mutants.flatMap(near))],
        everyLaw,
      ]
  const seen = new Set<string>()
  return [first === undefined ? [] : [first], ...stages]
    .map((stage) => filesOf(stage).filter((file) => !seen.has(file) && seen.add(file)))
    .filter((stage) => stage.length > 0)
}

function near({ on, name }: Mutant): readonly string[] {
  // A trigger is named after its table.
  const bent = name.replace(/:.*/s, '').replace(/^\w+\./, '')
  const named = ofNames.find(([pattern]) => pattern.test(bent))?.[1]
  const names = named ?? ofTables.find(([tables]) => tables.test(on))?.[1] ?? []
  return names.map((name) => (name.startsWith('../') ? `test/${name.slice(3)}` : `test/laws/${name}`))
}

const allTests = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name}`)
  .filter((name) => name.endsWith('.test.ts'))
  .sort((one, other) => statSync(one).size - statSync(other).size)

/** The files whose names begin like one of these. */
const filesOf = (beginnings: readonly string[]): readonly string[] =>
  allTests.filter((file) => beginnings.some((beginning) => file.startsWith(beginning)))

/** Tests that are made from the pages of laws, each on a table of its own. */
const fromPages = ['test/laws/attacks/each-', 'test/laws/attacks/edges']

const inventories = ['documents', 'table-owners', 'who-may-what', 'migrations'].map(
  (name) => `test/laws/${name}.test.ts`,
)

/** The files that say by what a mutant refuses. What only lists names is not among them. */
const saying = (mutants: readonly Mutant[]): readonly string[] =>
  allTests.filter((file) => {
    if (inventories.includes(file)) return false
    const text = readFileSync(file, 'utf8')
    return mutants.some(({ names }) => names.some((name) => text.includes(name)))
  })

const folders: Readonly<Record<string, readonly string[]>> = {
  absences: ['test/people'],
  assignment: ['test/assignment', 'test/people/absences'],
  employees: ['test/people'],
  departures: ['test/people'],
  facts: ['test/access', 'test/people'],
  'case-file': ['test/cases'],
  contacts: ['test/cases'],
  values: ['test/gestures'],
  deviations: ['test/rules'],
  merges: ['test/customers'],
  'calendar-feed': ['test/calendar', 'test/people'],
  db: ['test/db', 'test/http/hopeful-tries'],
  events: ['test/events', 'test/streams'],
}

function nearest(file: string): readonly string[] {
  const [floor = '', room = ''] = file.split('/')
  const of = floor === 'rooms' ? room : floor
  return folders[of] ?? [`test/${of}`]
}
