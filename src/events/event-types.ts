/** Every type of event that the service records, and what it tells. Documented in docs/events.md. */
export const eventTypes = {
  'organisation.changed': 'The organisation changed.',
  'team.created': 'A team was made.',
  'team.changed': 'A team or its working agreements changed.',
  'employee.created': 'An employee came.',
  'employee.changed': 'An employee changed.',
  'topic.created': 'A topic was made.',
  'topic.changed': 'A topic changed.',
  'customer.created': 'A customer is known.',
  'customer.changed': 'A customer, their references or the facts about them changed.',
  'api-key.created': 'A system got a key.',
  'api-key.revoked': 'A key was revoked.',
  'case.opened': 'A question was opened and has an owner.',
  'case.changed': 'The words of a case changed.',
  'case.resolved': 'A case was resolved.',
  'case.reopened': 'A case was opened again, with its own owner.',
  'case.chased': 'The customer contacted us while a callback was open: the owner hears of it.',
  'contact.recorded': 'A contact with the customer was recorded.',
  'note.added': 'A note was added to a case.',
  'callback.made': 'A callback was promised.',
  'callback.attempted': 'A try at keeping a callback failed.',
  'callback.kept': 'A callback was kept.',
  'callback.rescheduled': 'A callback was replaced by another; the customer was told.',
  'callback.released': 'A callback ended with its case, without being kept.',
} as const

export type EventType = keyof typeof eventTypes
