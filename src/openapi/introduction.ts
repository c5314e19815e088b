/** What the document says before its operations. */
export const description = `Every customer question has one owning employee from the first word to the last. There are no
transfers: the owner finds the answer and calls the customer back.

Every list is paged by \`limit\` and \`cursor\`. Every POST takes an \`Idempotency-Key\`. Every resource has an
\`ETag\`; a PATCH needs it in \`If-Match\`. Every refusal is a problem (RFC 9457) with a \`code\`, explained at
\`/problems/{code}\`; an address that is not described here answers \`not-found\`, a method that an address does not
have \`method-not-allowed\`. New fields, values and events may be added at any time: ignore what you don't know.

The [guides](docs/guides) show each of these with real answers; [problems](problems) lists every refusal, and
[changes](docs/changes) what became different.`

/** What operations are grouped by. */
export const tags = [
  ['Organisation', 'The one organisation: its country, its currency and its ceilings.'],
  ['Teams', 'Customer teams, front and back office merged, with their working agreements.'],
  ['Employees', 'The people who work here, and who you are.'],
  ['Topics', 'What questions are about.'],
  ['Customers', 'Who asks, how to reach them, and what is worth knowing.'],
  ['Cases', 'Customer questions, each with one owner and a promise.'],
  ['Contacts', 'The moments of contact between a customer and an employee.'],
  ['Callbacks', 'The promises, and the tries at keeping them.'],
  ['Consultations', 'What owners ask their colleagues; the answer comes back to the owner.'],
  [
    'Empowerment',
    'What owners give customers of themselves, by which limits, and for what the organisation stands.',
  ],
  ['Successions', 'The only way in which a case gets another owner, for one of three facts.'],
  ['Satisfaction', 'What customers say of it, and the promise in their hand.'],
  ['Pulse', 'How employees are themselves, week by week; nobody knows whose answer is whose.'],
  ['Heads-ups', 'What will make customers call, and whether the teams know.'],
  ['Outreaches', 'Contacting customers before they have to ask.'],
  ['Ideas', 'What employees would do better, and the answer that they are owed.'],
  ['Rules', 'The rules of the company, and how owners bend them for a customer; the law excepted.'],
  ['Reports', 'What the organisation can learn from its cases; of teams, never of persons.'],
  ['Imports', 'Customers from a file, as many as there are.'],
  ['Exports', 'All rows of a kind as a stream, and later what has changed.'],
  ['Telephony', 'Who calls, whom to ring, and what became of each call.'],
  ['SCIM', 'Employees as an identity provider brings and removes them (RFC 7644), beside `/v1`.'],
  ['Events', 'The history, as a feed.'],
  ['Webhooks', 'Where events are sent to, as Standard Webhooks has it.'],
  ['API keys', 'The systems that may call.'],
  [
    'Service',
    'The service itself: its health, its problems and this document. No key is needed but for its figures.',
  ],
].map(([name = '', description = '']) => ({ name, description }))
