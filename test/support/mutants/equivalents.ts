/** Mutants that change nothing which anybody could notice, each with the reason: a part of their name. */
const equivalents: readonly (readonly [string, string])[] = [
  ['successions.successions_stay_all', 'Sweeping them needs CASCADE to cases, which refuse it themselves.'],
  ['resolutions.resolutions_stay_all', 'Sweeping them needs CASCADE to cases, which refuse it themselves.'],
  ['contacts.contacts_case_exists', 'The events that tell of a contact are of its case, and each has one.'],
  [
    'condition if (parts.reduce((rows',
    'What fits is one statement either way; the line spares looking for where to cut.',
  ],
  [
    'condition if (texts.length === 1 && only',
    'A part alone is written as one of several: it only takes a little longer.',
  ],
  ['boundary if (changed.size > 0)', 'Of no absences none is counted.'],
  ['logic in SQL where p.stand_in_id =', 'More teams are locked, and nothing of theirs changes.'],
  [
    'bends: or p.stand_in_id in',
    'The two of a part that is not over are of one team, and that is locked: attendance is read before anything is written.',
  ],
  ['w where w.employee_id in', 'The plan passes over what is over and whose owner is in none of the teams.'],
  [
    'where e.active_team_id = (select id from chosen) and',
    'The ranking leaves out other teams, and who is leaving, as well.',
  ],
  [
    'bends: && (await db.row(waiting, {}))',
    'A statement more where nothing waits, and turns after a thousand.',
  ],
  [
    `bends: and at <= \${moment('since')}`,
    'A key that was answered closes the gate, which takes all of it back; what is older than a day is forgotten anyway.',
  ],
  ['bends: || !first || from', 'A time zone of which anything is known has a first span.'],
  ['bends: and m.changed_team', 'The condition beside it asks for their team: it leads to the index.'],
  ['condition if (((await numbering)?.seen', 'It asks once more whether any wait.'],
  ['gestures_are_final: d IS NULL) OR (new.granted_at', 'Beside it stands that the two differ.'],
  [
    'customer_references.customer_references_not_of_the_erased',
    'With a reference the words of its customer change, and who was erased does not change.',
  ],
  [
    'tried_in_vain: without AND s.at >= b.made_at',
    'Who spoke before the promise spoke before each try at keeping it, since none is older than the promise.',
  ],
  [
    'cases_change_as_told: without told @>',
    'What is looked through is of that type: it spares looking where there is none.',
  ],
  ['tried_in_vain: without t.at >= b.made_at AND #1', 'A try that is older than its promise is refused.'],
  [
    'asks_end_with_their_case: without c.id = NEW.id AND',
    'Each other case that ended while it asked was refused itself.',
  ],
  ['cases_end_as_earned: AND (opened_at, id) <= …', 'No case is a duplicate of itself by a CHECK.'],
  [
    'successions_follow_a_departure: NEW.departure_of AND from_at < … #1',
    'It looks whether the absence is relied on already; where it does not see so, it says so once more.',
  ],
  [
    'successions_follow_a_departure: om_at > long AND relied_on_at > …',
    'It looks whether the absence is relied on already; where it does not see so, it says so once more.',
  ],
  [
    'absences_are_relied_on: without from_owner_id = NEW.employee_id AND',
    'A departure is that of whoever owned the case, by a CHECK: it leads to the index.',
  ],
  [
    'events_reopen_what_has_ended: NEW.case_id AND case_sequence >= …',
    'It is looked for an end, and the event itself tells of an opening.',
  ],
  [
    'callback_attempts_reach_by_one_voice: without OR a.contact_id IS NULL',
    'No contact goes by no id: it spares looking for one.',
  ],
  ['asks_are_the_owners: without OR NOT FOUND', 'Nobody speaks for the owner of no case.'],
  [
    'asks_end_with_their_case: without AND c.callback_id IS NULL',
    'A case that is open has not been resolved at any moment, by CHECKs, and nothing is later than that.',
  ],
  [
    'pulse_answers_are_given: without AND week IN (SELECT week',
    'Of another week those alone are counted who gave something: it leads to the index.',
  ],
  [
    'feed_head_goes_on: without e.tx = w.tx AND',
    'What was before has its place, or waits: it spares reading all.',
  ],
  [
    'consultations_end_with_their_case: without c.id = NEW.id AND',
    'Of another case that has ended none is open, or it is refused by that.',
  ],
  ...['#1', '#2', '#3'].map(
    (which) =>
      [
        `cases_end_as_earned: without case_id = ending.case_id AND ${which}`,
        'What a promise is kept or released by is of its own case, by foreign keys: it leads to the index.',
      ] as const,
  ),
  [
    'cases_end_as_earned: without kase.about_employee_id IS NOT NULL',
    'A case about nobody is hidden from nobody: it spares asking.',
  ],
  [
    'contacts_one_voice: without about_employee_id IS NULL OR',
    'A case about nobody is hidden from nobody: it spares asking.',
  ],
  ['deviations_bend: without NOT FOUND OR', 'Nobody speaks for the owner of no case.'],
  [
    'cases_end_by_it: without id = NEW.case_id AND',
    'A case ends by a resolution of its own, and so does a promise, by foreign keys: it leads to the index.',
  ],
  [
    'organisation_hold_another_member: without AND o.default_team_id',
    'Whoever is held is of the default team, by a foreign key, and so is the mate; of another team somebody else is held.',
  ],
  [
    `gestures_are_in_the_ledger: without AND l.phase = 'granted'`,
    'A line that ends something has, by a foreign key, one that granted it in the same account.',
  ],
  [
    'consultations_ask: without OR NEW.helpful IS NOT NULL',
    'Of what is not answered nobody says that it helped, by a CHECK, and what begins is open.',
  ],
  [
    `case_corrections_are_told_of: without AND data ->> 'correctionId'`,
    'The correction that the event tells of is asked for by the same foreign key.',
  ],
  ['callback_attempts_grow_words: without AND words <>', 'It spares writing words that are there already.'],
  ['case_words_grow: without AND words <>', 'It spares writing words that are there already.'],
  [
    'callbacks_follow_a_correction: without AND is_being_erased',
    'Of a promise that has ended nothing changes but by an erasure, whatever this looks at.',
  ],
  [
    'successions_have_their_contact: without AND employee_id IS NOT NULL',
    'Of nobody it is not known that they are somebody else.',
  ],
  [
    'ledger_moves_its_account: without AND lines = NEW.number - 1',
    'A line follows the last one by its key, and by the one before it.',
  ],
  [
    'case_corrections_are_told_of: without case_id = NEW.case_id AND',
    'That the event is one of its case is asked for by a foreign key.',
  ],
  [
    'cases_are_corrected: without case_id = NEW.id AND',
    'No other history tells of this correction, as events are asked for: it leads to the index.',
  ],
  [
    'case_corrections_move_their_case: without id = NEW.case_id AND',
    'A case names corrections of its own alone, by a foreign key: it leads to the index.',
  ],
  [
    'successions_move_their_case: without id = NEW.case_id AND',
    'A case names successions of its own alone, by a foreign key: it leads to the index.',
  ],
  [
    'cases_succeed_by_a_fact: without case_id = NEW.id AND',
    'The history of another case tells of no succession of this one, as its events are asked for: it leads to the index.',
  ],
  [
    'happened_since: without o.case_id = t.case_id AND',
    'No other history tells of this contact, as events are asked for: it leads to the index.',
  ],
  [
    'feed_head_goes_on: without e.tx >= OLD.until AND',
    'What was before has its place, or waits and is looked at: it spares reading all.',
  ],
  [
    'feed_head_goes_on: without restored AND',
    'Of what was written here the lines before ask the same: it spares reading all.',
  ],
  [
    'rules_told_in_time: without AND number <= NEW.reviews',
    'A review that follows at once takes back what was told, and of that nothing else may tell.',
  ],
  [
    'is_told_of_at_once: without tx = pg_current_xact_id() AND',
    'What is told ahead is refused, and none of it happens twice.',
  ],
  [
    'is_told_to_be_due: without tx = pg_current_xact_id() AND',
    'What is told ahead is refused, and what was told of once does not fall due again but by a review.',
  ],
  ['stand_ins_stay_teammates: without id = NEW.id AND', 'Each other one that is so was refused itself.'],
  [
    'outreach_customers_are_promised_well: without NOT FOUND OR',
    'Of nothing nothing is known: what is asked next says so.',
  ],
  [
    'asks.asks_end_is_of_now: by_silence AND (new.answer_by >= …',
    'No row is as fine as the clock that it is held against.',
  ],
  ...['ends_on ELSE NEW.at <= …', 'nterval OR NEW.at > …'].map(
    (what) =>
      [
        `ledger_by_the_limit: ${what}`,
        'By this it is read where the clock of the organisation is known no more, and each is known.',
      ] as const,
  ),
  [
    'gestures_begin_first: on$ BEGIN IF NEW.granted_at >= …',
    'No row is as fine as the clock that it is held against.',
  ],
  [
    'ledger_by_the_limit: without account.case_id IS NOT NULL AND',
    'Of no case it is not known that it is another one.',
  ],
  [
    `contacts_are_history: without TG_OP = 'UPDATE' AND`,
    'Of what is deleted there is no row afterwards, in which they would have been reached.',
  ],
  [`contacts_are_history: without OLD.direction = 'inbound' AND`, 'What was missed came in, by a CHECK.'],
  ['contacts_one_voice: without NEW.employee_id IS NULL OR', 'Nobody speaks for the owner who is nobody.'],
  ['outreaches_go_on: without NEW.state <> OLD.state AND', 'The trigger looks when the state changes.'],
  ['boundary for (let turn = 0; turn < mostTurns', 'One turn more than a thousand.'],
]

/** Why this one is equivalent; undefined: it is not. */
export const whyEquivalent = (name: string): string | undefined =>
  equivalents.find(([part]) => name.includes(part))?.[1]
