import { problem } from '../../lib/problem.ts'

export const OwnerIsFinal = problem({
  code: 'owner-is-final',
  status: 409,
  title: 'The owner of a case is final',
  advice:
    'A case keeps its owner from the first word to the last; there is no transfer. Consult a colleague instead: the answer comes back to the owner.',
  constraints: ['cases_owner_is_final'],
})

export const OnlyTheOwner = problem({
  code: 'only-the-owner',
  status: 403,
  title: 'Only the owner does this',
  advice:
    'The customer hears one voice: the owner keeps the promise, contacts the customer and resolves the case. Anyone may record that the customer contacted them.',
  constraints: [
    'contacts_one_voice',
    'contacts_outbound_is_the_owner',
    'resolutions_are_the_owners',
    'consultations_are_the_owners',
    'gestures_are_the_owners',
    'asks_are_the_owners',
    'deviations_are_the_owners',
  ],
})

export const CaseIsResolved = problem({
  code: 'case-is-resolved',
  status: 409,
  title: 'The case is resolved',
  advice: 'Open it again first, with POST /v1/cases/{id}/reopen: it goes back to its own owner.',
})

export const CaseIsOpen = problem({
  code: 'case-is-open',
  status: 409,
  title: 'The case is open',
  advice: 'It need not be opened again: its owner has promised to come back to the customer.',
})

export const ReferenceMisread = problem({
  code: 'reference-misread',
  status: 400,
  title: 'A digit of the reference is wrong',
  advice: 'The check digit does not fit. Ask for the reference again and read it back digit by digit.',
})

export const CustomerNotTold = problem({
  code: 'customer-not-told',
  status: 422,
  title: 'The customer has not been told',
  advice:
    'Name the contact in which the customer heard it, by `contact` or `contactId`: one in which you spoke with the customer, or a message where the callback is by mail, chat or letter, after the promise was made. The contact that opened the case will do for an hour, while nothing else has happened.',
  constraints: [
    'resolutions_customer_was_told',
    'resolutions_customer_withdrew',
    'resolutions_keep_the_callback',
    'callbacks_kept_is_spoken',
    'callbacks_kept_by_one_contact',
    'callbacks_rescheduled_was_told',
    'callback_attempts_follow_the_promise',
  ],
})

export const NotYetUnreachable = problem({
  code: 'not-yet-unreachable',
  status: 422,
  title: 'The customer has not been tried often enough',
  advice:
    'The working agreement asks for a number of attempts on a number of working days, `attemptPause` of working time apart, and for a written message. The members say how many count so far, and `nextTryAt` when the next try will.',
  example: {
    attempts: 2,
    attemptsNeeded: 3,
    days: 1,
    daysNeeded: 2,
    attemptPause: 'PT2H',
    messageSent: false,
    nextTryAt: '2026-11-03T08:00:00.000Z',
  },
  constraints: ['resolutions_not_yet_unreachable'],
})

export const NotADuplicate = problem({
  code: 'not-a-duplicate',
  status: 422,
  title: 'That is no older open case of this customer',
  advice:
    'A case is a duplicate of an older case of the same customer that is still open: its promise stands for both.',
  constraints: [
    'resolutions_duplicate_is_older_and_open',
    'resolutions_duplicate_names_a_case',
    'resolutions_older_case_exists',
  ],
})

export const IsAQuestion = problem({
  code: 'is-a-question',
  status: 422,
  title: 'This is a customer’s question',
  advice:
    'Only what a system opened, and what no employee has spoken about with a customer, can turn out to be no question.',
  constraints: ['resolutions_not_a_question_is_a_systems'],
})
