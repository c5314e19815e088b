/** Rows of one table, and which event said what about them when they were written. */
const said = (
  table: string,
  type: string,
  field: string,
  same: string,
  where = 'true',
): readonly [string, string] => [
  `${table} say what ${type} said`,
  `select r.id from ${table} r join events e on e.type = '${type}' and e.data ->> '${field}' = r.id::text
    where ${where} and not coalesce(${same}, false)`,
]

/** A moment as the wire says it and as the row holds it, or neither. */
const moment = (member: string, column: string): string =>
  `(e.data ->> '${member}')::timestamptz is not distinct from r.${column}`

const text = (member: string, column: string): string =>
  `e.data ->> '${member}' is not distinct from r.${column}::text`

const completed = `exists (select from events c where c.type = 'contact.completed' and c.case_id = r.case_id
  and c.data ->> 'contactId' = r.id::text)`

/**
 * Rows of the history that say something else than their events: each query answers with them. What an event does not
 * hold, the words of people above all, can't be compared.
 */
export const facts: Readonly<Record<string, string>> = Object.fromEntries([
  said(
    'contacts',
    'contact.recorded',
    'contactId',
    `${text('direction', 'direction')} and ${text('channel', 'channel')}
      and (${completed} or (${text('outcome', 'outcome')} and ${text('employeeId', 'employee_id')}))`,
  ),
  said(
    'contacts',
    'contact.completed',
    'contactId',
    `${text('outcome', 'outcome')} and ${text('employeeId', 'employee_id')}`,
  ),
  said(
    'callbacks',
    'callback.made',
    'callbackId',
    `${text('channel', 'channel')} and ${moment('from', 'window_from')} and ${moment('until', 'window_until')}`,
  ),
  said('callbacks', 'callback.kept', 'callbackId', text('contactId', 'contact_id')),
  said(
    'callbacks',
    'callback.rescheduled',
    'callbackId',
    `${text('contactId', 'contact_id')} and ${text('replacedBy', 'replaced_by')}`,
  ),
  said(
    'callback_attempts',
    'callback.attempted',
    'attemptId',
    `${text('outcome', 'outcome')} and ${text('callbackId', 'callback_id')}`,
  ),
  said(
    'resolutions',
    'case.resolved',
    'resolutionId',
    `${text('outcome', 'outcome')} and ${text('contactId', 'contact_id')} and ${text('duplicateOf', 'duplicate_of')}`,
  ),
  said(
    'successions',
    'case.succeeded',
    'successionId',
    `${text('cause', 'cause')} and ${text('fromOwnerId', 'from_owner_id')} and ${text('toOwnerId', 'to_owner_id')}`,
  ),
  said('consultations', 'consultation.asked', 'consultationId', `${text('kind', 'kind')}`),
])
