import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { eventTypes } from '../../src/history/event-types.ts'
import { allProblems, problemByConstraint } from '../../src/lib/problem.ts'
import { everyReport } from '../../src/rooms/reports/every-report.ts'
import { committedDocument, operationsOf } from '../support/document.ts'
import { setScene, soon } from '../support/scene.ts'
import type { Service } from '../support/service.ts'
import { useService } from '../support/use-service.ts'
import { sources } from './source.ts'

const service = useService()
let upheld: ReadonlySet<string>
beforeAll(async () => {
  upheld = await namesOfRefusals(service)
})

/**
 * By what name the database refuses: its constraints, its unique indexes, and what triggers raise. Primary keys of
 * one id are left out, since the service makes the ids, and so are constraint triggers, which raise other names.
 */
async function namesOfRefusals({ sql }: Service): Promise<ReadonlySet<string>> {
  const declared = await sql.query(`
    select conname as name from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'u', 'x')
      or connamespace = 'public'::regnamespace and contype = 'p' and conname not like '%_pkey'
    union
    select relname from pg_index join pg_class on pg_class.oid = indexrelid
    where indisunique and not indisprimary and relnamespace = 'public'::regnamespace
    union
    select replace(encode(tgargs, 'escape'), '\\000', '') from pg_trigger join pg_proc on pg_proc.oid = tgfoid
    where proname = 'refuse'`)
  const functions = await sql.query(
    `select prosrc as source from pg_proc where pronamespace = 'public'::regnamespace`,
  )
  const raised = functions.rows.flatMap(({ source }: { source: string }) =>
    [...source.matchAll(/(?:CONSTRAINT = |broken := )'(\w+)'/g)].map(([, name = '']) => name),
  )
  return new Set([...declared.rows.map(({ name }: { name: string }) => name), ...raised])
}

/**
 * Constraints that no problem names: nothing that a client sends breaks them, so breaking one is our bug, and a 500.
 * Only such are added; a constraint that a request can break belongs to a problem.
 */
const ours: Readonly<Record<string, string>> = {
  'the contract lets no such value in': `
    link_keys_are_long link_keys_moments_are_real surveys_moments_are_real surveys_score_is_known
    heads_ups_moments_are_real heads_up_teams_moments_are_real heads_ups_kind_is_known heads_ups_audience_is_somebody
    heads_ups_announced_by_is_known
    outreaches_moments_are_real outreach_customers_moments_are_real disturbances_moments_are_real outreaches_decision_is_known
    outreaches_state_is_known outreaches_announced_by_is_known outreaches_started_by_is_known outreaches_money_is_finite
    outreaches_nights_are_quiet outreach_customers_decision_is_known outreach_customers_state_is_known
    outreach_customers_because_is_known outreach_customers_waits_for_is_known outreach_customers_refund_is_worth_something
    pulse_rounds_moments_are_real pulse_givers_moments_are_real pulse_shares_moments_are_real
    pulse_rounds_are_weeks pulse_answers_are_scores pulse_shares_are_of_closed
    imports_moments_are_real imports_kind_is_known imports_state_is_known
    erasures_moments_are_real erasures_because_is_known erasures_by_is_known ideas_moments_are_real idea_supports_moments_are_real ideas_decision_is_known
    absences_moments_are_real api_keys_moments_are_real attendance_moments_are_real calendar_feeds_moments_are_real
    callback_attempts_moments_are_real callbacks_moments_are_real call_events_moments_are_real calls_moments_are_real
    case_corrections_moments_are_real cases_moments_are_real consultations_moments_are_real
    contacts_moments_are_real customer_facts_moments_are_real customer_merges_moments_are_real
    customers_moments_are_real departures_moments_are_real employees_moments_are_real events_moments_are_real
    idempotency_keys_moments_are_real notes_moments_are_real rate_limits_moments_are_real
    resolutions_moments_are_real stand_ins_moments_are_real successions_moments_are_real teams_moments_are_real
    topics_moments_are_real deviations_moments_are_real rule_reviews_moments_are_real rule_versions_moments_are_real
    rules_moments_are_real rule_reviews_decision_is_known rules_burden_a_share rules_kind_is_known rules_of_the_house_are_reviewed
    webhooks_moments_are_real webhook_deliveries_moments_are_real webhooks_format_is_known webhook_deliveries_state_is_known
    event_tickets_moments_are_real checkpoints_moments_are_real signing_keys_moments_are_real
    asks_moments_are_real asks_state_is_known budgets_moments_are_real gestures_moments_are_real ledger_moments_are_real spending_accounts_moments_are_real
    budgets_are_finite budgets_are_of_one budgets_period_is_known gestures_kind_is_known gestures_state_is_known
    gestures_are_worth_something ledger_phase_is_known
    consultations_kind_is_known consultations_state_is_known successions_cause_is_known agreements_are_sane agreements_holidays_are_somewhere agreements_openings_are_days callback_attempts_outcome_is_known callbacks_channel_is_known callbacks_state_is_known
    callbacks_yielded_is_known callbacks_cut_are_computed calls_direction_is_known calls_were_told_of
    cases_opened_by_is_known cases_origin_is_known contacts_direction_is_known customers_kind_is_known
    employees_contract_hours_are_sane employees_discipline_is_known employees_role_is_known events_actor_is_known events_data_is_an_object events_trace_is_one
    organisation_ceilings_are_finite organisation_answers_ideas organisation_reviews_rules resolutions_outcome_is_known attendance_kind_is_known presences_presence_is_known
    agreements_are_of_their_form agreements_ceiling_is_finite organisation_is_of_its_form employees_work_in_a_week customers_are_of_their_form
    shared_values_are_of_their_form heads_ups_expect_questions cases_channel_is_known customers_channel_is_known
    notes_author_is_known case_corrections_by_is_known customer_facts_by_is_known customer_merges_by_is_known imports_started_by_is_known
    organisation_currency_is_a_code contacts_are_of_their_form cases_are_of_their_form teams_are_of_their_form
    api_keys_are_of_their_form webhooks_are_of_their_form gestures_are_of_their_form deviations_are_of_their_form ideas_are_of_their_form
    contacts_channel_is_known contacts_outcome_is_known customer_facts_end_on_a_day event_tickets_caller_is_known
    asks_say_why callbacks_say_why case_corrections_say_why consultations_say_something deviations_say_why gestures_say_why
    heads_ups_say_why ideas_say_something imports_say_why outreach_customers_say_why outreaches_say_why resolutions_say_how
    rule_reviews_say_why rule_versions_say_something successions_say_why`,
  'the operation asks for it first, on rows that it holds, and says what is wrong': `
    heads_ups_end_after_they_begin outreaches_end_after_they_begin outreach_customers_sleep_for_a_reason outreach_customers_once
    disturbances_say_why_they_are_worth_more outreach_customers_have_not_opted_out outreach_customers_sleep_at_night
    outreach_customers_are_promised_in_time outreach_customers_are_informed_once
    ideas_are_answered_by_a_coach rule_reviews_are_by_who_may cases_are_hidden_from_whom_they_concern idea_supports_are_of_others idea_supports_once ideas_are_answered_by_another
    rules_review_day_has_its_moments
    asks_are_answered_by_another asks_are_answered_later asks_no_has_its_reasons asks_silence_is_yes
    consultations_are_of_open_cases agreements_region_is_of_a_country consultations_ask_somebody_else consultations_helped_by_an_answer
    consultations_might_know_another consultations_need_it_later callbacks_remind_before_the_end absences_run_forward callbacks_window_runs_forward
    callbacks_are_still_to_come heads_up_teams_speak_for_themselves
    calls_are_one contacts_missed_by_everybody
    successions_move_to_another cases_owner_is_not_the_subject contacts_answer_is_an_employees contacts_thanks_are_the_customers contacts_choice_is_the_customers
    customers_can_be_recognised case_corrections_move customer_merges_are_of_two`,
  'the operation holds the row that it refers to, or has just made it; rows like that are never removed': `
    surveys_case_exists surveys_customer_exists surveys_owner_exists
    pulse_givers_round_exists pulse_givers_employee_exists pulse_answers_round_exists pulse_answers_team_exists
    pulse_words_round_exists pulse_words_team_exists pulse_shares_team_exists pulse_shares_shared_by_exists pulse_shares_once
    heads_ups_topic_exists heads_ups_overridden_by_exists heads_up_teams_heads_up_exists heads_up_teams_team_exists
    outreaches_topic_exists outreach_customers_outreach_exists outreach_customers_customer_exists outreach_customers_case_exists
    outreach_customers_gesture_exists disturbances_customer_exists disturbances_survey_exists disturbances_contact_exists
    disturbances_outreach_exists gestures_outreach_exists spending_accounts_outreach_exists
    heads_up_teams_employee_exists heads_up_cases_heads_up_exists heads_up_cases_case_exists
    import_refusals_import_exists
    idea_cases_case_exists idea_cases_idea_exists idea_rules_idea_exists idea_rules_rule_exists idea_supports_employee_exists
    erasures_customer_exists idea_supports_idea_exists ideas_answered_by_exists ideas_author_exists ideas_result_by_exists
    deviations_case_exists deviations_employee_exists deviations_rule_is_of_that_kind deviations_text_exists rule_reviews_employee_exists
    rule_reviews_rule_exists rule_versions_rule_exists rules_owner_exists
    asks_case_exists asks_team_exists asks_asked_by_exists asks_answered_by_exists gestures_are_what_was_asked
    budgets_team_exists budgets_employee_exists gestures_case_exists gestures_team_exists gestures_owner_exists
    gestures_granted_by_exists gestures_withdrawn_by_exists ledger_account_exists ledger_gesture_exists
    spending_accounts_case_exists spending_accounts_budget_exists
    case_words_case_exists calls_case_exists call_events_call_exists calls_contact_exists calls_customer_exists calls_employee_exists
    case_corrections_case_exists case_corrections_from_exists case_corrections_to_exists case_corrections_merge_exists
    customer_merges_customer_exists customer_merges_into_exists
    consultations_asked_by_exists consultations_case_exists consultations_consulted_exists consultations_might_know_exists
    consultations_own_team_exists consultations_team_exists consultations_topic_exists agreements_team_exists api_keys_replaced_exists callback_attempts_callback_exists callback_attempts_contact_exists
    successions_case_exists successions_contact_exists successions_from_owner_exists successions_to_owner_exists
    callback_attempts_employee_exists callbacks_case_exists callbacks_owner_exists callbacks_caller_exists callbacks_replacement_exists
    callbacks_made_at_that_moment callbacks_replacement_is_another
    cases_owner_exists contacts_case_exists contacts_employee_exists customer_references_customer_exists
    calendar_feeds_employee_exists departures_employee_exists employee_topics_employee_exists employee_topics_topic_exists events_case_exists notes_case_exists
    absences_employee_exists presences_employee_exists stand_ins_absence_exists stand_ins_employee_exists resolutions_case_exists resolutions_employee_exists`,
  'one operation writes both sides, in one transaction': `
    customer_merges_know_what_they_moved surveys_are_of_their_case disturbances_are_by_a_letter
    surveys_answers_have_a_score surveys_ask_for_a_while surveys_ask_once surveys_follow_a_resolution surveys_show_nothing
    pulse_givers_wait_for_a_while pulse_rounds_by_whether_closed pulse_rounds_close_after_they_end
    heads_ups_releases_have_it_all heads_up_teams_acknowledgements_have_it_all heads_up_teams_come_before_the_release
    heads_up_cases_are_linked_as_they_open
    outreaches_states_have_it_all outreach_customers_have_it_all outreach_customers_have_their_case outreach_customers_case_is_of_one
    gestures_of_an_outreach_are_decided gestures_are_paid_once
    disturbances_are_of_one disturbances_last_a_week disturbances_of_a_survey_are_one disturbances_of_a_letter_are_one
    disturbances_of_an_outreach_are_one disturbances_are_by_an_outreach
    imports_end_once imports_failed_for_a_reason
    webhooks_disabled_have_a_reason webhooks_previous_secret_ends webhook_deliveries_pending_have_a_moment webhook_deliveries_webhook_exists webhook_deliveries_tell_of_an_event_once
    ideas_anonymous_are_nobodys ideas_answers_have_it_all ideas_results_have_it_all
    rules_are_renewed_by_a_review rules_text_exists
    asks_end_once asks_end_with_their_case gestures_follow_their_ask gestures_one_an_ask
    gestures_begin_granted gestures_end_once gestures_end_in_the_ledger gestures_fulfilled_have_a_reference
    gestures_withdrawn_by_somebody ledger_each_phase_once ledger_ends_once ledger_ends_what_was_held
    ledger_ends_with_its_gesture ledger_is_of_its_account
    cases_correction_leads_to_the_customer cases_customer_is_corrected customers_merged_by_a_merge
    customer_merges_stand_with_their_customer customer_merges_are_reversed_whole departures_complete_as_they_leave
    teams_have_agreements calls_say_what_was_told calls_missed_are_a_contact callbacks_open_have_no_contact
    consultations_answered_have_an_answer consultations_begin_open consultations_closed_have_a_moment
    consultations_declined_have_a_reason consultations_end_with_their_case stand_ins_are_somebody_else stand_ins_one_at_a_time stand_ins_run_forward stand_ins_within_the_absence
    stand_ins_say_what_is_so stand_ins_know_the_absence absences_are_attended stand_ins_are_attended attendance_is_an_absence attendance_is_a_stand_in
    absences_hold_what_was_done absences_are_relied_on stand_ins_are_relied_on heads_ups_concern_a_team
    departures_run_forward departures_due_are_somebodys_word cases_succession_leads_to_the_owner successions_complete_as_made successions_completed_have_an_owner successions_move_their_case
    callback_attempts_reached_is_a_contact callbacks_booked_have_a_place callbacks_closed_have_a_moment callbacks_contact_has_a_moment
    callbacks_contact_was_that_moment callbacks_open_is_its_cases_promise callbacks_released_with_a_resolution
    callbacks_released_with_its_case cases_hold_a_promise_or_a_resolution cases_open_has_its_callback
    cases_resolved_has_its_resolution cases_resolved_have_a_moment resolutions_contact_has_a_moment
    resolutions_contact_was_that_moment`,
  'the service counts, and holds the row while it does': `
    versions_count_up words_are_kept_as_said cases_faces_are_somebody surveys_faces_are_somebody heads_ups_somebody_knows signing_keys_are_of_their_form
    imports_count_every_line import_lines_are_numbered import_refusals_are_numbered
    ideas_are_answered_in_time rules_told_in_time events_tell_of_a_late_idea_once ideas_are_answered_later
    events_tell_of_a_due_review_once rule_reviews_are_numbered rule_versions_are_numbered rule_versions_begin_with_one rules_run_forward
    events_tell_of_silence_once
    ledger_adds_up ledger_begins_with_one ledger_follows_the_line_before ledger_goes_on spending_accounts_add_up
    spending_accounts_are_of_one spending_accounts_are_of_whole_periods spending_accounts_one_a_case
    spending_accounts_one_an_outreach spending_accounts_one_a_period spending_accounts_say_what_the_ledger_says
    callbacks_count_their_tries call_events_count_once call_events_event_is_known call_events_have_a_moment call_events_have_an_order
    cases_chases_count_up cases_reference_is_digits events_of_a_case_are_numbered events_position_is_taken
    call_events_are_no_stopwatch checkpoints_are_of_the_feed checkpoints_say_what_is_signed checkpoints_chain_is_sha256 checkpoints_key_exists signing_keys_public_parts_are_public feed_has_an_event_once feed_hashes_are_sha256 feed_head_is_one feed_is_of_events feed_keeps_the_order_of_a_case feed_positions_count_from_one
    events_begin_with_the_opening events_sequence_is_taken events_tell_of_a_deadline_once events_tell_of_a_late_answer_once events_without_a_gap`,
  'history stays as it is, and no operation tries to change it': `
    surveys_are_history
    heads_ups_are_history outreaches_are_history outreach_customers_are_history disturbances_are_history
    pulse_is_history pulse_givers_are_remembered pulse_answers_are_given pulse_rounds_stay_closed
    ideas_are_history erasures_are_history erasures_are_whole erasures_see_what_is_so
    case_corrections_are_history deviations_are_history rules_are_history
    agreements_stay customers_stay link_keys_stay rows_are_not_swept
    calls_stay_what_they_are calls_are_their_contact calls_are_a_contact_each callback_attempts_are_one_contact_each calls_contact_is_a_customers call_events_stay_what_they_are callback_attempts_are_history cases_change_is_in_the_history cases_opening_is_history cases_stay
    asks_are_final budgets_stay gestures_are_final ledger_is_final spending_accounts_go_on shared_values_are_one_list
    contacts_are_history employees_stay events_are_final feed_is_final checkpoints_stay signing_keys_stay notes_are_history organisation_is_one resolutions_are_history`,
  'one operation writes a row and the event that tells of it, in one transaction': `
    callback_attempts_are_told_of callbacks_are_told_of callbacks_due_is_told_of callbacks_end_is_told_of
    callbacks_overdue_is_told_of case_corrections_event_is_theirs consultations_are_told_of
    consultations_end_is_told_of consultations_overdue_is_told_of contacts_are_told_of resolutions_are_told_of
    events_tell_of_what_is_there
    successions_are_told_of successions_move_is_told_of events_tell_of_it_once contacts_chase_the_promise`,
  'the service records what happens by its clock, and tells of nothing ahead of its time': `
    asks_are_of_now pulse_rounds_are_of_now callback_attempts_happened_before cases_are_of_now customer_merges_are_of_now deviations_are_of_now
    calls_are_of_now employees_are_of_now erasures_are_of_now gestures_are_of_now ideas_are_of_now idea_supports_are_of_now ideas_told_in_time rule_reviews_are_of_now rule_versions_are_of_now ledger_is_of_now rules_are_of_now checkpoints_are_of_now heads_up_teams_are_of_now link_keys_are_of_now signing_keys_are_of_now surveys_are_of_now
    callback_attempts_are_of_now callbacks_are_of_now callbacks_told_in_time case_corrections_are_of_now
    cases_resolve_after_they_open consultations_are_of_now consultations_told_in_time contacts_are_of_now
    contacts_happened_before events_are_of_now notes_are_of_now resolutions_are_of_now successions_are_of_now
    callback_attempts_follow_their_promise`,
  'made of an id, so that a foreign key has something to refer to': `
    rules_of_their_kind case_corrections_of_case customer_merges_of_customer customers_are_current
    asks_have_an_amount budgets_have_a_period gestures_have_an_amount gestures_have_a_state ledger_has_balances
    organisation_has_one_currency spending_accounts_have_a_kind
    successions_of_case absences_of_employee absences_span stand_ins_span attendance_span callbacks_open_of_case cases_promise contacts_moment employees_active_team resolutions_of_case`,
  'made of 170 bits of chance or more':
    'event_tickets_digest_is_sha256 api_keys_digest_is_sha256 api_keys_digest_is_unique calendar_feeds_digest_is_sha256',
  'the door answers it itself: the first answer is replayed': 'idempotency_keys_are_used_once',
}
const oursByName = Object.values(ours).flatMap((names) => names.trim().split(/\s+/))

test('every constraint that a problem names exists in the database', () => {
  const named = allProblems().flatMap(({ constraints = [] }) => constraints)
  expect(named.length).toBeGreaterThan(25)
  expect(named.filter((name) => !upheld.has(name))).toEqual([])
})

test('every constraint of the database belongs to a problem, or is ours alone with a reason', () => {
  expect(upheld.size).toBeGreaterThan(90)
  const unexplained = [...upheld].filter((name) => !problemByConstraint(name) && !oursByName.includes(name))
  expect(unexplained, 'name each in the `constraints` of a problem, or with its group in this file').toEqual(
    [],
  )
})

test('the list of constraints that are ours alone has shrunk as far as it could', () => {
  expect(oursByName.filter((name) => !upheld.has(name))).toEqual([])
  expect(oursByName.filter((name) => problemByConstraint(name))).toEqual([])
  expect(new Set(oursByName).size).toBe(oursByName.length)
})

test('what refers to nobody is refused by its constraint, and not as a mistake of ours', async () => {
  const { sanne, customer } = await setScene(service)
  const answer = await service.call('POST', '/v1/cases', {
    as: sanne.id,
    body: {
      customerId: customer.id,
      question: 'She hung up on me.',
      callback: soon(),
      aboutEmployeeId: customer.id,
    },
  })
  expect(answer).toMatchObject({ status: 422, body: { code: 'unprocessable' } })
})

test('every problem is explained where its type leads, and shown by an operation', async () => {
  const shown = new Set(
    operationsOf(committedDocument()).flatMap(({ operation }) =>
      Object.values(operation.responses).flatMap(({ content }) =>
        Object.values(content ?? {}).flatMap(({ examples = {} }) => Object.keys(examples)),
      ),
    ),
  )
  const catalogue = await service.app.inject('/problems')
  expect(catalogue.json().data.map(({ code }: { code: string }) => code)).toEqual(
    allProblems().map(({ code }) => code),
  )
  for (const { code, status, title, advice } of allProblems()) {
    const answer = await service.app.inject(`/problems/${code}`)
    expect(answer.statusCode, code).toBe(200)
    expect(answer.json()).toEqual({ type: `/problems/${code}`, code, status, title, advice })
    expect(advice.length, code).toBeGreaterThan(40)
    // A method that an address does not have is no operation, so none can show that refusal.
    expect(shown.has(code), `${code} is in the document`).toBe(code !== 'method-not-allowed')
  }
})

test('every problem that is defined is in the catalogue, and every code that is written exists', () => {
  const codes = new Set(allProblems().map(({ code }) => code))
  const defined = sources.flatMap(({ text }) =>
    [...text.matchAll(/problem\(\{\s*code: '([a-z-]+)'/g)].map(([, code = '']) => code),
  )
  expect(defined.length).toBeGreaterThan(25)
  expect([...codes].sort()).toEqual([...defined].sort())
})

test('every type of event is documented, and nothing else is', async () => {
  const text = await readFile(new URL('../../docs/events.md', import.meta.url), 'utf8')
  const documented = new Set([...text.matchAll(/^\|\s*`([a-z-]+\.[a-z-]+)`/gm)].map(([, type]) => type))
  expect([...documented].sort()).toEqual(Object.keys(eventTypes).sort())
})

test('every type of event that is recorded is on the list, and none on it is idle', () => {
  const recorded = new Set(
    sources
      .filter(({ path }) => path !== 'history/event-types.ts')
      .flatMap(({ text }) => [...text.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map(([, type = '']) => type))
      .filter((type) => type in eventTypes),
  )
  expect([...recorded].sort()).toEqual(Object.keys(eventTypes).sort())
})

test('no address under /v1 or /scim is served without being described', async () => {
  const described = new Set(
    operationsOf(committedDocument()).map(({ path, method }) => `${method.toUpperCase()} ${path}`),
  )
  const routed = sources
    .filter(({ path }) => path.endsWith('routes.ts'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/method: '([A-Z]+)',\s+url: '([^']+)'/g)].map(
        ([, method, url = '']) =>
          `${method} ${path.startsWith('rooms/provisioning/') ? '/scim/v2' : '/v1'}${url.replaceAll(/:(\w+)/g, '{$1}')}`,
      ),
    )
  routed.push(...everyReport.map(({ name }) => `GET /v1/reports/${name}`))
  expect(routed.length).toBeGreaterThan(40)
  expect(routed.filter((route) => !described.has(route))).toEqual([])
  expect([...described].filter((route) => / \/(v1|scim)\//.test(route)).sort()).toEqual([...routed].sort())
})
